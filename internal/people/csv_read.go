package people

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"rung/internal/fault"
)

// Limits of an import.
const (
	MaxImportBytes = 8 << 20
	MaxImportRows  = 10000
	maxWrongRows   = 200 // that are told
)

// Columns are the columns of the directory as a file, in the order in which
// it is exported. An import takes them in any order; name and email must be
// there.
func Columns() []string {
	return []string{"name", "email", "team", "manager_email", "role", "since", "admin"}
}

// WrongRow says what is wrong with a row of an import and what to do. Line
// counts from 1 and includes the header; Column is "" where the row as a whole
// is meant.
type WrongRow struct {
	Line    int
	Column  string
	Message string
}

// row is one row of an import as it was typed.
type row struct {
	line  int
	cells map[string]string // by column; columns that the file lacks are absent
}

// cell returns the text of a column, and whether the file has that column.
func (r row) cell(column string) (string, bool) {
	text, ok := r.cells[column]
	return text, ok
}

// file is an import as it was read.
type file struct {
	rows  []row
	wrong []WrongRow
}

func (f *file) refuse(line int, column, message string, args ...any) {
	f.wrong = append(f.wrong, WrongRow{line, column, fmt.Sprintf(message, args...)})
}

// readFile reads a CSV: with a header, separated by commas or semicolons, with
// or without a byte order mark. What is wrong with rows is part of the result;
// the error is only for a reader that fails or a file beyond the limits.
func readFile(r io.Reader) (*file, error) {
	text, err := io.ReadAll(io.LimitReader(r, MaxImportBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read import: %w", err)
	}
	if len(text) > MaxImportBytes {
		return nil, fault.New(fault.Invalid, "This file is larger than %d MiB. Please import it in parts.", MaxImportBytes>>20)
	}
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	f := &file{}
	if !utf8.Valid(text) {
		f.refuse(lineOfBadByte(text), "", "this is not readable text: save the file as “CSV UTF-8”")
		return f, nil
	}
	c := csv.NewReader(bytes.NewReader(text))
	c.Comma, c.FieldsPerRecord, c.ReuseRecord = separator(text), -1, false
	header, err := c.Read()
	if errors.Is(err, io.EOF) {
		f.refuse(1, "", "the file is empty: begin with a line that names the columns: %s", strings.Join(Columns(), ","))
		return f, nil
	}
	if err != nil {
		f.unreadable(err)
		return f, nil
	}
	if columns := f.header(header); columns != nil {
		return f, f.body(c, columns)
	}
	return f, nil
}

func lineOfBadByte(text []byte) int {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			return bytes.Count(text[:i], []byte("\n")) + 1
		}
		i += n
	}
	return 1
}

// separator returns what separates the columns of the first line.
func separator(text []byte) rune {
	first, _, _ := bytes.Cut(text, []byte("\n"))
	if bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		return ';'
	}
	return ','
}

// header returns the columns in the file's order, or nil where they will not
// do.
func (f *file) header(cells []string) []string {
	var columns []string
	for _, cell := range cells {
		name := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(cell)), " ", "_")
		switch {
		case !slices.Contains(Columns(), name):
			f.refuse(1, cell, "there is no column of this name: use %s", strings.Join(Columns(), ", "))
		case slices.Contains(columns, name):
			f.refuse(1, name, "this column is there twice: take one out")
		}
		columns = append(columns, name)
	}
	for _, must := range []string{"name", "email"} {
		if !slices.Contains(columns, must) {
			f.refuse(1, must, "this column is missing: add it to the first line")
		}
	}
	if len(f.wrong) > 0 {
		return nil
	}
	return columns
}

func (f *file) body(c *csv.Reader, columns []string) error {
	for {
		cells, err := c.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			f.unreadable(err)
			return nil
		}
		if len(f.rows) == MaxImportRows {
			return fault.New(fault.Invalid, "This file has more than %d rows. Please import it in parts.", MaxImportRows)
		}
		line, _ := c.FieldPos(0)
		f.add(line, cells, columns)
	}
}

func (f *file) add(line int, cells, columns []string) {
	if !slices.ContainsFunc(cells, func(s string) bool { return strings.TrimSpace(s) != "" }) {
		return // spreadsheets leave empty rows behind
	}
	if len(cells) != len(columns) {
		f.refuse(line, "", "this row has %d cells and the first line names %d: put quotes around a cell that holds a separator", len(cells), len(columns))
		return
	}
	r := row{line: line, cells: map[string]string{}}
	for i, c := range columns {
		r.cells[c] = unguard(strings.TrimSpace(cells[i]))
	}
	f.rows = append(f.rows, r)
}

// unreadable notes that the file cannot be read on from some place.
func (f *file) unreadable(err error) {
	var p *csv.ParseError
	if errors.As(err, &p) {
		f.refuse(p.StartLine, "", "the quotes of this row do not match: close each with one more, and write a quote inside as two")
		return
	}
	f.refuse(1, "", "this is not a CSV file: save it as “CSV UTF-8”")
}

// Spreadsheets take a cell that begins like a formula for one. An export puts
// an apostrophe before it, and an import takes it off again, so that both give
// the same.
func guard(cell string) string {
	if formulaLike(cell) {
		return "'" + cell
	}
	return cell
}

func unguard(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && formulaLike(rest) {
		return rest
	}
	return cell
}

func formulaLike(cell string) bool {
	rest := strings.TrimLeft(cell, "'")
	return rest != "" && strings.ContainsRune("=+-@", rune(rest[0]))
}
