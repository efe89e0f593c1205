package change

import (
	"slices"
	"strings"

	"rung/internal/lineage"
	"rung/internal/model"
	"rung/internal/wording"
)

// book is what both sides hold, by id.
type book struct {
	Sides
	before, now map[model.StatementID]model.Place
	trail       map[model.StatementID]trail
	into        map[model.StatementID]model.StatementID // what was taken up, by what
	words       map[string]bool                         // of both sides, in lower case
	homes       map[model.RoleID]model.RoleID           // where a role of the first side goes on
}

// trail is what happened to one statement on the way.
type trail struct {
	confirm bool
	existed bool // before the first side
	change  lineage.Change
	others  []model.StatementID
}

func newBook(s Sides) *book {
	b := &book{Sides: s, before: byID(s.Before), now: byID(s.Now), trail: map[model.StatementID]trail{}, into: map[model.StatementID]model.StatementID{}}
	for _, l := range s.Lives {
		b.follow(l)
	}
	b.homes = b.findHomes()
	return b
}

func byID(f *model.Framework) map[model.StatementID]model.Place {
	out := map[model.StatementID]model.Place{}
	for _, p := range f.Places() {
		out[p.Statement.ID] = p
	}
	return out
}

// follow notes what happened to a statement after the first side and up to the
// second.
func (b *book) follow(l lineage.Life) {
	var t trail
	for _, p := range l.Wordings {
		if p.From > b.To {
			break
		}
		if p.From <= b.From {
			t.existed = true
			continue
		}
		t.confirm = t.confirm || p.Certainty == lineage.Confirm
		switch p.Change {
		case lineage.Split, lineage.Merged:
			t.change, t.others = p.Change, append(slices.Clone(t.others), p.Others...)
		}
		if p.Change == lineage.Merged {
			for _, id := range p.Others {
				b.into[id] = l.ID
			}
		}
	}
	b.trail[l.ID] = t
}

// statements returns what happened to the statements, in the order of the
// second side; what is gone follows what stood before it in the first.
func (b *book) statements() (out []Statement, kept int) {
	order := b.Now.Places()
	gone := b.goneAfter()
	out = append(out, gone[""]...)
	for _, p := range order {
		if s, changed := b.statement(p); changed {
			out = append(out, s)
		} else {
			kept++
		}
		out = append(out, gone[p.Statement.ID]...)
	}
	return out, kept
}

// goneAfter returns what is gone, by the statement that stood before it in the
// first side and still stands; "" where none does.
func (b *book) goneAfter() map[model.StatementID][]Statement {
	out := map[model.StatementID][]Statement{}
	last := model.StatementID("")
	for _, p := range b.Before.Places() {
		id := p.Statement.ID
		if _, ok := b.now[id]; ok {
			last = id
			continue
		}
		s := Statement{ID: id, Kind: Retired, Before: placeOf(p)}
		if into, ok := b.into[id]; ok {
			s.Others = []model.StatementID{into}
		}
		out[last] = append(out[last], s)
	}
	return out
}

// statement returns what happened to a statement of the second side.
func (b *book) statement(p model.Place) (s Statement, changed bool) {
	id := p.Statement.ID
	t := b.trail[id]
	s = Statement{ID: id, Now: placeOf(p), Confirm: t.confirm}
	was, ok := b.before[id]
	if !ok {
		s.Kind = Added
		switch {
		case t.change == lineage.Split:
			s.Kind, s.Others = Split, t.others
		case t.existed:
			s.Kind = Revived
		}
		return s, true
	}
	s.Before = placeOf(was)
	if was.Statement.Text != p.Statement.Text {
		s.Degree, s.Signs = DegreeOf(was.Statement.Text, p.Statement.Text, b.known)
	}
	s.Elsewhere = was.Area.ID != p.Area.ID || b.home(was.Role.ID) != p.Role.ID
	switch {
	case t.change == lineage.Merged:
		s.Kind, s.Others = Merged, t.others
	case s.Degree != "":
		s.Kind = Reworded
	case s.Elsewhere:
		s.Kind = Moved
	default:
		return s, false
	}
	return s, true
}

// known reports whether a word, in lower case, stands on both sides: one that
// only stands where it was changed may be a slip of the pen.
func (b *book) known(word string) bool {
	if b.words == nil {
		b.words = map[string]bool{}
		count := map[string]int{}
		for _, side := range []map[model.StatementID]model.Place{b.before, b.now} {
			for _, p := range side {
				seen := map[string]bool{}
				text := p.Statement.Text
				for _, t := range wording.Tokens(text) {
					if w := strings.ToLower(text[t.Start:t.End]); t.Word && !seen[w] {
						seen[w] = true
						count[w]++
					}
				}
			}
		}
		for w, n := range count {
			b.words[w] = n > 1
		}
	}
	return b.words[word]
}
