package dialect

import (
	"slices"
	"strings"

	"rung/internal/parse"
	"rung/internal/pattern"
)

// maxLevels is how many levels a ladder may have before a column of names is
// something else, as a list of people.
const maxLevels = 30

// down reads levels as rows: a row for each level, or, in a table of records,
// several.
func (g *Grid) down(near string) []*Layout {
	heads := g.heads()
	best := -1
	for c := range g.Width() {
		if heads == 1 && !g.marked() && LevelName(g.Rows[0][c].Text.Value) && !levelHead.MatchString(g.Rows[0][c].Text.Value) {
			heads = 0 // the first row is a level like the others
		}
		if !g.levelColumn(c, heads, near) {
			continue
		}
		if head := g.head(c, heads); levelHead.MatchString(head) {
			best = c
			break
		}
		if best < 0 && !titleHead.MatchString(g.head(c, heads)) {
			best = c
		}
	}
	if best < 0 {
		return nil
	}
	d := &downReader{g: g, heads: heads, level: best}
	return d.layouts()
}

// heads returns how many rows head the columns: those that the format marks so,
// or the first one.
func (g *Grid) heads() int {
	n := 0
	for n < min(headRows, len(g.Rows)-1) && !slices.ContainsFunc(g.Rows[n], func(c *Cell) bool { return c.Block != nil && !c.Block.Head && c.says() }) {
		n++
	}
	if _, whole := wholeRow(g.Rows[0]); whole && n == 0 {
		return 0
	}
	return max(n, 1)
}

// marked reports whether the format says that the first row is one of heads.
func (g *Grid) marked() bool {
	return slices.ContainsFunc(g.Rows[0], func(c *Cell) bool { return c.Block != nil && c.Block.Head })
}

// head returns the head of a column: the words of its lowest head cell.
func (g *Grid) head(c, heads int) string { return g.headCell(c, heads).Value }

func (g *Grid) headCell(c, heads int) parse.Text {
	for h := heads - 1; h >= 0; h-- {
		if t := g.Rows[h][c].Text; t.Value != "" {
			return bareSlice(t)
		}
	}
	return parse.Text{}
}

// levelColumn reports whether the cells of a column are levels.
func (g *Grid) levelColumn(c, heads int, near string) bool {
	var names []string
	seen := map[string]bool{}
	head := g.head(c, heads)
	for _, row := range g.Rows[heads:] {
		if _, whole := wholeRow(row); whole && !LevelName(row[c].Text.Value) {
			continue
		}
		name, _ := headOf(row[c])
		if key := Slug(name.Value); key != "" && !seen[key] {
			seen[key] = true
			names = append(names, name.Value)
		}
		if len(names) > maxLevels {
			return false
		}
	}
	told := levelHead.MatchString(head)
	if noteHead.MatchString(head) || isExampleHead(head) || otherHead.MatchString(head) && !rankedJobs(names) { // "Version" counts 1.1 and 1.2
		return false
	}
	if !LevelAxis(withoutAll(names)) {
		// Levels of the author's own naming, as "Explorer" and "Guide".
		about := g.about || mentionsLevels(near) || ladderWord.MatchString(near)
		if countsJob(names) { // "Plätz 1" and "Plätz 2" count something
			return (about || told) && g.broad(c, heads)
		}
		return told && plainLevel.MatchString(head) && (about || g.broad(c, heads)) && len(names) >= 2 && shortNames(names)
	}
	if counted(names) && !told && !mentionsLevels(near) && !(g.about && head == "" && g.sentences(c, heads) == g.Width()-1) {
		return false
	}
	if processes(names) && !g.about && !ladderWord.MatchString(near) && !g.broad(c, heads) {
		return false
	}
	return told || certainty(names) > 0 || len(sharedJobs(names)) > 0 || proficient(names) || counted(names)
}

// processes reports names that count the steps of something: "Stage 1".
func processes(names []string) bool {
	return !slices.ContainsFunc(names, func(n string) bool {
		label, rest := SplitLabel(n)
		return rest != "" || !stepNouns[strings.ToLower(label.Prefix)]
	})
}

// broad reports whether three columns or more beside one hold sentences, as
// areas do; what is done at a stage of something is told in one or two.
func (g *Grid) broad(beside, heads int) bool { return g.sentences(beside, heads) >= 3 }

// sentences counts the columns beside one that hold sentences.
func (g *Grid) sentences(beside, heads int) int {
	n := 0
	for c := range g.Width() {
		if c == beside || headsOther(g.head(c, heads), nil) {
			continue
		}
		if f := factsOf(g.Column(c)[heads:]); f.filled > 1 && f.texts*4 >= f.filled*3 {
			n++
		}
	}
	return n
}

// plainLevel matches heads that name levels and nothing else: a table of steps
// or stages is mostly one of a process.
var plainLevel = pattern.New(`(?i)^(the )?((career|job|role|seniority) )?(levels?|grades?|seniority|nív(el|eis)|nivel(es)?|niveaux?|karrierestufen?|livell[oi]|senioridade|уров(ень|ни)|грейды?|レベル|等級|级别|레벨|` + afterJob + `)$`)

func shortNames(names []string) bool {
	return !slices.ContainsFunc(names, func(n string) bool { return wordCount(n) > 4 })
}

// proficient reports whether all names are words of proficiency.
func proficient(names []string) bool {
	for _, n := range names {
		if RoleTitle(n) || !LevelName(n) {
			return false
		}
	}
	return true
}

// downReader reads a table whose rows are levels, or records that name one.
type downReader struct {
	g     *Grid
	heads int
	level int

	kinds []columnKind
	lanes []LaneKind // once judged
	rows  []downRow
}

// columnKind is what a column of records is for.
type columnKind int

const (
	laneColumn columnKind = iota // texts, titles and facts: see laneKind
	levelColumn
	trackColumn
	areaColumn
	titleColumn
	keyColumn
	noColumn
)

// downRow is a record: what the empty cells of a column leave to the row above
// is filled in.
type downRow struct {
	cells []*Cell
	group parse.Text // of a row that heads those below it
}

func (d *downReader) layouts() []*Layout {
	d.records()
	d.judge()
	d.names()
	var out []*Layout
	byTrack := map[string]*Layout{}
	for _, row := range d.rows {
		track := d.track(row)
		key := Slug(track.Value)
		l := byTrack[key]
		if l == nil {
			l = &Layout{Grid: d.g, Track: track, Head: d.g.headCell(d.level, d.heads)}
			byTrack[key] = l
			out = append(out, l)
		}
		d.record(l, row)
	}
	for _, l := range out {
		d.finish(l)
	}
	return groupsAreAreas(out)
}

// groupsAreAreas puts layouts together whose rows gather the same levels, each
// with one text: the rows that head them name areas and no tracks.
func groupsAreAreas(all []*Layout) []*Layout {
	for _, l := range all {
		if len(all) < 2 || !l.Single || l.Track.Value == "" || NamesTrack(l.Track.Value) || !sameLevels(l.Names(), all[0].Names()) {
			return all
		}
	}
	whole := *all[0]
	whole.Track, whole.Lanes, whole.Single = parse.Text{}, nil, false
	for _, l := range all {
		for _, lane := range l.Lanes {
			whole.place(lane, l)
		}
	}
	return []*Layout{&whole}
}

// place adds a lane of another layout of the same levels, under that one's
// track as the name of its area.
func (l *Layout) place(lane *Lane, from *Layout) {
	c := *lane
	if lane.Kind == TextLane || lane.Kind == ExampleLane {
		c.Labels = []parse.Text{from.Track}
	}
	c.Cells = make([][]*Cell, len(l.Levels))
	for i, v := range from.Levels {
		at := slices.IndexFunc(l.Levels, func(w LayoutLevel) bool { return Slug(w.Name.Value) == Slug(v.Name.Value) })
		if at < 0 {
			l.Levels = append(l.Levels, v)
			at = len(l.Levels) - 1
			for _, had := range l.Lanes {
				had.grow(at)
			}
			c.grow(at)
		}
		c.Cells[at] = lane.Cells[i]
	}
	l.Lanes = append(l.Lanes, &c)
}

// names notes which cells are names: heads, levels and what the columns beside
// the texts hold.
func (d *downReader) names() {
	for _, row := range d.g.Rows[:d.heads] {
		d.g.names(row...)
	}
	tidy := slices.Contains(d.kinds, areaColumn) // where figures are those of a record
	for _, r := range d.rows {
		for c, cell := range r.cells {
			if d.kinds[c] != laneColumn || d.laneKind(c) == NoLane || d.laneKind(c) == TitleLane || tidy && d.laneKind(c) == ScopeLane || IsBlank(cell.Text.Value) {
				d.g.names(cell)
			}
		}
	}
}

// records gathers the rows below the heads.
func (d *downReader) records() {
	var group parse.Text
	above := make([]*Cell, d.g.Width())
	for _, row := range d.g.Rows[d.heads:] {
		if t, whole := wholeRow(row); whole && !d.isLevel(t) {
			d.g.names(row...)
			group = bareSlice(t)
			clear(above)
			continue
		}
		if d.headAgain(row) {
			d.g.names(row...)
			continue
		}
		cells := slices.Clone(row)
		if !cells[d.level].says() && above[d.level] != nil {
			cells[d.level] = above[d.level]
		}
		above[d.level] = cells[d.level]
		d.rows = append(d.rows, downRow{cells, group})
	}
}

// isLevel reports whether the words of a row are a level without a text.
func (d *downReader) isLevel(t parse.Text) bool { return d.level == 0 && LevelName(t.Value) }

func (d *downReader) headAgain(row []*Cell) bool {
	for c, cell := range row {
		if d.heads == 0 || Slug(cell.Text.Value) != Slug(d.g.head(c, d.heads)) {
			return false
		}
	}
	return true
}

// track returns the track of a record: of its columns, else of the row that
// heads it.
func (d *downReader) track(row downRow) parse.Text {
	for c, k := range d.kinds {
		if k == trackColumn && row.cells[c].says() {
			return bareSlice(row.cells[c].Text)
		}
	}
	return row.group
}

// record adds a row to a layout.
func (d *downReader) record(l *Layout, row downRow) {
	level := d.levelOf(l, row.cells[d.level])
	if level < 0 {
		return
	}
	var labels []parse.Text
	key := ""
	var notes []parse.Text
	for c, k := range d.kinds {
		switch k {
		case areaColumn:
			t, more := labelOf(row.cells[c])
			notes = append(notes, more...)
			if t.Value != "" {
				labels = append(labels, t)
			}
		case keyColumn:
			key = row.cells[c].Text.Value
		}
	}
	labels = withoutEchoes(labels)
	tidy := slices.Contains(d.kinds, areaColumn)
	var under *Lane
	for c, k := range d.kinds {
		if k != laneColumn && k != titleColumn {
			continue
		}
		head := d.g.headCell(c, d.heads)
		kind := d.laneKind(c)
		if tidy && d.texts() == 1 && kind == TextLane {
			head = parse.Text{}
		}
		lane := d.lane(l, kind, labels, head, c, tidy)
		lane.Notes = append(lane.Notes, notes...)
		notes = nil
		cell := *row.cells[c]
		cell.Key = key
		lane.grow(level)
		lane.Cells[level] = append(lane.Cells[level], &cell)
		switch kind {
		case TextLane:
			under = lane
		case ExampleLane:
			lane.Under = under
		}
	}
}

// laneKind judges a column. Where none holds texts, what looks like examples
// is what is expected.
func (d *downReader) laneKind(c int) LaneKind {
	if d.lanes == nil {
		d.lanes = make([]LaneKind, len(d.kinds))
		texts := false
		for c, k := range d.kinds {
			d.lanes[c] = laneKind(d.g.head(c, d.heads), d.column(c))
			if k == titleColumn && d.lanes[c] == TextLane {
				d.lanes[c] = TitleLane
			}
			texts = texts || k == laneColumn && d.lanes[c] == TextLane
		}
		for c, k := range d.kinds {
			if !texts && k == laneColumn && d.lanes[c] == ExampleLane {
				d.lanes[c] = TextLane
			}
		}
		d.jobColumns()
	}
	return d.lanes[c]
}

// texts counts the columns that hold texts.
func (d *downReader) texts() int {
	n := 0
	for c, k := range d.kinds {
		if k == laneColumn && d.laneKind(c) == TextLane {
			n++
		}
	}
	return n
}

// lane returns the lane of a column: in a table of records, of its area too.
func (d *downReader) lane(l *Layout, kind LaneKind, labels []parse.Text, head parse.Text, c int, tidy bool) *Lane {
	id := laneID{column: c}
	if tidy && (kind == TextLane || kind == ExampleLane) {
		for _, t := range labels {
			id.area += "\x00" + Slug(t.Value)
		}
	}
	for _, lane := range l.Lanes {
		if lane.id == id {
			return lane
		}
	}
	lane := &Lane{Kind: kind, id: id}
	if id.area != "" {
		lane.Labels = append(lane.Labels, labels...)
	}
	if head.Value != "" {
		lane.Labels = append(lane.Labels, head)
	}
	l.Lanes = append(l.Lanes, lane)
	return lane
}

func (l *Lane) grow(level int) {
	for len(l.Cells) <= level {
		l.Cells = append(l.Cells, nil)
	}
}

// levelOf returns the place of a record's level, which it adds where it is new.
func (d *downReader) levelOf(l *Layout, c *Cell) int {
	name, notes := headOf(c)
	if name.Value == "" {
		return len(l.Levels) - 1
	}
	for i, v := range l.Levels {
		if Slug(v.Name.Value) == Slug(name.Value) {
			return i
		}
	}
	l.Levels = append(l.Levels, LayoutLevel{name, notes})
	return len(l.Levels) - 1
}

// finish makes all lanes of one length and says whether the levels are told in
// one column only.
func (d *downReader) finish(l *Layout) {
	labelled := 0
	for _, lane := range l.Lanes {
		lane.grow(len(l.Levels) - 1)
		if lane.Kind == TextLane {
			labelled++
		}
	}
	l.Tidy = slices.Contains(d.kinds, areaColumn)
	l.Single = labelled == 1 && !slices.Contains(d.kinds, areaColumn)
}

// column returns the cells of a column in the records.
func (d *downReader) column(c int) []*Cell {
	out := make([]*Cell, 0, len(d.rows))
	for _, r := range d.rows {
		out = append(out, r.cells[c])
	}
	return out
}
