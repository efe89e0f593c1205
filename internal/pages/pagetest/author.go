package pagetest

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"

	"rung/internal/model"
	"rung/internal/source"
)

// author writes roles as a person would and keeps what each line means, so
// that model and source agree.
type author struct {
	framework *model.Framework
	files     []*source.File
}

// draft is one role while it is being written.
type draft struct {
	*author
	role *model.Role
	text strings.Builder
	area *model.Area
}

// begin starts the file of a role.
func (a *author) begin(path string, r *model.Role) *draft {
	d := &draft{author: a, role: r}
	if r.Status == "" {
		r.Status = model.Active
	}
	if r.Language == "" {
		r.Language = "en"
	}
	head := "# " + r.Title
	if r.Level != nil {
		head = "# " + r.Level.Label + ": " + r.Title
	}
	r.At = source.Span{Path: path, Start: 0, End: len(head)}
	d.text.WriteString(head + "\n\n")
	return d
}

// write adds words to the file after a lead-in and returns them as prose,
// with the marks that "[words](target)" make.
func (d *draft) write(before, words, after string) model.Prose {
	d.text.WriteString(before)
	start := d.text.Len()
	d.text.WriteString(words)
	p := unmark(words)
	p.At = source.Span{Path: d.role.At.Path, Start: start, End: d.text.Len()}
	d.text.WriteString(after)
	return p
}

// unmark takes links off the words and keeps them as marks. A target that
// begins with "role:" or "page:" is resolved.
func unmark(words string) model.Prose {
	var p model.Prose
	for {
		before, rest, ok := strings.Cut(words, "[")
		label, rest, ok2 := strings.Cut(rest, "](")
		target, after, ok3 := strings.Cut(rest, ")")
		if !ok || !ok2 || !ok3 {
			p.Text += words
			return p
		}
		p.Text += before
		m := model.Mark{Kind: model.Link, Start: len(p.Text), Target: target}
		p.Text += label
		m.End = len(p.Text)
		if id, ok := strings.CutPrefix(target, "role:"); ok {
			m.Role = model.RoleID(id)
		}
		if path, ok := strings.CutPrefix(target, "page:"); ok {
			m.Page = path
		}
		p.Marks = append(p.Marks, m)
		words = after
	}
}

func (d *draft) summary(words string) { d.role.Summary = d.write("> ", words, "\n\n") }

func (d *draft) scope(name, value string) {
	p := d.write("**"+name+":** ", value, "\n")
	d.role.Scope = append(d.role.Scope, model.Scope{Name: name, Value: p, At: p.At})
}

func (d *draft) heading(emoji, title string) {
	p := d.write("\n## "+emoji+" ", title, "\n\n")
	d.area = &model.Area{ID: model.AreaID(slug(title)), Title: title, Emoji: emoji, At: p.At}
	d.role.Areas = append(d.role.Areas, d.area)
}

func (d *draft) statement(words string) *model.Statement {
	p := d.write("- ", words, "\n")
	s := &model.Statement{ID: statementID(string(d.role.ID), p.Text), Prose: p}
	d.area.Statements = append(d.area.Statements, s)
	return s
}

func (d *draft) example(words string) {
	d.area.Examples = append(d.area.Examples, &model.Example{Prose: d.write("  - ", words, "\n")})
}

// extends writes a statement that takes over another role.
func (d *draft) extends(words string, role model.RoleID) {
	s := d.statement(words)
	s.Derived = true
	d.role.Extends = append(d.role.Extends, model.Extension{Statement: s.ID, Role: role, Target: string(role), At: s.At})
}

// equals writes a statement that compares itself with another role.
func (d *draft) equals(words string, c model.Comparison, role model.RoleID) {
	s := d.statement(words)
	d.role.Equivalences = append(d.role.Equivalences, model.Equivalence{
		Statement: s.ID, Role: role, Target: string(role), Comparison: c, At: s.At,
	})
}

func (d *draft) end() {
	d.framework.Roles = append(d.framework.Roles, d.role)
	d.files = append(d.files, source.NewFile(d.role.At.Path, []byte(d.text.String())))
}

func (a *author) page(path, title string, kind model.PageKind, text string) {
	a.framework.Pages = append(a.framework.Pages, &model.Page{Path: path, Title: title, Kind: kind})
	a.files = append(a.files, source.NewFile(path, []byte(text)))
}

// statementID is stable for the words at their place, as real ids are.
func statementID(place, words string) model.StatementID {
	sum := sha256.Sum256([]byte(place + "\x00" + words))
	return model.StatementID("s-" + strings.ToLower(base32.StdEncoding.EncodeToString(sum[:10])))
}

func slug(title string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
}
