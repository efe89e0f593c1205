package lint

import (
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/pattern"
)

var q0004DraftMarker = &Rule{
	Rule: diag.Rule{
		Code: "Q0004", Slug: "draft-marker", Severity: diag.Warning, Since: "0.1.0",
		Title: "a note to the author was left in",
		Text: `The text holds a marker such as "TODO:", "[TBD]" or "lorem ipsum", by which authors tell themselves what is
missing. Readers are rated on what stands there. Write it, take it off, or mark the role as a draft: drafts are not
reported.`,
		Bad: `A note was left in.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready for the morning.
- TODO: something about nets
`,
		Good: `The note has become a statement.
-- Boats/L2-Mate.md --
# L2: Mate

## Craft

- I keep the boat ready for the morning.
- I stow the nets so that they run free.
`,
	},
	Run: draftMarker,
}

// marker matches notes of authors to themselves. A bare word proves nothing:
// people keep "a TODO list", and TODO is "all" in Portuguese and Spanish.
var marker = pattern.New(`^(?:TODO|TBD|TBC|TBA|FIXME|WIP|XXX+|to be (?:defined|written|decided|determined|confirmed))\.?$` +
	`|\b(?:TODO|FIXME|TBD|TBC|XXX)(?:\([\w.-]+\))?:` +
	`|[\[({<]\s*(?:TODO|FIXME|TBD|TBC|TBA|WIP|XXX|placeholder|insert here|to be (?:defined|written|decided|determined|confirmed))\b[^\])}>]*[\])}>]` +
	`|(?i:\blorem ipsum\b)`)

func draftMarker(p *Pass) {
	look := func(prose model.Prose) {
		if !mayBeMarked(prose.Text) {
			return
		}
		if m := marker.FindString(prose.Text); m != "" {
			p.at(prose.At, "%q is a note to the author, expected what is meant for readers", m).
				help("write what is missing, or mark the role as a draft").
				add()
		}
	}
	for _, r := range p.ladder.roles {
		look(r.Summary)
		for _, n := range r.Notes {
			look(n)
		}
		for _, s := range r.Scope {
			look(s.Value)
		}
		for _, a := range r.Areas {
			for _, i := range a.Intro {
				look(i)
			}
			for _, s := range a.Statements {
				look(s.Prose)
				lookAt(s.Examples, look)
			}
			lookAt(a.Examples, look)
		}
	}
}

// mayBeMarked is a quick look that spares nearly all texts the pattern.
func mayBeMarked(text string) bool {
	for _, sign := range [...]string{"TODO", "TBD", "TBC", "TBA", "FIXME", "WIP", "XXX", "psum", "PSUM"} {
		if strings.Contains(text, sign) {
			return true
		}
	}
	return strings.HasPrefix(text, "to be ") || strings.ContainsAny(text, "[({<") &&
		(strings.Contains(text, "to be ") || strings.Contains(text, "placeholder") || strings.Contains(text, "insert here"))
}

func lookAt(examples []*model.Example, look func(model.Prose)) {
	for _, e := range examples {
		look(e.Prose)
	}
}
