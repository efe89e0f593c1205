package records

import (
	"strings"

	"rung/internal/dialect"
	"rung/internal/parse"
)

// title notes what areas are called that levels elsewhere name by their ids:
// "craft: {name: Craftsmanship, owner: Ada}", or a list of records with both. A
// file of areas may say "craft: Craftsmanship"; in a level, such words are what
// is asked. The first title of an id holds.
func (c *citing) title(r *parse.Record) {
	for _, f := range r.Fields {
		switch {
		case wordOf(f.Key) != other:
		case f.Value.Kind == parse.Map:
			c.call(f.Key, nameOn(f.Value))
		case c.depth == 1 && f.Value.Kind == parse.Scalar && allScalarFields(r) && !strings.HasSuffix(f.Value.Value, "."):
			c.call(f.Key, f.Value.Value)
		}
	}
	for _, i := range r.Items {
		id := ""
		for _, f := range i.Fields {
			if f.Value.Kind == parse.Scalar && wordOf(f.Key) == idWord {
				id = f.Value.Value
			}
		}
		c.call(id, nameOn(i))
	}
}

// nameOn returns the name that a record gives itself, or "".
func nameOn(r *parse.Record) string {
	for _, f := range r.Fields {
		if f.Value.Kind == parse.Scalar && wordOf(f.Key) == nameWord && !empty(f.Value) {
			return f.Value.Value
		}
	}
	return ""
}

func (c *citing) call(id, name string) {
	if k := dialect.Slug(id); k != "" && name != "" && c.titles[k] == "" {
		c.titles[k] = name
	}
}

// areaKey returns the name of a group that a key names: its title, where some
// file gives it one, else the key in words.
func (w *walker) areaKey(f parse.Field) parse.Text {
	name := keyText(w.page, f)
	if t := w.cited.titles[dialect.Slug(f.Key)]; t != "" {
		name.Value = t
	}
	return name
}

// amongNamed reports a record with a name of its own whose key only happens to be
// a word that says something, as "data" beside "launching" and "scoping": all
// records beside it are named too, and some stand under keys of the author's own.
func (w *walker) amongNamed(f parse.Field, p *parts) bool {
	if f.Value.Kind != parse.Map || w.weight(f.Value) == 0 || isCollection(wordOf(f.Key)) && !w.isRecord(f.Value) {
		return false
	}
	own := 0
	for _, o := range p.inside {
		switch {
		case o.Value.Kind != parse.Map:
		case w.nameOf(o.Value).Value == "":
			return false
		case wordOf(o.Key) == other:
			own++
		}
	}
	return own > 0
}
