package records

import (
	"slices"
	"strconv"
	"strings"

	"rung/internal/dialect"
	"rung/internal/parse"
)

// scalars reads a list of texts: one statement each, or, in a list called
// levels, one level each.
func (w *walker) scalars(key parse.Text, r *parse.Record, steps []step) {
	says := wordOf(key.Value)
	if says == levelWord {
		w.levelTexts(r, steps)
		return
	}
	if says == metaWord {
		return
	}
	if says == exampleWord {
		w.note(&leaf{kind: statements, steps: steps, examples: scalarsOf(r)})
		return
	}
	if w.isParallel(r, steps) {
		w.parallel(key, r, steps)
		return
	}
	field := key
	if key.Value != "" {
		field = keyText(w.page, parse.Field{Key: key.Value, Start: key.Start, End: key.End})
	}
	w.note(&leaf{kind: statements, steps: steps, texts: scalarsOf(r), field: field, says: says})
}

// isParallel reports a list that has one text for each level of a list that the
// file declares, and stands at none.
func (w *walker) isParallel(r *parse.Record, steps []step) bool {
	if _, v := (&leaf{steps: steps}).levelAt(); v != nil || w.axis == nil || w.axis == r || len(r.Items) != len(w.axis.Items) {
		return false
	}
	return slices.ContainsFunc(r.Items, func(i *parse.Record) bool { return isPhrase(i.Value) })
}

// parallel reads such a list.
func (w *walker) parallel(key parse.Text, r *parse.Record, steps []step) {
	if n := len(steps); key.Value != "" && wordOf(key.Value) == other && (n == 0 || steps[n-1].group == nil || steps[n-1].group.id != key.Value) {
		steps = with(steps, step{group: &group{name: keyText(w.page, parse.Field{Key: key.Value, Start: key.Start, End: key.End}), id: key.Value}})
	}
	var before *rung
	for n, i := range r.Items {
		l := &level{place: n + 1, label: scalarText(w.page, w.axis.Items[n]), names: []string{w.axis.Items[n].Value}}
		before = w.levels.add(l, before)
		w.note(&leaf{kind: statements, steps: with(steps, step{level: l}), texts: scalarsOf(i)})
	}
}

// levelTexts reads a list of levels that are words alone: their names, or for
// each its text or its texts.
func (w *walker) levelTexts(r *parse.Record, steps []step) {
	var before *rung
	texts, filled := 0, 0
	for _, i := range r.Items {
		if !empty(i) {
			filled++
		}
		if i.Kind == parse.Seq || isText(i.Value) && !isName(i.Value) && !dialect.LevelName(i.Value) {
			texts++
		}
	}
	for n, i := range r.Items {
		l := &level{place: n + 1}
		if texts > 0 && texts*2 >= filled {
			l.nameless, l.names = true, []string{position(n + 1)}
			w.note(&leaf{kind: statements, steps: with(steps, step{level: l}), texts: scalarsOf(i)})
		} else if !empty(i) {
			l.label = scalarText(w.page, i)
			l.names = []string{i.Value}
		}
		if len(l.names) > 0 {
			before = w.levels.add(l, before)
			before.declared = before.declared || !l.nameless
		}
	}
}

// areTexts reports whether items are scalars, or lists of such.
func areTexts(items []*parse.Record) bool {
	for _, i := range items {
		if i.Kind == parse.Map || !allScalars(i.Items) {
			return false
		}
	}
	return len(items) > 0
}

// list reads a list of records.
func (w *walker) list(key parse.Text, r *parse.Record, steps []step) {
	says := wordOf(key.Value)
	var records []*parse.Record
	before := len(w.leaves)
	for _, i := range r.Items {
		switch i.Kind {
		case parse.Map:
			records = append(records, i)
			w.noteEnded(i)
		case parse.Seq:
			w.visit(key, i, steps)
		default:
			w.note(&leaf{kind: statements, steps: steps, texts: []*parse.Record{i}, says: says})
		}
	}
	s := w.stats(records)
	switch {
	case w.arePeople(records):
		w.people = append(w.people, records...)
	case w.areCited(records):
		w.citedRecords(records, steps)
	case w.asks(says, r, records):
		w.note(&leaf{kind: require, steps: steps, more: []*parse.Record{r}, says: says})
	case s.singles == len(records) && len(records) > 0:
		w.singles(records, steps)
	case w.askAsRoles(key.Value, s, records):
		w.levelList(trackWord, s, records, steps)
	case w.areLevels(says, s, records), w.likeSisters(key.Value, says, s, records):
		w.levelList(says, s, records, steps)
	case s.levels*2 > len(records):
		w.flat(key.Value, says, s, records, steps)
	default:
		w.groupList(key.Value, says, s, records, steps)
	}
	if len(records) > 0 && len(records) < len(r.Items) { // texts between records
		slices.SortStableFunc(w.leaves[before:], func(a, b *leaf) int { return a.start() - b.start() })
	}
}

// stats is what the records of one list have in common.
type stats struct {
	names   []string // in order, "" where there is none
	levels  int      // records that name their level
	repeats bool     // two name one level, of one track and area
	named   int      // records with a name
	unique  bool     // no name stands twice
	full    int      // records that hold lists or records with texts
	singles int      // records of one field alone, whose key is a name
}

func (w *walker) stats(records []*parse.Record) stats {
	s := stats{unique: true}
	combos, names := map[string]bool{}, map[string]bool{}
	for _, r := range records {
		name, level := w.nameOf(r).Value, w.levelField(r).Value
		if name == "" {
			name = w.idOf(r).Value
		}
		if name == "" && level == "" {
			name = w.scalarOf(r, trackWord).Value
		}
		s.names = append(s.names, name)
		if level != "" {
			s.levels++
			combo := keyOf(level) + "\x00" + w.trackOf(r)
			s.repeats = s.repeats || combos[combo]
			combos[combo] = true
		}
		if name != "" {
			s.named++
			s.unique = s.unique && !names[name]
			names[name] = true
		}
		if w.isFull(r) {
			s.full++
		}
		if len(r.Fields) == 1 && wordOf(r.Fields[0].Key) == other {
			s.singles++
		}
	}
	return s
}

// trackOf returns the track that a record names.
func (w *walker) trackOf(r *parse.Record) string { return dialect.Slug(w.scalarOf(r, trackWord).Value) }

// isFull reports whether a record holds lists or records with texts, other
// than examples.
func (w *walker) isFull(r *parse.Record) bool {
	for _, f := range r.Fields {
		if f.Value.Kind != parse.Scalar && wordOf(f.Key) != exampleWord && w.weight(f.Value) > 0 {
			return true
		}
	}
	return false
}

// areLevels reports whether each record of a list is a level.
func (w *walker) areLevels(says word, s stats, records []*parse.Record) bool {
	if len(records) == 0 {
		return false
	}
	if s.levels == len(records) && !s.repeats && says != areaWord {
		return true
	}
	if s.levels > 0 {
		return says == levelWord && !s.repeats
	}
	return says == levelWord || says != areaWord && s.named == len(records) && axis(s.names)
}

// likeSisters reports whether records of names that rank nobody by themselves
// are levels because most lists under that key in the file are: the roles
// Stagehand and Flyman of one department beside Painter and Head Painter of
// another.
func (w *walker) likeSisters(key string, says word, s stats, records []*parse.Record) bool {
	n := w.sisters[key]
	return n.levels > 0 && n.levels*2 >= n.lists && says != areaWord && s.levels == 0 && len(records) > 1 && s.named == len(records) && s.unique
}

// rolesKey are keys over what are roles whatever their names are, and no people.
var rolesKey = wordSet("role roles job jobs position positions profile profiles job-profiles role-profiles rollen stellen puestos cargos postes ruoli роли 職種 役割")

// askAsRoles reports whether records of a list called "roles" all ask for
// competencies by name: "Astronomer" ranks nobody, and is one.
func (w *walker) askAsRoles(key string, s stats, records []*parse.Record) bool {
	if !rolesKey[dialect.Slug(splitCase(key))] || s.levels > 0 || len(records) < 2 || s.named < len(records) || !s.unique {
		return false
	}
	for _, r := range records {
		if !slices.ContainsFunc(r.Fields, func(f parse.Field) bool {
			says := wordOf(f.Key)
			return f.Value.Kind == parse.Map && (says == areaWord || says == requireWord) && w.mayRequire(f, says)
		}) {
			return false
		}
	}
	return true
}

// sisterLists counts the lists of one key in a file, and those whose records
// are called as levels are.
type sisterLists struct{ lists, levels int }

func valuesOf(items []*parse.Record) []string {
	var out []string
	for _, i := range items {
		out = append(out, i.Value)
	}
	return out
}

// compareLists counts the lists of records by their keys.
func (w *walker) compareLists(key string, r *parse.Record) {
	if w.depth++; w.depth < maxWalk {
		var names []string
		for _, i := range r.Items {
			if i.Kind == parse.Map {
				names = append(names, w.nameOf(i).Value)
			}
			w.compareLists("", i)
		}
		if w.axis == nil && len(r.Items) > 1 && allScalars(r.Items) && axis(valuesOf(r.Items)) {
			w.axis = r
		}
		if len(names) > 1 && key != "" {
			n := w.sisters[key]
			n.lists++
			if axis(names) {
				n.levels++
			}
			w.sisters[key] = n
		}
		for _, f := range r.Fields {
			w.compareLists(f.Key, f.Value)
		}
	}
	w.depth--
}

// levelList reads records that are a level each.
func (w *walker) levelList(says word, s stats, records []*parse.Record, steps []step) {
	var before *rung
	for n, r := range records {
		l := &level{place: n + 1, job: says == trackWord, entered: says == levelWord}
		w.nameLevel(l, r)
		if len(l.names) == 0 {
			l.nameless, l.names = true, []string{position(n + 1)}
		}
		before = w.levels.add(l, before)
		before.declared = before.declared || !l.nameless && says == levelWord
		p := w.takeApart(r)
		p.refs = slices.DeleteFunc(p.refs, func(s step) bool { return s.group.name.Value == l.label.Value })
		w.parts(r, p, with(steps, append([]step{{level: l}}, p.refs...)...))
	}
}

// position names a level that has no name.
func position(n int) string { return strconv.Itoa(n) }

// exemplifies reports whether a field of a record says that it is an example
// of others beside it: "kind: example".
func exemplifies(r *parse.Record) bool {
	for _, f := range r.Fields {
		if f.Value.Kind != parse.Scalar || len(f.Value.Value) > 30 || wordOf(f.Value.Value) != exampleWord {
			continue
		}
		if says := wordOf(f.Key); says == metaWord || says == other { // and not of an area "story"
			return true
		}
	}
	return false
}

// private are keys of records about people, who have a level and ask for none,
// and of offers to them.
var private = wordSet(`bio biography biographie biografia e-mail email joined joined-at joined-on hired hired-at hired-on birthday github twitter linkedin mastodon pronouns
	apply apply-url apply-link apply-at application-url posted posted-at posted-on closing-date closes-on`)

// arePeople reports whether most records of a list are of people.
func (w *walker) arePeople(records []*parse.Record) bool {
	people := 0
	for _, r := range records {
		for _, f := range r.Fields {
			if private[dialect.Slug(splitCase(f.Key))] && w.nameOf(r).Value != "" {
				people++
				break
			}
		}
	}
	return people*2 > len(records)
}

// flat reads records of which several stand at one level: statements, or what
// one area asks at one level.
func (w *walker) flat(list string, says word, s stats, records []*parse.Record, steps []step) {
	named := says != textWord && s.named == len(records) && (!s.unique || s.full*2 > len(records))
	for _, r := range records {
		p := w.takeApart(r)
		at := steps
		if named && !hasArea(p.refs) {
			g := &group{name: p.name, id: p.id.Value, says: says, list: list}
			if p.name.Value == "" {
				g.name = p.id
			}
			at = with(at, step{group: g})
		}
		if p.level.Value != "" {
			l := &level{names: []string{p.level.Value}, label: p.level}
			w.levels.add(l, nil)
			at = with(at, step{level: l})
		}
		w.guessRefs(r, p, records)
		w.attach(p)
		before := len(w.leaves)
		w.parts(r, p, with(at, p.refs...))
		if exemplifies(r) {
			for _, l := range w.leaves[before:] {
				l.examples, l.texts = append(l.texts, l.examples...), nil
			}
		}
	}
}

func hasArea(refs []step) bool {
	for _, r := range refs {
		if r.group.says == areaWord || r.group.says == categoryWord {
			return true
		}
	}
	return false
}

// guessRefs finds the field that names the area of a record where no key says
// so: its values are short, and some stand in several records.
func (w *walker) guessRefs(r *parse.Record, p *parts, records []*parse.Record) {
	if hasArea(p.refs) {
		return
	}
	for _, f := range r.Fields {
		if wordOf(f.Key) != other || f.Value.Kind != parse.Scalar || empty(f.Value) || isText(f.Value.Value) || number(f.Value.Value) {
			continue
		}
		if w.repeats(f.Key, records) {
			p.refs = append(p.refs, step{group: &group{name: scalarText(w.page, f.Value), id: f.Value.Value, says: areaWord, list: f.Key, ref: true}})
			return
		}
	}
}

// repeats reports whether the values under a key stand in two records each, on
// the whole.
func (w *walker) repeats(key string, records []*parse.Record) bool {
	seen := map[string]bool{}
	n := 0
	for _, r := range records {
		if v := r.Text(key); v != "" {
			seen[v] = true
			n++
		}
	}
	return len(seen) > 1 && n >= 2*len(seen) && n*4 >= len(records)*3
}

// groupList reads records that are groups, statements, or only wrap others.
func (w *walker) groupList(list string, says word, s stats, records []*parse.Record, steps []step) {
	for _, r := range records {
		p := w.takeApart(r)
		at := steps
		if p.name.Value == "" {
			p.name = p.id
		}
		if p.name.Value != "" && says != textWord && (s.full > 0 || isCollection(says) || len(p.levels) > 0) {
			g := &group{name: p.name, id: p.id.Value, says: says, list: list}
			if g.id == "" {
				g.id = p.name.Value
			}
			w.declare(g)
			at = with(at, step{group: g})
		} else if p.name.Value == "" && len(p.refs) == 1 && (s.full > 0 || len(p.levels) > 0) {
			p.refs[0].group.ref = false
		}
		w.record(r, at)
	}
}

// singles reads a list of records of one field each, as YAML makes of "- Area:
// text".
func (w *walker) singles(records []*parse.Record, steps []step) {
	var fields []parse.Field
	for _, r := range records {
		fields = append(fields, r.Fields[0])
	}
	if axis(keysOf(fields)) {
		w.levelKeys(fields, steps)
		return
	}
	for _, f := range fields {
		w.entry("", other, f, steps)
	}
}

// noteEnded notes a record inside a list that says of itself that it is in
// force no more: "status: removed".
func (w *walker) noteEnded(r *parse.Record) {
	for _, f := range r.Fields {
		if f.Value.Kind != parse.Scalar {
			continue
		}
		if dialect.SaysEnded(f.Key, f.Value.Value) {
			w.ended = append(w.ended, r)
			return
		}
	}
}

// asks reports whether records say nothing but a competency and its level.
func (w *walker) asks(says word, list *parse.Record, records []*parse.Record) bool {
	if w.weight(list) > 0 || len(records) == 0 || len(records) < len(list.Items) {
		return false
	}
	for _, r := range records {
		named := w.scalarOf(r, areaWord).Value != "" || (says == areaWord || says == requireWord) && w.idOf(r).Value+w.nameOf(r).Value != ""
		if to := targetOf(r); to != nil && (strings.Contains(to.Value, "#") || w.levelField(r).Value != "") {
			continue
		}
		if !named || w.levelField(r).Value == "" {
			return false
		}
	}
	return true
}

// requirement notes competencies that are asked for, by name.
func (w *walker) requirement(f parse.Field, steps []step) {
	w.note(&leaf{kind: require, steps: steps, more: []*parse.Record{f.Value}, says: wordOf(f.Key)})
}

// mayRequire reports whether a field may name competencies: words alone, under
// a key that does not say otherwise.
func (w *walker) mayRequire(f parse.Field, says word) bool {
	if w.weight(f.Value) > 0 || says != areaWord && says != textWord && says != requireWord && says != other {
		return false
	}
	switch f.Value.Kind {
	case parse.Seq:
		for _, i := range f.Value.Items {
			if i.Kind != parse.Scalar || (says == textWord || says == other) && strings.Contains(i.Value, " ") {
				return false
			}
		}
		return len(f.Value.Items) > 0
	case parse.Map:
		return len(f.Value.Fields) > 0 && allScalarFields(f.Value)
	}
	return false
}
