package cli

import (
	"fmt"
	"io"
	"strings"

	"rung/internal/compile"
	"rung/internal/fault"
	"rung/internal/wire"
)

// coverageSchema names the format of the account in JSON.
const coverageSchema = "rung.coverage/1"

// endWords name one and many texts that ended somehow.
var endWords = map[compile.End][2]string{
	compile.AsStatement: {"statement", "statements"}, compile.AsExample: {"example", "examples"}, compile.AsScope: {"of scope", "of scope"},
	compile.AsSummary: {"summary", "summaries"}, compile.AsNote: {"note", "notes"}, compile.AsTitle: {"title", "titles"},
	compile.AsGroup: {"group heading", "group headings"}, compile.AsNavigation: {"of navigation", "of navigation"}, compile.AsMetadata: {"of metadata", "of metadata"},
	compile.AsTemplate: {"of templates", "of templates"}, compile.AsFinding: {"diagnosed", "diagnosed"}, compile.AsPage: {"of page prose", "of page prose"},
	compile.Unread: {"unread", "unread"},
}

// printCoverage prints the account of every file.
func (c checkCmd) printCoverage(out io.Writer, l *ladder) error {
	files := l.result.Coverage()
	total := compile.FileCoverage{}
	for _, f := range files {
		total.Blocks += f.Blocks
		for end, n := range f.Ended {
			total.Ended[end] += n
		}
	}
	switch c.Format {
	case "json":
		return writeCoverage(out, files, total)
	case "text":
		for _, f := range files {
			fmt.Fprintf(out, "%s: %s\n", f.Path, coverageWords(f))
		}
		_, err := fmt.Fprintf(out, "%s: %s\n", plural(len(files), "file", "files"), coverageWords(total))
		return err
	default:
		return fault.New(fault.Invalid, "--coverage has no format %s: expected text or json", c.Format)
	}
}

// coverageWords says an account, as "3 texts: 2 statements, 1 title".
func coverageWords(f compile.FileCoverage) string {
	var parts []string
	for _, end := range compile.Ends() {
		if n := f.Ended[end]; n > 0 {
			parts = append(parts, plural(n, endWords[end][0], endWords[end][1]))
		}
	}
	said := plural(f.Blocks, "text", "texts")
	if len(parts) > 0 {
		said += ": " + strings.Join(parts, ", ")
	}
	return said
}

type (
	wireCoverage struct {
		Schema string       `json:"schema"`
		Files  []wireFile   `json:"files"`
		Total  wireAccounts `json:"total"`
	}
	wireFile struct {
		Path string `json:"path"`
		wireAccounts
	}
	wireAccounts struct {
		Blocks int            `json:"blocks"`
		Ended  map[string]int `json:"ended"`
	}
)

func toWire(f compile.FileCoverage) wireAccounts {
	out := wireAccounts{Blocks: f.Blocks, Ended: map[string]int{}}
	for _, end := range compile.Ends() {
		if n := f.Ended[end]; n > 0 {
			out.Ended[end.String()] = n
		}
	}
	return out
}

func writeCoverage(out io.Writer, files []compile.FileCoverage, total compile.FileCoverage) error {
	w := wireCoverage{Schema: coverageSchema, Files: []wireFile{}, Total: toWire(total)}
	for _, f := range files {
		w.Files = append(w.Files, wireFile{Path: f.Path, wireAccounts: toWire(f)})
	}
	return wire.Write(out, "coverage", w)
}
