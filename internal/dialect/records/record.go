package records

import (
	"slices"
	"strings"

	"rung/internal/dialect"
	"rung/internal/parse"
)

// parts is a record taken apart by what its fields are for.
type parts struct {
	id, name, level parse.Text
	refs            []step        // groups that fields name
	texts           []parse.Field // statements
	short, long     []parse.Field // summaries, and the same at length
	examples        []parse.Field // examples and signals
	facts           []parse.Field // for the scope
	levels          []parse.Field // whose keys are levels
	inside          []parse.Field // that hold records or lists with texts
	loose           []parse.Field // texts under keys that say nothing
	takes           []parse.Field // what is taken over
	asides          []parse.Field // what is not asked for
}

// takeApart sorts the fields of a record.
func (w *walker) takeApart(r *parse.Record) *parts {
	p := &parts{}
	byLevel, shown := w.levelFields(r), w.mixed.of(r)
	for i, f := range r.Fields {
		says := wordOf(f.Key)
		switch {
		case byLevel[i]:
			p.levels = append(p.levels, f)
		case says == asideWord:
			p.asides = append(p.asides, f)
		case shown && w.mixed.texts[f.Key] && f.Value.Kind == parse.Scalar:
			p.texts = append(p.texts, f)
		case shown && w.mixed.lists[f.Key] && f.Value.Kind == parse.Seq && allScalars(f.Value.Items):
			p.examples = append(p.examples, f)
		case says == textWord && f.Value.Kind == parse.Scalar && number(f.Value.Value): // "points: 3" weighs and says nothing
		case f.Value.Kind == parse.Scalar:
			w.scalarField(p, f, says)
		case says == metaWord:
		case says == scopeWord && f.Value.Kind == parse.Map && allScalarFields(f.Value):
			p.facts = append(p.facts, f.Value.Fields...)
		case credentials[dialect.Slug(f.Key)] && f.Value.Kind == parse.Seq && allScalars(f.Value.Items):
			p.facts = append(p.facts, f)
		case says == extendWord && allShort(f.Value):
			p.takes = append(p.takes, f)
		case says == exampleWord && allScalars(f.Value.Items) && f.Value.Kind == parse.Seq, says == signalWord && allScalars(f.Value.Items):
			p.examples = append(p.examples, f)
		default:
			p.inside = append(p.inside, f)
		}
	}
	return p
}

func allScalarFields(r *parse.Record) bool {
	for _, f := range r.Fields {
		if f.Value.Kind != parse.Scalar {
			return false
		}
	}
	return true
}

func allShort(r *parse.Record) bool {
	for _, i := range r.Items {
		if i.Kind != parse.Scalar || isText(i.Value) {
			return false
		}
	}
	return r.Kind == parse.Seq
}

// scalarField puts a field of one value where it belongs.
func (w *walker) scalarField(p *parts, f parse.Field, says word) {
	if empty(f.Value) {
		return
	}
	text := isText(f.Value.Value)
	switch says {
	case idWord:
		if p.id.Value == "" {
			p.id = scalarText(w.page, f.Value)
		}
	case nameWord:
		w.named(p, f)
	case levelWord:
		switch {
		case isCount(f.Key, f.Value):
		case p.level.Value == "" && len(f.Value.Value) <= 80:
			p.level = scalarText(w.page, f.Value)
		case text:
			p.loose = append(p.loose, f)
		}
	case areaWord, categoryWord, trackWord:
		if text && len(f.Value.Value) > 80 {
			p.loose = append(p.loose, f)
			return
		}
		p.refs = append(p.refs, step{group: &group{name: scalarText(w.page, f.Value), id: f.Value.Value, says: says, list: f.Key, ref: true}})
	case textWord:
		p.texts = append(p.texts, f)
	case summaryWord:
		p.short = append(p.short, f)
	case detailWord:
		p.long = append(p.long, f)
	case exampleWord, signalWord:
		p.examples = append(p.examples, f)
	case scopeWord:
		p.facts = append(p.facts, f)
	case extendWord:
		p.takes = append(p.takes, f)
	case metaWord:
	default:
		if text {
			p.loose = append(p.loose, f)
		}
	}
}

// named takes the name of a record. Of several fields that name it, "title"
// is what people read, and a name beside it what other records say.
func (w *walker) named(p *parts, f parse.Field) {
	name := scalarText(w.page, f.Value)
	switch {
	case p.name.Value == "":
		p.name = name
	case dialect.Slug(f.Key) == "title" || dialect.Slug(splitCase(f.Key)) == "display-name" || dialect.Slug(f.Key) == "label":
		if p.id.Value == "" {
			p.id = p.name
		}
		p.name = name
	case p.id.Value == "":
		p.id = name
	}
}

// levelFields returns which fields of a record have a level for their key:
// two at least that hold texts, or records with texts.
func (w *walker) levelFields(r *parse.Record) map[int]bool {
	var names []string
	var at []int
	for i, f := range r.Fields {
		spoken := strings.ReplaceAll(f.Key, "_", " ") // "junior_keeper"
		if dialect.LevelName(spoken) && wordOf(f.Key) != metaWord || number(f.Key) {
			names = append(names, spoken)
			at = append(at, i)
		}
	}
	if len(names) == 0 {
		names, at = w.countedFields(r)
	}
	if told := w.told.fields(w, r); len(told) > len(names) || len(told) > 0 && !axis(names) {
		at = told
	} else if !axis(names) {
		return nil
	}
	out := map[int]bool{}
	for _, i := range at {
		out[i] = true
	}
	for i, f := range r.Fields { // a level of an odd name, among others
		if !out[i] && i > at[0] && wordOf(f.Key) == other && alike(f.Value, r.Fields[at[0]].Value) {
			out[i] = true
		}
	}
	return out
}

// alike reports whether two records have the same fields, or most of them.
func alike(a, b *parse.Record) bool {
	if a.Kind != parse.Map || b.Kind != parse.Map {
		return false
	}
	same := 0
	for _, f := range a.Fields {
		if b.Get(f.Key) != nil {
			same++
		}
	}
	return same > 0 && same*2 >= max(len(a.Fields), len(b.Fields))
}

func (w *walker) nameOf(r *parse.Record) parse.Text {
	p := &parts{}
	for _, f := range r.Fields {
		if wordOf(f.Key) == nameWord && f.Value.Kind == parse.Scalar && !empty(f.Value) {
			w.named(p, f)
		}
	}
	return p.name
}

func (w *walker) idOf(r *parse.Record) parse.Text { return w.scalarOf(r, idWord) }

func (w *walker) levelField(r *parse.Record) parse.Text { return w.scalarOf(r, levelWord) }

// scalarOf returns the first scalar of a record whose key says so.
func (w *walker) scalarOf(r *parse.Record, says word) parse.Text {
	for _, f := range r.Fields {
		if f.Value.Kind == parse.Scalar && !empty(f.Value) && wordOf(f.Key) == says && len(f.Value.Value) <= 80 && !isCount(f.Key, f.Value) {
			return scalarText(w.page, f.Value)
		}
	}
	return parse.Text{}
}

// record reads a record whose steps lead to it. A level that it names itself
// is one more step.
func (w *walker) record(r *parse.Record, steps []step) {
	if w.cited.maps[r] {
		w.shelf(r, steps)
		return
	}
	p := w.takeApart(r)
	if p.level.Value != "" && (w.weight(r) > 0 || len(p.inside) > 0) && !standsAt(steps, p.level.Value) {
		l := &level{}
		w.nameLevel(l, r)
		w.levels.add(l, nil)
		steps = with(steps, step{level: l})
	}
	w.parts(r, p, with(steps, p.refs...))
}

// standsAt reports whether steps lead to that level already.
func standsAt(steps []step, name string) bool {
	for _, s := range steps {
		if s.level != nil {
			for _, n := range s.level.names {
				if keyOf(n) == keyOf(name) {
					return true
				}
			}
		}
	}
	return false
}

// parts notes what a record says, and goes on to what is inside it.
func (w *walker) parts(r *parse.Record, p *parts, steps []step) {
	if len(p.levels) > 0 {
		w.levelKeys(p.levels, steps)
	}
	lists, nested := w.contents(p)
	if unknownKeys(lists) > 0 { // "operations: one text" beside "craft: [several]"
		p.inside = append(p.inside, p.loose...)
		p.loose = nil
		slices.SortStableFunc(p.inside, func(a, b parse.Field) int { return a.Start - b.Start })
	}
	switch {
	case nested || len(p.levels) > 0:
		w.prose(p, steps)
	case len(lists) > 0 && len(p.texts) == 0:
		w.prose(p, steps)
	default:
		w.leaf(p, steps)
		nested = true
	}
	w.facts(p, steps)
	for _, f := range p.inside {
		w.inside(f, p, steps, len(lists))
	}
	if !nested {
		w.areaExamples(p, steps)
	}
}

// states reports whether a record says under a key for it what is asked: in one
// text, or in a list of them.
func (w *walker) states(p *parts) bool {
	return len(p.texts) > 0 || slices.ContainsFunc(p.inside, func(f parse.Field) bool {
		return wordOf(f.Key) == textWord && f.Value.Kind == parse.Seq && w.isTexts(f)
	})
}

func unknownKeys(fields []parse.Field) int {
	n := 0
	for _, f := range fields {
		if wordOf(f.Key) == other {
			n++
		}
	}
	return n
}

// contents returns the fields that are lists of texts, and whether anything
// else inside the record holds texts.
func (w *walker) contents(p *parts) (lists []parse.Field, nested bool) {
	for _, f := range p.inside {
		switch {
		case f.Value.Kind == parse.Seq && len(f.Value.Items) > 0 && allScalars(f.Value.Items):
			if w.isTexts(f) {
				lists = append(lists, f)
			}
		case w.weight(f.Value) > 0:
			nested = true
		}
	}
	for _, f := range p.examples { // signals are what is asked where nothing else is
		if wordOf(f.Key) == signalWord && f.Value.Kind == parse.Seq && !w.states(p) && w.weight(f.Value) > 0 {
			lists = append(lists, f)
			p.inside = append(p.inside, f)
		}
	}
	return lists, nested
}

// isTexts reports whether a list of scalars is one of statements: its key says
// so, or half of them are texts.
func (w *walker) isTexts(f parse.Field) bool {
	texts, said := 0, 0
	for _, i := range f.Value.Items {
		if !empty(i) && !number(i.Value) {
			said++
		}
		if isPhrase(i.Value) && !dialect.IsStub(i.Value) || isReference(i.Value) {
			texts++
		}
	}
	says := wordOf(f.Key)
	return said > 0 && (texts*2 >= said || texts > 0 && says == textWord)
}

// leaf notes a record that is one statement, with its examples.
func (w *walker) leaf(p *parts, steps []step) {
	l := &leaf{kind: statements, steps: steps, key: p.id.Value, says: textWord}
	text, rest := w.choose(p)
	if text == nil {
		for _, f := range p.loose {
			w.loose(f, p, steps)
		}
		w.areaExamples(p, steps)
		return
	}
	l.texts = []*parse.Record{text.Value}
	l.field, l.says = parse.Text{Value: text.Key, Start: text.Start, End: text.End}, wordOf(text.Key)
	l.soft = l.says == summaryWord || l.says == detailWord
	for _, f := range rest {
		l.more = append(l.more, f.Value)
	}
	for _, f := range p.examples {
		l.examples = append(l.examples, scalarsOf(f.Value)...)
	}
	w.note(l)
}

// choose returns the field that is the statement: what is called one, else the
// shorter of two texts, else a text under any key.
func (w *walker) choose(p *parts) (text *parse.Field, rest []parse.Field) {
	var all []parse.Field
	for _, list := range [][]parse.Field{p.texts, p.short, p.long} {
		for _, f := range list {
			if !dialect.IsStub(f.Value.Value) && !isCode(f.Value.Value) {
				all = append(all, f)
			}
		}
	}
	if len(all) == 0 && len(p.loose) == 1 {
		all = p.loose
	}
	for i, f := range p.examples { // "signal: one text" is what is asked where nothing else is
		if len(all) == 0 && f.Value.Kind == parse.Scalar && wordOf(f.Key) == signalWord {
			all = append(all, f)
			p.examples = slices.Delete(p.examples, i, i+1)
			break
		}
	}
	if len(all) == 0 {
		return nil, nil
	}
	best := 0
	if len(p.texts) == 0 && len(p.short) > 1 && len(p.loose) == 0 {
		for i := range p.short {
			if i < len(all) && len(all[i].Value.Value) < len(all[best].Value.Value) {
				best = i
			}
		}
	}
	for i := range all {
		if i != best {
			rest = append(rest, all[i])
		}
	}
	if len(p.loose) > 0 && len(p.texts)+len(p.short)+len(p.long) > 0 {
		rest = append(rest, p.loose...)
	}
	return &all[best], rest
}

// loose notes a text under a key that says nothing: the key names an area.
func (w *walker) loose(f parse.Field, p *parts, steps []step) {
	g := &group{name: w.areaKey(f), id: f.Key, list: "", says: other}
	w.note(&leaf{kind: statements, steps: with(steps, step{group: g}), texts: []*parse.Record{f.Value}})
}

// prose notes what a record says of what is inside it.
func (w *walker) prose(p *parts, steps []step) {
	for _, list := range [][]parse.Field{p.texts, p.short, p.long, p.loose} {
		for _, f := range list {
			w.note(&leaf{kind: about, steps: steps, texts: []*parse.Record{f.Value}, field: keyText(w.page, f), says: wordOf(f.Key)})
		}
	}
}

func (w *walker) facts(p *parts, steps []step) {
	for _, f := range p.facts {
		w.note(&leaf{kind: fact, steps: steps, texts: scalarsOf(f.Value), field: keyText(w.page, f), says: scopeWord})
	}
	for _, f := range p.asides {
		w.note(&leaf{kind: about, steps: steps, texts: textsBelow(f.Value), field: keyText(w.page, f), says: detailWord})
	}
	for _, f := range p.takes {
		w.note(&leaf{kind: takeOver, steps: steps, texts: scalarsOf(f.Value), field: keyText(w.page, f), says: extendWord})
	}
}

// areaExamples notes examples that stand beside statements and under none.
func (w *walker) areaExamples(p *parts, steps []step) {
	for _, f := range p.examples {
		if wordOf(f.Key) == signalWord && !w.states(p) {
			continue // read as statements
		}
		w.note(&leaf{kind: statements, steps: steps, examples: scalarsOf(f.Value)})
	}
}

// scalarsOf returns a scalar, or those of a list.
func scalarsOf(r *parse.Record) []*parse.Record {
	if r.Kind == parse.Scalar {
		return []*parse.Record{r}
	}
	var out []*parse.Record
	for _, i := range r.Items {
		if i.Kind == parse.Scalar {
			out = append(out, i)
		}
	}
	return out
}

// textsBelow returns the texts anywhere under a record.
func textsBelow(r *parse.Record) []*parse.Record {
	if r.Kind == parse.Scalar {
		return []*parse.Record{r}
	}
	var out []*parse.Record
	for _, i := range r.Items {
		out = append(out, textsBelow(i)...)
	}
	for _, f := range r.Fields {
		if wordOf(f.Key) != metaWord {
			out = append(out, textsBelow(f.Value)...)
		}
	}
	return out
}

// inside reads a field that holds more.
func (w *walker) inside(f parse.Field, p *parts, steps []step, lists int) {
	says := wordOf(f.Key)
	key := parse.Text{Value: f.Key, Start: f.Start, End: f.End}
	switch {
	case f.Value.Kind == parse.Scalar:
		w.loose(f, p, steps)
	case w.cites(says, f.Value) && says == other:
		w.entry("", other, f, steps)
	case w.cites(says, f.Value):
		w.citedList(f.Value, steps)
	case says != other && w.amongNamed(f, p):
		w.entry("", other, f, steps)
	case says == requireWord || w.mayRequire(f, says) && !(f.Value.Kind == parse.Seq && w.isTexts(f)):
		w.requirement(f, steps)
	case f.Value.Kind == parse.Seq && allScalars(f.Value.Items):
		if w.isTexts(f) {
			if says == other {
				steps = with(steps, step{group: &group{name: w.areaKey(f), id: f.Key, says: other}})
			}
			w.scalars(key, f.Value, steps)
		}
	case says != other || f.Value.Kind == parse.Map && w.weight(f.Value) == 0:
		w.visit(key, f.Value, steps)
	default:
		w.entry("", other, f, steps)
	}
}
