package lineage

import (
	"slices"

	"rung/internal/model"
	"rung/internal/wording"
)

// Verdict is what a person says about one link: that the words that came are
// the statement, or are another one. It holds at every revision that brings the
// words where the statement stood before, or has stood.
type Verdict struct {
	Statement model.StatementID // before the edit
	Becomes   string            // the words after it
	Role      model.RoleID      // in which they stand, or "" for any
	Same      bool
}

// obey links what people say is one, and keeps apart what they say is not.
func (m *matching) obey() {
	for _, v := range m.history.verdicts {
		if o := m.stood(v.Statement); o != nil {
			o.bars = nil // of the step before
		}
	}
	for _, v := range m.history.verdicts {
		words := wording.Normal(v.Becomes)
		o := m.stood(v.Statement)
		if o == nil || o.normal == words || m.stays(o) {
			continue
		}
		if !v.Same {
			o.bar(words, v.Role)
			continue
		}
		if n := m.come(words, v.Role, o); n != nil {
			m.confirm(o, n)
		}
	}
}

// stood returns the statement as the revision before has it, else as it was
// last seen; nil where it never stood, or is linked already.
func (m *matching) stood(id model.StatementID) *item {
	for _, o := range m.old {
		if o.id == id {
			if o.isUnpaired() {
				return o
			}
			return nil
		}
	}
	return m.history.retired[id]
}

// stays reports whether the statement is there as it was: nothing has become
// of it.
func (m *matching) stays(o *item) bool {
	return slices.ContainsFunc(m.new, func(n *item) bool { return n.exactly() == o.exactly() })
}

// come returns the free item of the words: in the role that is named, else in
// that of the statement, else anywhere. Words that stood where they are before
// have not come.
func (m *matching) come(words string, role model.RoleID, o *item) *item {
	stood := map[spot]bool{}
	for _, it := range m.old {
		stood[it.spot()] = true
	}
	var found *item
	for _, n := range m.new {
		if n.normal != words || !n.isFree() || stood[n.spot()] && n.spot() != o.spot() || role != "" && n.Role != role {
			continue
		}
		if found == nil || found.Role != o.Role && n.Role == o.Role {
			found = n
		}
	}
	return found
}

// confirm links an item to the statement that a person says it is.
func (m *matching) confirm(o, n *item) {
	if m.history.retired[o.id] == o {
		m.comeBack(o, n, Same)
		return
	}
	pair(o, n, Same)
}

// bar keeps an item apart from words that a person says are another statement.
func (it *item) bar(words string, role model.RoleID) {
	it.bars = append(it.bars, barred{words, role})
}

// barred are words that a person says are another statement.
type barred struct {
	words string
	role  model.RoleID // "" for any
}

func (it *item) bans(other *item) bool {
	for _, b := range it.bars {
		if b.words == other.normal && (b.role == "" || b.role == other.Role) {
			return true
		}
	}
	return false
}
