package dialect

import (
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/pattern"
)

// bodyTable is a table within a role: what each of its columns is for.
type bodyTable struct {
	g      *Grid
	heads  int
	labels []int // columns that name areas, from the outermost on
	texts  []int
	kinds  []LaneKind
}

// layBody judges the columns of a table that stands in a role. ok is false for
// one that states nothing: figures, links, schedules, levels compared.
func layBody(b *parse.Block) (t bodyTable, ok bool) {
	g := NewGrid(b)
	if g == nil || linksTable(b) || len(g.across("level")) > 0 {
		return t, false
	}
	t = bodyTable{g: g, heads: g.heads()}
	if len(g.Rows) == 1 || !g.headed() {
		t.heads = 0
	}
	if t.heads > 0 && len(g.down("level")) > 0 {
		return t, false
	}
	t.columns()
	var f laneFacts
	for _, c := range t.texts {
		cf := factsOf(g.Column(c)[t.heads:])
		f.texts, f.filled, f.words = f.texts+cf.texts, f.filled+cf.filled, f.words+cf.words
	}
	return t, len(t.texts) > 0 && f.texts*2 >= f.filled && f.words >= 3*f.filled
}

// headed reports whether the first row heads the others: the format says so
// and it has words, or it is in bold.
func (g *Grid) headed() bool {
	for _, c := range g.Rows[0] {
		if c.says() && (c.Block.Head || c.Text.Covered(model.Strong)) {
			continue
		}
		if c.says() {
			return false
		}
	}
	return true
}

func (t *bodyTable) columns() {
	t.kinds = make([]LaneKind, t.g.Width())
	for c := range t.kinds {
		cells := t.g.Column(c)[t.heads:]
		head := ""
		if t.heads > 0 {
			head = t.g.head(c, t.heads)
		}
		t.kinds[c] = laneKind(head, cells)
		f := factsOf(cells)
		switch {
		case t.kinds[c] != TextLane && t.kinds[c] != TitleLane:
		case len(t.texts) == 0 && t.isLabel(c, head, f):
			t.labels = append(t.labels, c)
		case t.kinds[c] == TextLane:
			t.texts = append(t.texts, c)
		}
	}
	for c, kind := range t.kinds {
		if len(t.texts) == 0 && kind == ExampleLane { // nothing stands beside that it exemplifies
			t.kinds[c], t.texts = TextLane, []int{c}
		}
	}
}

// isLabel reports whether a column names what stands behind it: it is headed
// so, or says less than half as much.
func (t *bodyTable) isLabel(c int, head string, f laneFacts) bool {
	if c+1 == t.g.Width() || f.filled == 0 || f.words > 6*f.filled {
		return false
	}
	if areaHead.MatchString(head) {
		return true
	}
	rest := laneFacts{}
	for o := c + 1; o < t.g.Width(); o++ {
		of := factsOf(t.g.Column(o)[t.heads:])
		if of.words > rest.words {
			rest = of
		}
	}
	return rest.filled > 0 && f.words*rest.filled*3 <= rest.words*f.filled*2
}

// statesTable reports whether a block is a table that reads as statements.
func statesTable(b *parse.Block) bool {
	if b.Kind != parse.Table || !mayState(b) {
		return false
	}
	_, ok := layBody(b)
	return ok
}

// mayState tells tables without two cells of several words, cheaply, from
// those that are to be laid out: this is asked of every page again and again.
func mayState(b *parse.Block) bool {
	texts := 0
	for _, row := range tableRows(b) {
		for _, c := range row {
			if len(c.Children) > 0 || wordCount(c.Text.Value) >= 3 {
				if texts++; texts == 2 {
					return true
				}
			}
		}
	}
	return false
}

// table reads a table in a role: areas with their texts, or statements of the
// area it stands in. What cannot be read it reports.
func (r *bodyReader) table(a *model.Area, b *parse.Block) {
	t, ok := layBody(b)
	if !ok {
		r.survey.unread(r.page, b)
		return
	}
	var cells []*Cell
	for _, c := range t.texts {
		cells = append(cells, t.g.Column(c)[t.heads:]...)
	}
	w := tableWriter{r: r, t: t, in: a, parts: PartsOf(cells), above: make([]parse.Text, t.g.Width())}
	if t.heads > 0 && len(t.g.Rows) == t.heads+1 && len(t.labels) == 0 && len(t.texts) > 1 {
		w.byColumn = true // one row, a column for each area
	}
	for _, row := range t.g.Rows[t.heads:] {
		w.row(row)
	}
	t.account(r.survey, r.page)
}

// tabled reports whether a table in an area made areas within it, so that the
// area itself is only the frame of these.
func (r *bodyReader) tabled(a *model.Area) bool {
	n := len(r.body.Areas)
	return a.Title != "" && n > 0 && strings.HasPrefix(r.body.Areas[n-1].Title, a.Title+withinArea)
}

// withinArea stands between the name of an area and that of one within it.
const withinArea = " / "

// account accounts for the cells that are no texts: heads, labels, figures.
func (t *bodyTable) account(s *Survey, p *Page) {
	seen := map[*parse.Block]bool{}
	for i, row := range t.g.Rows {
		for c, cell := range row {
			if cell.Block == nil || seen[cell.Block] {
				continue
			}
			seen[cell.Block] = true
			switch kind := t.kinds[c]; {
			case i < t.heads, slices.Contains(t.labels, c), kind == NoLane, kind == ScopeLane && isFigure(cell.Text.Value):
				s.accountName(p, cell)
			case kind == TextLane || kind == ExampleLane:
				s.accountTexts(p, cell)
			}
		}
	}
}

// tableWriter adds the rows of a table to a body.
type tableWriter struct {
	r        *bodyReader
	t        bodyTable
	in       *model.Area // that the table stands in; the area without title says that it stands in none
	parts    Parts
	byColumn bool
	section  parse.Text
	above    []parse.Text
}

func (w *tableWriter) row(row []*Cell) {
	if t, whole := wholeRow(row); whole && len(w.t.labels) > 0 && w.t.labels[0] == 0 {
		w.section = bareSlice(t)
		clear(w.above)
		return
	}
	var labels, notes []parse.Text
	if w.section.Value != "" {
		labels = append(labels, w.section)
	}
	for _, c := range w.t.labels {
		t, more := labelOf(row[c])
		if t.Value == "" {
			t = w.above[c]
		}
		w.above[c] = t
		notes = append(notes, more...)
		if t.Value != "" {
			labels = append(labels, t)
		}
	}
	labels = withoutEchoes(labels)
	var under *model.Statement
	for c, kind := range w.t.kinds {
		switch {
		case !row[c].says() || slices.Contains(w.t.labels, c):
		case kind == ExampleLane:
			a := w.area(labels, parse.Text{})
			for _, say := range row[c].Sayings(w.parts) {
				if under != nil {
					w.r.example(&under.Examples, say.Text)
				} else {
					w.r.example(&a.Examples, say.Text)
				}
			}
		case kind == TextLane:
			head := parse.Text{}
			if (w.byColumn || len(w.t.texts) > 1) && w.t.heads > 0 {
				head = w.t.g.headCell(c, w.t.heads)
			}
			a := w.area(labels, head)
			for _, n := range notes {
				a.Intro = appendProse(a.Intro, w.r.doc, n)
			}
			notes = nil
			under = w.says(a, row[c])
		case kind == NoteLane || kind == ScopeLane && !isFigure(row[c].Text.Value):
			a := w.area(labels, parse.Text{})
			a.Intro = appendProse(a.Intro, w.r.doc, row[c].Text)
		}
	}
}

// says adds what a cell says to an area and returns its statement where it is
// one only.
func (w *tableWriter) says(a *model.Area, c *Cell) *model.Statement {
	var under *model.Statement
	said := 0
	for _, say := range c.Sayings(w.parts) {
		switch say.Kind {
		case Said:
			under = w.r.statement(a, say.Text)
			said++
		case Exemplary:
			if under != nil {
				w.r.example(&under.Examples, say.Text)
			} else {
				w.r.example(&a.Examples, say.Text)
			}
		case LeadsIn, RefersTo:
			a.Intro = appendProse(a.Intro, w.r.doc, say.Text)
		case Unwritten:
			d := CellStubRule.New(w.r.doc.Span(say.Text.Start, say.Text.End), quoted(say.Text.Value)+" stands where the text of "+quoted(a.Title)+" is expected")
			d.Help = "write what is expected, or empty the cell"
			w.r.survey.Report.Add(d)
		}
	}
	if said != 1 {
		return nil
	}
	return under
}

// area returns the area that labels name, within the one that the table stands
// in, and adds it where there is none yet.
func (w *tableWriter) area(labels []parse.Text, head parse.Text) *model.Area {
	if head.Value != "" {
		labels = append(labels[:len(labels):len(labels)], head)
	}
	if len(labels) == 0 {
		return w.in
	}
	var names []string
	if w.in.Title != "" {
		names = append(names, w.in.Title)
	}
	for _, t := range labels {
		_, t = splitEmoji(t)
		names = append(names, strings.TrimRight(t.Value, ":： "))
	}
	title := strings.Join(names, withinArea)
	id := model.AreaID(Slug(title))
	for _, a := range w.r.body.Areas {
		if a.ID == id {
			return a
		}
	}
	last := labels[len(labels)-1]
	emoji, _ := splitEmoji(last)
	a := &model.Area{ID: id, Title: title, Emoji: emoji, At: w.r.doc.Span(last.Start, last.End)}
	w.r.body.Areas = append(w.r.body.Areas, a)
	return a
}

// factHead matches the heads of tables that tell facts of a role.
var factHead = pattern.New(`(?i)^(attribute|property|field|fact|key|name|item|detail|aspect|metadata|merkmal|eigenschaft|campo|atributo|propiedad|attribut|champ)s?$`)

// introTable reads a table before the first area: facts of the role as a name
// and a value each, or else areas and their texts. later says that statements
// follow elsewhere: then a table of few words is no list of areas.
func (r *bodyReader) introTable(b *parse.Block, later bool) {
	if g := NewGrid(b); g != nil && r.factTable(g, later) {
		return
	}
	if !statesTable(b) {
		r.survey.unread(r.page, b)
		return
	}
	r.table(r.looseArea(r.doc.At(b)), b)
}

// factTable reads a table of two columns as names and values, and one of two
// rows as heads and values.
func (r *bodyReader) factTable(g *Grid, later bool) bool {
	var names, values []*Cell
	switch {
	case g.Width() == 2:
		rows := g.Rows
		if head := g.Rows[0]; len(rows) > 1 && headOfFacts(head) {
			rows = rows[1:]
		}
		for _, row := range rows {
			names, values = append(names, row[0]), append(values, row[1])
		}
	case len(g.Rows) == 2 && g.headed():
		names, values = g.Rows[0], g.Rows[1]
	default:
		return false
	}
	if !areFacts(names, values, later) {
		return false
	}
	for _, c := range slices.Concat(g.Rows...) {
		if c.Block != nil {
			r.survey.accountName(r.page, c)
		}
	}
	for i, n := range names {
		if n.says() && values[i].says() {
			at := r.doc.Span(n.Text.Start, values[i].Text.End)
			r.body.Scope = append(r.body.Scope, model.Scope{Name: bareSlice(n.Text).Value, Value: r.doc.Prose(values[i].Text), At: at})
		}
	}
	return true
}

// headOfFacts reports a first row that only says that names and values follow;
// one that is a name and a value is a fact like the others.
func headOfFacts(row []*Cell) bool {
	return !row[0].says() || !row[1].says() || factHead.MatchString(row[0].Text.Value) || valueHead.MatchString(row[1].Text.Value)
}

var valueHead = pattern.New(`(?i)^(values?|details?|description|descrição|wert|valor|valeur|значение)$`)

// areFacts reports whether names and values are facts: most are named so, or
// their values are short where statements follow elsewhere.
func areFacts(names, values []*Cell, later bool) bool {
	known, n, words := 0, 0, 0
	for i, c := range names {
		name := strings.TrimRight(c.Text.Value, ":： ")
		if !c.says() {
			continue
		}
		if wordCount(name) > 6 {
			return false
		}
		n++
		words += wordCount(values[i].Text.Value)
		if scopeHead.MatchString(name) || weakScope.MatchString(name) || titleHead.MatchString(name) || levelHead.MatchString(name) || noteHead.MatchString(name) {
			known++
		}
	}
	switch {
	case n == 0:
		return false
	case known*2 >= n:
		return true
	}
	return words <= 3*n || later && words <= 8*n
}
