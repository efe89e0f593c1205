package records

import (
	"strconv"
	"strings"

	"rung/internal/dialect"
	"rung/internal/parse"
)

// walker goes through the records of one file and notes its texts, each with
// the levels and groups that lead to it.
type walker struct {
	*data
	weights map[*parse.Record]int
	depth   int
	sisters map[string]sisterLists // by key
	axis    *parse.Record          // the first list of words that are levels, or nil
}

// maxWalk is how deep records are followed; the parser allows no more.
const maxWalk = parse.MaxDataDepth + 1

// read reads the data or the front matter of a page.
func (d *data) read(c *cited) {
	d.cited, d.levels, d.groups = c, newScale(), map[string]*group{}
	w := &walker{data: d, weights: map[*parse.Record]int{}}
	d.texts = w.weight(d.root)
	if d.texts == 0 && len(d.root.Fields)+len(d.root.Items) == 0 {
		return
	}
	w.sisters = map[string]sisterLists{}
	w.compareLists("", d.root)
	w.visit(parse.Text{}, d.root, nil)
}

// weight counts the texts under a record, but for those of metadata.
func (w *walker) weight(r *parse.Record) int {
	if r == nil {
		return 0
	}
	if n, ok := w.weights[r]; ok {
		return n
	}
	n := 0
	if r.Kind == parse.Scalar && isText(r.Value) && !dialect.IsStub(r.Value) {
		n = 1
	}
	for _, i := range r.Items {
		n += w.weight(i)
	}
	for _, f := range r.Fields {
		if says := wordOf(f.Key); says != metaWord && says != asideWord {
			n += w.weight(f.Value)
		}
	}
	w.weights[r] = n
	return n
}

// visit reads what stands under a key.
func (w *walker) visit(key parse.Text, r *parse.Record, steps []step) {
	if w.depth++; w.depth < maxWalk {
		switch {
		case w.cited.maps[r]:
			w.shelf(r, steps)
		case w.cites(wordOf(key.Value), r):
			w.citedList(r, steps)
		case r.Kind == parse.Map && isCollection(wordOf(key.Value)) && !w.isRecord(r):
			w.dictionary(key, r, steps)
		case r.Kind == parse.Map:
			w.record(r, steps)
		case r.Kind == parse.Seq && allScalars(r.Items):
			w.scalars(key, r, steps)
		case r.Kind == parse.Seq && wordOf(key.Value) == levelWord && areTexts(r.Items):
			w.levelTexts(r, steps)
		case r.Kind == parse.Seq:
			w.list(key, r, steps)
		}
	}
	w.depth--
}

func isCollection(says word) bool {
	return says == levelWord || says == areaWord || says == categoryWord || says == trackWord
}

// isRecord tells a record under "area" from a dictionary under "areas": its
// keys are known ones.
func (w *walker) isRecord(r *parse.Record) bool {
	known, collections := 0, 0
	for _, f := range r.Fields {
		if wordOf(f.Key) != other {
			known++
		}
		if f.Value.Kind != parse.Scalar {
			collections++
		}
	}
	return known*2 > len(r.Fields) && collections < len(r.Fields)
}

func allScalars(items []*parse.Record) bool {
	for _, i := range items {
		if i.Kind != parse.Scalar {
			return false
		}
	}
	return true
}

// dictionary reads a map whose keys are data: the ids or the names of levels,
// areas or tracks.
func (w *walker) dictionary(key parse.Text, r *parse.Record, steps []step) {
	says := wordOf(key.Value)
	if says == levelWord || axis(keysOf(r.Fields)) {
		w.levelKeys(r.Fields, steps)
		return
	}
	if says == trackWord && w.areRoles(r.Fields) {
		w.roles(r.Fields, steps)
		return
	}
	for _, f := range r.Fields {
		w.entry(key.Value, says, f, steps)
	}
}

// areRoles reports whether entries are a role each: every one names its level,
// and no two of one track the same.
func (w *walker) areRoles(fields []parse.Field) bool {
	seen := map[string]bool{}
	for _, f := range fields {
		if f.Value.Kind != parse.Map {
			return false
		}
		level := w.levelField(f.Value).Value
		combo := keyOf(level) + "\x00" + w.trackOf(f.Value)
		if level == "" || seen[combo] {
			return false
		}
		seen[combo] = true
	}
	return len(fields) > 1
}

// roles reads entries that are a role each.
func (w *walker) roles(fields []parse.Field, steps []step) {
	for i, f := range fields {
		l := &level{place: i + 1}
		w.nameLevel(l, f.Value)
		l.names = append(l.names, f.Key)
		w.levels.add(l, nil)
		p := w.takeApart(f.Value)
		w.parts(f.Value, p, with(steps, append([]step{{level: l}}, p.refs...)...))
	}
}

// entry reads a field whose key names a group.
func (w *walker) entry(list string, says word, f parse.Field, steps []step) {
	g := &group{name: w.areaKey(f), id: f.Key, says: says, list: list}
	if f.Value.Kind == parse.Map {
		if name := w.nameOf(f.Value); name.Value != "" {
			g.name = name
		}
	}
	w.declare(g)
	switch {
	case f.Value.Kind == parse.Scalar:
		w.single(f, with(steps, step{group: g}))
	case f.Value.Kind == parse.Map && says == other:
		w.record(f.Value, with(steps, step{group: g}))
	case f.Value.Kind == parse.Map:
		w.record(f.Value, with(steps, step{group: g}))
	default:
		w.visit(parse.Text{}, f.Value, with(steps, step{group: g}))
	}
}

// single notes a text that stands alone under the name of its area.
func (w *walker) single(f parse.Field, steps []step) {
	if !empty(f.Value) {
		w.note(&leaf{kind: statements, steps: steps, texts: []*parse.Record{f.Value}, soft: !isText(f.Value.Value)})
	}
}

// levelKeys reads fields whose keys are levels.
func (w *walker) levelKeys(fields []parse.Field, steps []step) {
	var before *rung
	titles := true // short values under levels are their titles, where all are
	for _, f := range fields {
		titles = titles && (f.Value.Kind != parse.Scalar || isTitle(f.Value))
	}
	for i, f := range fields {
		l := &level{names: []string{f.Key}, label: keyText(w.page, f), place: i + 1, entered: true, told: w.told.has(f.Key)}
		if f.Value.Kind == parse.Map {
			w.nameLevel(l, f.Value)
		} else if f.Value.Kind == parse.Scalar && titles {
			l.title = scalarText(w.page, f.Value)
		}
		before = w.levels.add(l, before)
		before.declared = before.declared || w.weight(f.Value) == 0
		at := with(steps, step{level: l})
		if f.Value.Kind == parse.Scalar {
			if !titles {
				w.single(f, at)
			}
			continue
		}
		w.visit(parse.Text{}, f.Value, at)
	}
}

// isTitle reports a value that only names a level.
func isTitle(r *parse.Record) bool {
	return r.Kind == parse.Scalar && !isReference(r.Value) && (!isText(r.Value) || isName(r.Value) || dialect.RoleTitle(r.Value) || dialect.LevelName(r.Value))
}

// nameLevel takes the names of a level from its record.
func (w *walker) nameLevel(l *level, r *parse.Record) {
	if label := w.levelField(r); label.Value != "" {
		l.names = append(l.names, label.Value)
		l.label = label
	}
	id, name := w.idOf(r), w.nameOf(r)
	if id.Value+name.Value+l.label.Value == "" {
		name = w.scalarOf(r, trackWord) // "role: Senior Keeper"
		l.job = l.job || name.Value != ""
	}
	if short, _ := dialect.SplitLabel(id.Value); l.label.Value == "" && (short.Text != "" || number(id.Value) && len(id.Value) < 3) {
		l.label = id
	}
	if id.Value != "" {
		l.names = append(l.names, id.Value)
	}
	if name.Value == "" {
		if l.label.Value == "" {
			l.label = id
		}
		return
	}
	l.names = append(l.names, name.Value)
	if l.label.Value == "" {
		l.label = name
	} else if dialect.Slug(l.label.Value) != dialect.Slug(name.Value) {
		l.title = name
	}
}

// note adds a leaf, unless it says nothing. Stubs are no statements.
func (w *walker) note(l *leaf) {
	kept := l.texts[:0:0]
	for _, t := range l.texts {
		if !empty(t) && !dialect.IsStub(t.Value) {
			kept = append(kept, t)
			if strings.HasSuffix(strings.TrimSpace(t.Value), "?") {
				w.questions++
			}
		}
	}
	l.texts = kept
	if len(l.texts)+len(l.examples)+len(l.more) > 0 {
		w.leaves = append(w.leaves, l)
	}
}

// declare enters a group under the names that others may refer to it by. The
// first holds.
func (w *walker) declare(g *group) {
	for _, n := range []string{g.id, g.name.Value} {
		if k := dialect.Slug(n); k != "" && w.groups[k] == nil {
			w.groups[k] = g
		}
	}
}

func keysOf(fields []parse.Field) []string {
	var out []string
	for _, f := range fields {
		out = append(out, f.Key)
	}
	return out
}

// keyText returns a key as a text, in words: "timeManagement" is "Time
// management".
func keyText(p *dialect.Page, f parse.Field) parse.Text {
	name := f.Key
	if !strings.Contains(name, " ") {
		if label, _ := dialect.SplitLabel(name); label.Text == "" {
			name = title(name)
		}
	}
	return parse.Text{Value: name, Start: f.Start, End: f.End}
}

// scalarText returns the words of a scalar without markup.
func scalarText(p *dialect.Page, r *parse.Record) parse.Text {
	if empty(r) || r.Kind != parse.Scalar {
		return parse.Text{}
	}
	return flatten(p.Doc.Words(r))
}

func flatten(blocks []*parse.Block) parse.Text {
	var parts []parse.Text
	var visit func([]*parse.Block)
	visit = func(blocks []*parse.Block) {
		for _, b := range blocks {
			if b.Text.Value != "" {
				parts = append(parts, b.Text)
			}
			visit(b.Children)
		}
	}
	visit(blocks)
	if len(parts) == 1 {
		return parts[0]
	}
	return parse.Join(parts...)
}

// number reports a scalar that is a number.
func number(s string) bool {
	_, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return err == nil
}
