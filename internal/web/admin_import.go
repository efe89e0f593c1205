package web

import (
	"cmp"
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"

	"rung/internal/fault"
	"rung/internal/pages/admin"
	"rung/internal/pages/shared"
	"rung/internal/people"
)

const importPath = adminPath + "/import"

// MaxImport is the most bytes that an import may send: the file, and what the
// form puts around it.
const MaxImport = people.MaxImportBytes + 64<<10

func (s *Server) showImport(w http.ResponseWriter, r *http.Request, v Visitor) error {
	if !v.Actor.Admin {
		return fault.New(fault.NotFound, "There is no such page.")
	}
	return s.importPage(w, r, v, admin.ImportPage{})
}

func (s *Server) importPage(w http.ResponseWriter, r *http.Request, v Visitor, p admin.ImportPage) error {
	_, frame, err := s.edition(r, v)
	if err != nil {
		return err
	}
	p.Frame, p.Action = frame, importPath
	p.Title = "Import people"
	code := http.StatusOK
	if len(p.Wrong) > 0 || p.Preview != nil && !p.Preview.Ready {
		code = http.StatusUnprocessableEntity
	}
	return s.renderStatus(w, r, v, code, admin.ImportView(p))
}

// takeImport shows what a file would do; with do=import, it does it.
func (s *Server) takeImport(w http.ResponseWriter, r *http.Request, v Visitor) error {
	text, err := importText(r)
	if err != nil {
		return err
	}
	run := s.cfg.People.PreviewImport
	if r.PostFormValue("do") == "import" {
		run = s.cfg.People.Import
	}
	preview, err := run(r.Context(), v.Actor, strings.NewReader(text))
	switch {
	case err != nil && fault.KindOf(err) != fault.Invalid:
		return err
	case err != nil && len(preview.Wrong) == 0:
		return s.importPage(w, r, v, admin.ImportPage{Text: text, Wrong: []shared.Notice{{Tone: shared.Bad, Title: "The file was not read.", Text: fault.MessageOf(err)}}})
	case err == nil && r.PostFormValue("do") == "import":
		return seeOther(w, r, flashed(adminPath, "imported"))
	}
	return s.importPage(w, r, v, admin.ImportPage{Text: text, Preview: previewOf(preview)})
}

// importText returns the file that was sent, or else the text that was pasted.
func importText(r *http.Request) (string, error) {
	const inMemory = 1 << 20
	if err := r.ParseMultipartForm(inMemory); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		var big *http.MaxBytesError
		if errors.As(err, &big) {
			return "", errTooLarge
		}
		return "", fault.Wrap(fault.Invalid, err, "The form could not be read. Go back and send it again.")
	}
	file, _, err := r.FormFile("file")
	if err != nil {
		return r.PostFormValue("text"), nil
	}
	defer file.Close()
	text, err := io.ReadAll(file)
	if err != nil {
		return "", fault.Wrap(fault.Invalid, err, "The file could not be read. Go back and send it again.")
	}
	if len(text) == 0 {
		return r.PostFormValue("text"), nil
	}
	return string(text), nil
}

func previewOf(p people.Preview) *admin.Preview {
	out := &admin.Preview{Added: len(p.Added), Changed: len(p.Changed), Same: p.Unchanged, Ready: len(p.Wrong) == 0 && len(p.Added)+len(p.Changed) > 0}
	for _, row := range p.Added {
		out.Lines = append(out.Lines, admin.Line{Number: row.Line, Name: row.Name, What: strings.Join(append([]string{"new"}, row.What...), "; ")})
	}
	for _, row := range p.Changed {
		out.Lines = append(out.Lines, admin.Line{Number: row.Line, Name: row.Name, What: strings.Join(row.What, "; ")})
	}
	for _, row := range p.Wrong {
		out.Lines = append(out.Lines, admin.Line{Number: row.Line, Name: row.Column, Wrong: row.Message})
	}
	slices.SortStableFunc(out.Lines, func(a, b admin.Line) int { return cmp.Compare(a.Number, b.Number) })
	return out
}
