package dialect

import (
	"strings"

	"rung/internal/parse"
	"rung/internal/workers"
)

// isFact is the function of that name over the whole set: a name of the reach of
// a position that stands before long texts elsewhere, as "Scope: Trades scope
// against time together with the harbour", names what is asked, also where few
// words are said of it: "Scope: Suggests the smaller boat".
func (s *Survey) isFact(t parse.Text) bool {
	if !isFact(t) {
		return false
	}
	name, _, _ := splitFact(t)
	if metaName.MatchString(name) {
		return true
	}
	s.countLabels()
	return !s.stated[Slug(name)]
}

// countLabels notes the names of which half of the bullets that they begin, or
// more, say too much for a fact, or have more beneath them.
func (s *Survey) countLabels() {
	if s.stated != nil {
		return
	}
	found := make([][]namedBullet, len(s.Pages))
	workers.Each(len(found), 0, func(i int) {
		s.Pages[i].Outline.Each(func(sec *Section) {
			for _, b := range sec.Body {
				if b.Kind == parse.List {
					found[i] = appendNamed(found[i], b)
				}
			}
		})
	})
	long, all := map[string]int{}, map[string]int{}
	for _, list := range found {
		for _, l := range list {
			if all[l.name]++; l.long {
				long[l.name]++
			}
		}
	}
	s.stated = map[string]bool{}
	for name, n := range long {
		s.stated[name] = n*2 >= all[name]
	}
}

// namedBullet is the name that a bullet begins with, and whether the bullet says
// too much for a fact.
type namedBullet struct {
	name string
	long bool
}

func appendNamed(out []namedBullet, list *parse.Block) []namedBullet {
	for _, item := range list.Children {
		t := ownText(item)
		if !strings.ContainsAny(t.Value[:min(len(t.Value), maxName)], ":：") {
			continue // most bullets, at little cost
		}
		name, value, ok := splitFact(t)
		if !ok || !scopeName.MatchString(name) {
			continue
		}
		out = append(out, namedBullet{Slug(name), len(strings.Fields(value.Value)) > terseFact || len(nestedLists(item)) > 0})
	}
	return out
}

// labelledStatements reports a list whose bullets begin with a name each, and
// mostly are no facts, or all say what somebody does: "Scope", "Autonomy" and "Impact" beside "Craft" name what
// is asked.
func labelledStatements(list *parse.Block) bool {
	facts, acts := 0, 0
	for _, item := range list.Children {
		t := ownText(item)
		name, value, ok := splitFact(t)
		if !ok || metaName.MatchString(name) || len(strings.Fields(value.Value)) < 3 {
			return false
		}
		if isFact(t) {
			facts++
		}
		if act(value.Value) {
			acts++
		}
	}
	n := len(list.Children)
	return facts*2 < n || n > 1 && acts == n
}

// saysReach reports a fact that is called as the reach of a position is.
func saysReach(t parse.Text) bool {
	name, _, _ := splitFact(t)
	return !metaName.MatchString(name)
}
