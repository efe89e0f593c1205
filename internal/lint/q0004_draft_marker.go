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

// mayBeMarked is one quick walk that spares nearly all texts the pattern: it
// stops at two capitals with which a marker begins, at a bracket, and at the
// end of "ipsum".
func mayBeMarked(text string) bool {
	if strings.HasPrefix(text, "to be ") || len(text) == 3 {
		return true
	}
	for i := 0; i+3 < len(text); i++ {
		if stopAt[text[i]] && mayBegin(text[i:]) {
			return true
		}
	}
	return false
}

// stopAt is a table, because a walk over all texts is what this rule costs.
var stopAt = [256]bool{'T': true, 'F': true, 'W': true, 'X': true, '[': true, '(': true, '{': true, '<': true, 'p': true, 'P': true}

func mayBegin(text string) bool {
	switch text[0] {
	case '[', '(', '{', '<':
		inside := strings.TrimLeft(text[1:], " \t\n")
		return strings.HasPrefix(inside, "to be ") || strings.HasPrefix(inside, "placeholder") || strings.HasPrefix(inside, "insert here")
	case 'p', 'P':
		return strings.EqualFold(text[:4], "psum")
	}
	return text[1] == 'O' || text[1] == 'B' || text[1] == 'I' || text[1] == 'X'
}

func lookAt(examples []*model.Example, look func(model.Prose)) {
	for _, e := range examples {
		look(e.Prose)
	}
}
