package records

import "rung/internal/parse"

// mixed are the keys of records that stand beside plain texts in one list:
//
//   - Shows work on the second day.
//   - does: Tells a client early.
//     like: [Phoned before noon]
//
// What the others say in one text, such a record says under a key of its own, and
// what it lists beside that shows it. A set uses these keys for nothing else.
type mixed struct {
	texts map[string]bool
	lists map[string]bool
}

// findMixed finds these keys in the data of a set.
func findMixed(roots []*data) mixed {
	m := mixed{map[string]bool{}, map[string]bool{}}
	for _, d := range roots {
		m.walk(d.root, 0)
	}
	return m
}

func (m mixed) walk(r *parse.Record, depth int) {
	if r == nil || depth > maxWalk {
		return
	}
	texts := 0
	for _, i := range r.Items {
		if i.Kind == parse.Scalar && isText(i.Value) {
			texts++
		}
	}
	for _, i := range r.Items {
		if texts > 0 && i.Kind == parse.Map {
			m.add(i)
		}
		m.walk(i, depth+1)
	}
	for _, f := range r.Fields {
		m.walk(f.Value, depth+1)
	}
}

// add takes the keys of a record that has one text, and lists of words beside it.
func (m mixed) add(r *parse.Record) {
	text := ""
	var lists []string
	for _, f := range r.Fields {
		switch {
		case f.Value.Kind == parse.Seq && allScalars(f.Value.Items):
			lists = append(lists, f.Key)
		case f.Value.Kind != parse.Scalar || !isText(f.Value.Value):
		case text != "":
			return
		default:
			text = f.Key
		}
	}
	if text == "" || len(lists) == 0 {
		return
	}
	m.texts[text] = true
	for _, key := range lists {
		m.lists[key] = true
	}
}

// of reports whether a record is one of these.
func (m mixed) of(r *parse.Record) bool {
	for _, f := range r.Fields {
		if m.texts[f.Key] && f.Value.Kind == parse.Scalar && isText(f.Value.Value) {
			return true
		}
	}
	return false
}
