package cli

import (
	"context"
	"fmt"
	"slices"

	"rung/internal/diff"
	"rung/internal/fault"
	"rung/internal/model"
)

type compareCmd struct {
	Roles []string `arg:"" name:"ROLE" help:"Two roles or three, the lower first: ids, names or parts of them."`
	sheetFormat
	revision
}

func (compareCmd) Help() string {
	return `Says what each role asks beyond the one before it, area by area: what is asked of both, what is
reworded, and what is asked of one alone. Name the ladders with -C.`
}

func (c compareCmd) Run(ctx context.Context, p *program) error {
	if n := len(c.Roles); n < 2 || n > 3 {
		return fault.New(fault.Invalid, "compare takes two roles or three, the lower first")
	}
	l, err := p.openLadder(ctx, "", c.Rev, compileOne)
	if err != nil {
		return err
	}
	defer l.Close()
	var roles []*model.Role
	for _, name := range c.Roles {
		r, err := findRole(l.result.Framework, name)
		if err != nil {
			return err
		}
		roles = append(roles, r)
	}
	var all sheet
	var wire []wireComparison
	for i := 1; i < len(roles); i++ {
		s := compareSheet(roles[i-1], roles[i])
		all.chapters = append(all.chapters, s.chapters...)
		wire = append(wire, wireCompare(roles[i-1], roles[i]))
	}
	all.title = compareTitle(roles)
	return c.print(p.out, all, struct {
		Schema string           `json:"schema"`
		Steps  []wireComparison `json:"steps"`
	}{"rung.compare/1", wire})
}

func compareTitle(roles []*model.Role) string {
	title := roles[len(roles)-1].Name() + " beside " + roles[0].Name()
	if len(roles) == 3 {
		title += " and " + roles[1].Name()
	}
	return title
}

func compareSheet(a, b *model.Role) sheet {
	c := diff.Roles(a, b)
	head := fmt.Sprintf("From %s to %s", a.Name(), b.Name())
	s := sheet{chapters: []sheetChapter{{title: head}}}
	if len(c.Scope) == 0 && !takesOver(b, a) {
		s.chapters = nil
	}
	if takesOver(b, a) {
		s.chapters[0].lines = append(s.chapters[0].lines, sheetLine{mark: "=", runs: as("asks all that " + a.Name() + " asks")})
	}
	for _, p := range c.Scope {
		name := scopeName(p)
		s.chapters[0].lines = append(s.chapters[0].lines, sheetLine{mark: kindMark(p.Kind), kind: name, runs: comparedRuns(p.Kind, p.Runs), remark: name})
	}
	for _, area := range c.Areas {
		ch := sheetChapter{title: head + " · " + areaTitle(area)}
		for _, st := range area.Statements {
			ch.lines = append(ch.lines, sheetLine{mark: kindMark(st.Kind), kind: kindWord(st.Kind, a, b), runs: comparedRuns(st.Kind, st.Runs)})
		}
		s.chapters = append(s.chapters, ch)
	}
	return s
}

func takesOver(r, other *model.Role) bool {
	return slices.ContainsFunc(r.Extends, func(e model.Extension) bool { return e.Role == other.ID })
}

// comparedRuns returns what is asked of one role alone without marks: its sign
// says so.
func comparedRuns(k diff.Kind, runs []diff.Run) []diff.Run {
	if k != diff.OnlyA && k != diff.OnlyB {
		return runs
	}
	text := ""
	for _, r := range runs {
		text += r.Text
	}
	return as(text)
}

func scopeName(p diff.ScopePair) string {
	if p.B != nil {
		return p.B.Name
	}
	return p.A.Name
}

func areaTitle(p diff.AreaPair) string {
	switch {
	case p.B == nil:
		return p.A.Title
	case p.A == nil || p.A.Title == p.B.Title:
		return p.B.Title
	}
	return p.A.Title + " / " + p.B.Title
}

func kindMark(k diff.Kind) string {
	return map[diff.Kind]string{diff.Same: "=", diff.Reworded: "~", diff.OnlyA: "-", diff.OnlyB: "+"}[k]
}

func kindWord(k diff.Kind, a, b *model.Role) string {
	switch k {
	case diff.OnlyA:
		return "only " + a.Name()
	case diff.OnlyB:
		return "only " + b.Name()
	}
	return string(k)
}

type (
	wireComparison struct {
		A     string             `json:"a"`
		B     string             `json:"b"`
		Scope []wireComparedText `json:"scope"`
		Areas []wireComparedArea `json:"areas"`
	}
	wireComparedArea struct {
		Title      string             `json:"title"`
		Statements []wireComparedText `json:"statements"`
	}
	wireComparedText struct {
		Kind string  `json:"kind"` // same, reworded, only-a, only-b
		Name string  `json:"name,omitempty"`
		A    *string `json:"a"`
		B    *string `json:"b"`
	}
)

func wireCompare(a, b *model.Role) wireComparison {
	c := diff.Roles(a, b)
	out := wireComparison{A: string(a.ID), B: string(b.ID), Scope: []wireComparedText{}, Areas: []wireComparedArea{}}
	for _, p := range c.Scope {
		t := wireComparedText{Kind: string(p.Kind), Name: scopeName(p)}
		if p.A != nil {
			t.A = &p.A.Value.Text
		}
		if p.B != nil {
			t.B = &p.B.Value.Text
		}
		out.Scope = append(out.Scope, t)
	}
	for _, area := range c.Areas {
		w := wireComparedArea{Title: areaTitle(area), Statements: []wireComparedText{}}
		for _, st := range area.Statements {
			t := wireComparedText{Kind: string(st.Kind)}
			if st.A != nil {
				t.A = &st.A.Text
			}
			if st.B != nil {
				t.B = &st.B.Text
			}
			w.Statements = append(w.Statements, t)
		}
		out.Areas = append(out.Areas, w)
	}
	return out
}
