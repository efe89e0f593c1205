package records

import (
	"strings"

	"rung/internal/parse"
)

// cited is what files of data cite from each other: texts that stand once, each
// under an id, for levels to list by it.
//
//	CR-1: Cuts a dovetail by hand        craft: [CR-1, CR-4]
//
// The keys of such a map may look like levels, and are none: lists name some of
// them here and some there, and no list of levels names them.
type cited struct {
	ids  map[string]bool        // that texts have
	used map[string]bool        // that lists name
	maps map[*parse.Record]bool // whose keys are ids

	titles map[string]string // of areas, by the slug of their ids
}

// shelf is a map that may hold texts by their ids.
type shelf struct {
	record *parse.Record
	says   word // of the key that it stands under
	cited  int  // keys that lists name
	levels bool // lists of levels, or of names like its own, name some
}

// citing looks for citations in several files.
type citing struct {
	shelves []*shelf
	on      map[string]*shelf // by key; nil where two shelves have it
	records map[string]bool   // ids of records that are one text
	lists   []citingList
	titles  map[string]string
	depth   int
}

type citingList struct {
	says word
	ids  []string
}

// findCited finds what the files of data cite.
func findCited(roots []*data) *cited {
	c := &citing{on: map[string]*shelf{}, records: map[string]bool{}, titles: map[string]string{}}
	for _, d := range roots {
		c.walk(wordOf(d.page.Stem), d.root)
	}
	seen := map[string]bool{}
	for _, l := range c.lists {
		c.count(l, seen)
	}
	out := &cited{used: seen, ids: map[string]bool{}, maps: map[*parse.Record]bool{}, titles: c.titles}
	for _, s := range c.shelves {
		if n := len(s.record.Fields); s.levels || s.cited < 2 || s.cited*2 < n {
			continue
		}
		out.maps[s.record] = true
		for _, f := range s.record.Fields {
			out.ids[f.Key] = true
		}
	}
	for id := range c.records {
		if seen[id] {
			out.ids[id] = true
		}
	}
	return out
}

// count adds what a list names. A list of levels or of an order names levels;
// one of areas names areas where the shelf is called by these too.
func (c *citing) count(l citingList, seen map[string]bool) {
	for _, id := range l.ids {
		s := c.on[id]
		names := l.says == levelWord || l.says == metaWord || l.says == trackWord
		switch {
		case s == nil && !names:
		case s == nil:
			continue
		case names, isCollection(l.says) && l.says == s.says && !strings.ContainsAny(id, "0123456789"):
			s.levels = true
			continue
		case !seen[id]:
			s.cited++
		}
		seen[id] = true
	}
}

// walk gathers shelves, records and lists under a record.
func (c *citing) walk(says word, r *parse.Record) {
	if c.depth++; c.depth < maxWalk {
		if says == areaWord || says == categoryWord {
			c.title(r)
		}
		switch r.Kind {
		case parse.Map:
			c.shelve(says, r)
			for _, f := range r.Fields {
				c.walk(wordOf(f.Key), f.Value)
			}
		case parse.Seq:
			c.list(says, r)
			for _, i := range r.Items {
				c.walk(says, i)
			}
		}
	}
	c.depth--
}

// shelve notes a map of texts by keys, and the id of a record that is one text.
func (c *citing) shelve(says word, r *parse.Record) {
	if id := textID(r); id != "" && says != levelWord && says != trackWord {
		c.records[id] = true
	}
	if len(r.Fields) < 2 || says == levelWord {
		return
	}
	entries := 0
	for _, f := range r.Fields {
		switch {
		case !mayBeID(f.Key):
			return
		case isEntry(f.Value):
			entries++
		case f.Value.Kind != parse.Scalar: // "Knows R" is a text of two words
			return
		}
	}
	if entries*4 < len(r.Fields)*3 {
		return
	}
	s := &shelf{record: r, says: says}
	c.shelves = append(c.shelves, s)
	for _, f := range r.Fields {
		if _, twice := c.on[f.Key]; twice {
			c.on[f.Key] = nil
		} else {
			c.on[f.Key] = s
		}
	}
}

// textID returns the id of a record that holds one text, or "".
func textID(r *parse.Record) string {
	id, texts := "", 0
	for _, f := range r.Fields {
		switch says := wordOf(f.Key); {
		case f.Value.Kind != parse.Scalar && says != exampleWord && says != signalWord && says != metaWord:
			return ""
		case says == idWord && mayBeID(f.Value.Value):
			id = f.Value.Value
		case says == textWord && isText(f.Value.Value):
			texts++
		}
	}
	if texts == 1 {
		return id
	}
	return ""
}

// isEntry reports a value that is a text, or a record with one.
func isEntry(r *parse.Record) bool {
	if r.Kind == parse.Scalar {
		return isText(r.Value)
	}
	for _, f := range r.Fields {
		if says := wordOf(f.Key); f.Value.Kind == parse.Scalar && isText(f.Value.Value) && says != metaWord && says != nameWord {
			return true
		}
	}
	return false
}

// mayBeID reports a word that may be an id, and no key for what it holds.
func mayBeID(s string) bool {
	return s != "" && len(s) <= 60 && !strings.ContainsAny(s, " \t\n,;") && wordOf(s) == other
}

// list notes the ids in a list.
func (c *citing) list(says word, r *parse.Record) {
	l := citingList{says: says}
	for _, i := range r.Items {
		if id := citation(i); id != nil {
			l.ids = append(l.ids, id.Value)
		}
	}
	if len(l.ids) > 0 {
		c.lists = append(c.lists, l)
	}
}

// citation returns the id of a text in an item of a list: a word alone, or the
// only value of a record, as in "{ref: CR-1}". It returns nil for other items.
func citation(r *parse.Record) *parse.Record {
	if r.Kind == parse.Map && len(r.Fields) == 1 && wordOf(r.Fields[0].Key) != levelWord {
		r = r.Fields[0].Value
	}
	if r.Kind == parse.Scalar && mayBeID(r.Value) {
		return r
	}
	return nil
}

// areCited reports records that are a text each, whose ids lists name.
func (w *walker) areCited(records []*parse.Record) bool {
	used := 0
	for _, r := range records {
		id := textID(r)
		if id == "" {
			return false
		}
		if w.cited.used[id] && w.cited.ids[id] {
			used++
		}
	}
	return used > 1 && used*2 >= len(records)
}

// citedRecords reads such records.
func (w *walker) citedRecords(records []*parse.Record, steps []step) {
	for _, r := range records {
		p := w.takeApart(r)
		w.parts(r, p, with(steps, p.refs...))
	}
}

// cites reports a list of which half the words or more are ids of texts.
func (d *data) cites(says word, r *parse.Record) bool {
	if r.Kind != parse.Seq || len(d.cited.ids) == 0 || says == levelWord || says == metaWord || says == trackWord {
		return false
	}
	known, words := 0, 0
	for _, i := range r.Items {
		id := citation(i)
		if id != nil || i.Kind == parse.Scalar {
			words++
		}
		if id != nil && d.cited.ids[id.Value] {
			known++
		}
	}
	return known > 0 && known*2 >= words
}

// citesByArea reports whether a file lists ids under several keys: they are
// areas. One key for all is called so for what it holds.
func (f *file) citesByArea() bool {
	name := ""
	for _, l := range f.leaves {
		s := f.spots[l]
		if !l.byID || s.area == nil {
			continue
		}
		if name != "" && name != s.area.name.Value {
			return true
		}
		name = s.area.name.Value
	}
	return false
}

// shelf reads a map of texts by their ids.
func (w *walker) shelf(r *parse.Record, steps []step) {
	for _, f := range r.Fields {
		if f.Value.Kind == parse.Scalar {
			w.note(&leaf{kind: statements, steps: steps, texts: []*parse.Record{f.Value}, key: f.Key, says: textWord})
			continue
		}
		p := w.takeApart(f.Value)
		p.id = parse.Text{Value: f.Key, Start: f.Start, End: f.End}
		w.parts(f.Value, p, with(steps, p.refs...))
	}
}

// citedList notes the ids of a list, each where it stands: records with texts of
// their own may stand between them.
func (w *walker) citedList(r *parse.Record, steps []step) {
	for _, i := range r.Items {
		switch id := citation(i); {
		case id != nil:
			w.note(&leaf{kind: require, byID: true, steps: steps, more: []*parse.Record{id}, says: requireWord})
		case i.Kind == parse.Map:
			w.record(i, steps)
		case i.Kind == parse.Scalar && isText(i.Value):
			w.note(&leaf{kind: statements, steps: steps, texts: []*parse.Record{i}, says: textWord})
		case i.Kind == parse.Scalar && !empty(i):
			w.note(&leaf{kind: require, byID: true, steps: steps, more: []*parse.Record{i}, says: requireWord})
		}
	}
}
