package dialect

import (
	"slices"
	"strings"

	"rung/internal/parse"
)

// headRows is how many rows may stand above the one that names the levels.
const headRows = 3

// span is a run of columns that one cell heads.
type headSpan struct {
	cell     *Cell
	from, to int
}

// across reads levels as columns: the first row of the top ones whose cells are
// levels.
func (g *Grid) across(near string) []*Layout {
	for h := 0; h < min(headRows, len(g.Rows)-1); h++ {
		spans := headSpans(g.Rows[h])
		var names []string
		for _, s := range spans {
			name, _ := headOf(s.cell)
			names = append(names, name.Value)
		}
		from, to, ok := levelRun(names)
		if !ok && h == g.heads()-1 {
			from, to, ok = cornered(names, g.about || mentionsLevels(near) || ladderWord.MatchString(near))
		}
		if !ok || slices.ContainsFunc(names[:from], func(corner string) bool { return headsOther(corner, names[from:to]) }) || !g.skilled(names, from, to, near) {
			continue
		}
		if from == 0 && g.labelled(spans[0], spans[1:to]) {
			from++
		}
		if to-from < 2 {
			continue
		}
		a := acrossReader{g: g, head: h, levels: spans[from:to], first: spans[from].from, last: spans[to-1].to}
		return a.layouts()
	}
	return nil
}

// skilled guards names that are words of proficiency only, as "Basic" and
// "Advanced": courses and products have such columns too. There the corner
// says that the rows are skills, or the page that it is about levels.
func (g *Grid) skilled(names []string, from, to int, near string) bool {
	if slices.ContainsFunc(names[from:to], func(n string) bool { return !onlyProficiency(n) }) {
		return true
	}
	return ladderWord.MatchString(near) || slices.ContainsFunc(names[:from], areaHead.MatchString)
}

func headSpans(row []*Cell) []headSpan {
	var out []headSpan
	for i, c := range row {
		if n := len(out); n > 0 && out[n-1].cell == c {
			out[n-1].to = i + 1
			continue
		}
		out = append(out, headSpan{c, i, i + 1})
	}
	return out
}

// levelRun finds the names that are levels among those of a row: the label
// columns stand before them, examples and remarks behind.
func levelRun(names []string) (from, to int, ok bool) {
	first, last := -1, -1
	for i, n := range names {
		// "Group" heads a column of sections as often as it ranks a job.
		if wordCount(n) <= 8 && LevelName(n) && !areaHead.MatchString(n) && !trackHead.MatchString(n) || ForAllLevels(n) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if last > first && LevelAxis(withoutAll(names[first:last+1])) {
		return first, last + 1, true
	}
	for _, from := range []int{1, 2, 0, 3} {
		for to := len(names); to >= from+2 && to >= len(names)-2; to-- {
			part := names[from:to]
			if LevelAxis(part) || CountsInLetters(part) {
				return from, to, true
			}
		}
	}
	return 0, 0, false
}

// cornered takes columns for levels whose names are the author's own, as
// "Explorer" and "Guide", where the corner says that the rows are areas, and
// the page that it is about levels, or half of the names do.
func cornered(names []string, about bool) (from, to int, ok bool) {
	for from < len(names) && (areaHead.MatchString(names[from]) || idHead.MatchString(names[from])) {
		from++
	}
	to = len(names)
	for to > from && (isExampleHead(names[to-1]) || noteHead.MatchString(names[to-1])) {
		to--
	}
	seen := map[string]bool{}
	for _, n := range names[from:to] {
		if key := Slug(n); key == "" || seen[key] || wordCount(n) > 4 || areaHead.MatchString(n) || levelHead.MatchString(n) || summaryHead.MatchString(n) || scopeHead.MatchString(n) || weakScope.MatchString(n) || titleHead.MatchString(n) {
			return 0, 0, false
		} else {
			seen[key] = true
		}
	}
	named := 0
	for _, n := range names[from:to] {
		if LevelName(n) {
			named++
		}
	}
	return from, to, from > 0 && to-from >= 2 && (about || named >= 2 && named*2 >= to-from)
}

// withoutAll drops the names that stand for all levels.
func withoutAll(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), ForAllLevels)
}

// labelled reports whether the first of the columns that look like levels holds
// labels: its cells are short where those of the others are long.
func (g *Grid) labelled(first headSpan, others []headSpan) bool {
	if len(others) < 2 {
		return false
	}
	own := factsOf(g.Column(first.from)[1:])
	var rest laneFacts
	for _, s := range others {
		f := factsOf(g.Column(s.from)[1:])
		rest.words += f.words
		rest.filled += f.filled
	}
	return own.filled > 0 && rest.filled > 0 && own.words <= 4*own.filled && own.words*rest.filled*2 < rest.words*own.filled
}

// acrossReader reads a table whose levels are columns.
type acrossReader struct {
	g           *Grid
	head        int
	levels      []headSpan
	first, last int // columns of levels

	kinds   []LaneKind // of the columns before the levels; TextLane is a label
	tracks  int        // the column that names tracks, or -1
	section parse.Text
	above   []parse.Text // labels of the row before, by column
	out     []*Layout
	byTrack map[string]*Layout
	lane    *Lane // the last lane of texts
	named   bool  // some lane has a label
}

func (a *acrossReader) layouts() []*Layout {
	a.byTrack, a.tracks = map[string]*Layout{}, -1
	a.columns()
	a.above = make([]parse.Text, a.first)
	body := a.head + 1
	subs := a.subHeads()
	if subs != nil {
		body++
	}
	for _, row := range a.g.Rows[:body] {
		a.g.names(row...)
	}
	for r := body; r < len(a.g.Rows); r++ {
		a.row(a.g.Rows[r], subs)
	}
	groups := a.groups()
	var out []*Layout
	for _, l := range a.out {
		l.factsOnce()
		l.skillsInGroups()
		l.Single = !a.named
		l.jobLanes()
		out = append(out, divide(l, groups)...)
	}
	return out
}

// subHeads returns a row that divides the columns of each level, as into
// "Expectations" and "Examples".
func (a *acrossReader) subHeads() []*Cell {
	wide := false
	for _, s := range a.levels {
		wide = wide || s.to-s.from > 1
	}
	if !wide || a.head+2 >= len(a.g.Rows) {
		return nil
	}
	row := a.g.Rows[a.head+1]
	for _, c := range row[a.first:a.last] {
		if wordCount(c.Text.Value) > 4 {
			return nil
		}
	}
	return row
}

// row reads one row below the head.
func (a *acrossReader) row(row []*Cell, subs []*Cell) {
	if a.headAgain(row) {
		a.g.names(row...)
		return
	}
	if t, ok := wholeRow(row); ok && a.first > 0 {
		a.g.names(row...)
		a.section, a.lane = bareSlice(t), nil
		clear(a.above)
		return
	}
	a.nameLabels(row)
	proto := &Lane{}
	a.labels(proto, row)
	width := 1
	if subs != nil {
		for _, s := range a.levels {
			width = max(width, s.to-s.from)
		}
	}
	var under *Lane
	for i := range width {
		lane := *proto
		lane.Cells = make([][]*Cell, len(a.levels))
		head := lane.Label().Value
		for j, s := range a.levels {
			if s.from+i < s.to {
				lane.Cells[j] = a.cellsAt(row, s, i, subs)
				if subs != nil {
					head = subs[s.from+i].Text.Value
				}
			}
		}
		a.add(&lane, head, under)
		if under == nil && lane.Kind == TextLane {
			under = &lane
		}
	}
	a.behind(row, under)
}

// nameLabels notes which cells of a row are names of areas and the like.
func (a *acrossReader) nameLabels(row []*Cell) {
	for c := range a.first {
		if a.kinds[c] != NoteLane && a.kinds[c] != ExampleLane {
			a.g.names(row[c])
		}
	}
	for _, c := range row[a.last:] {
		if isFigure(c.Text.Value) || isMark(c.Text.Value) || IsBlank(c.Text.Value) {
			a.g.names(c)
		}
	}
}

// cellsAt returns the cells of a level in a row: all of its columns, or one of
// several where a row divides them.
func (a *acrossReader) cellsAt(row []*Cell, s headSpan, i int, subs []*Cell) []*Cell {
	if subs != nil {
		return []*Cell{row[s.from+i]}
	}
	var out []*Cell
	for _, c := range row[s.from:s.to] {
		if len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
	}
	return out
}

// labels reads what stands before the levels of a row.
func (a *acrossReader) labels(lane *Lane, row []*Cell) {
	if a.section.Value != "" {
		lane.Labels = append(lane.Labels, a.section)
	}
	changed := false
	for c := range a.first {
		switch a.kinds[c] {
		case NoteLane, ExampleLane:
			if !IsBlank(row[c].Text.Value) {
				lane.Notes = append(lane.Notes, row[c].Text)
			}
		case TextLane:
			t, notes := labelOf(row[c])
			if t.Value == "" && !changed {
				t = a.above[c]
			} else if t.Value != "" && Slug(t.Value) != Slug(a.above[c].Value) {
				changed = true
			}
			a.above[c] = t
			lane.Notes = append(lane.Notes, notes...)
			if t.Value != "" {
				a.named = true
				lane.Labels = append(lane.Labels, t)
			}
		}
	}
	if a.tracks >= 0 {
		t, _ := labelOf(row[a.tracks])
		if t.Value == "" {
			t = a.above[a.tracks]
		}
		a.above[a.tracks], lane.Track = t, t
	}
	lane.Labels = withoutEchoes(lane.Labels)
}

// withoutEchoes drops a label that says the same as the one outside of it.
func withoutEchoes(labels []parse.Text) []parse.Text {
	return slices.CompactFunc(labels, func(a, b parse.Text) bool { return Slug(a.Value) == Slug(b.Value) })
}

// add places a lane in the layout of its track.
func (a *acrossReader) add(lane *Lane, head string, under *Lane) {
	lane.Kind = laneKind(head, lane.All())
	if lane.Kind == SummaryLane || lane.Kind == NoLane && len(lane.All()) > 0 && factsOf(lane.All()).filled > 0 {
		lane.Kind = ScopeLane
	}
	l := a.byTrack[Slug(lane.Track.Value)]
	if l == nil {
		l = &Layout{Grid: a.g, Track: lane.Track, Across: true, Title: a.g.title(a.head)}
		for _, s := range a.levels {
			name, notes := headOf(s.cell)
			l.Levels = append(l.Levels, LayoutLevel{name, notes})
		}
		a.byTrack[Slug(lane.Track.Value)] = l
		a.out = append(a.out, l)
	}
	switch lane.Kind {
	case ExampleLane:
		lane.Under = under
		if under == nil {
			lane.Under = a.lane
		}
	case TextLane:
		a.lane = lane
	}
	l.Lanes = append(l.Lanes, lane)
}

// behind reads what stands behind the levels of a row, which holds for all of
// them: examples and remarks on the area.
func (a *acrossReader) behind(row []*Cell, under *Lane) {
	for c := a.last; c < len(row); c++ {
		if under != nil && row[c] != row[a.last-1] && !IsBlank(row[c].Text.Value) && !isFigure(row[c].Text.Value) && !isMark(row[c].Text.Value) {
			under.Notes = append(under.Notes, row[c].Text)
		}
	}
}

// headAgain reports a row that repeats the names of the levels.
func (a *acrossReader) headAgain(row []*Cell) bool {
	for _, s := range a.levels {
		if Slug(row[s.from].Text.Value) != Slug(s.cell.Text.Value) {
			return false
		}
	}
	return true
}

// wholeRow returns the words of a row that has them in its first cell only, or
// the same in all: they head the rows below. Words in a later cell go on with
// the row above.
func wholeRow(row []*Cell) (parse.Text, bool) {
	t := row[0].Text
	for _, c := range row[1:] {
		if c.says() && c.Text.Value != t.Value {
			return t, false
		}
	}
	return t, t.Value != "" && wordCount(t.Value) <= 12 && !IsBlank(t.Value)
}

// groups returns what heads several levels together in a row above them, by
// level.
func (a *acrossReader) groups() []parse.Text {
	for h := a.head - 1; h >= 0; h-- {
		var out []parse.Text
		seen := map[string]bool{}
		for _, s := range a.levels {
			t := a.g.Rows[h][s.from].Text
			out = append(out, t)
			seen[Slug(t.Value)] = true
		}
		if len(seen) > 1 && !seen[""] && len(seen) < len(a.levels) {
			return out
		}
	}
	return nil
}

// divide makes a layout of each group of levels.
func divide(l *Layout, groups []parse.Text) []*Layout {
	if groups == nil {
		return []*Layout{l}
	}
	var out []*Layout
	for i := 0; i < len(groups); {
		j := i + 1
		for j < len(groups) && Slug(groups[j].Value) == Slug(groups[i].Value) {
			j++
		}
		part := *l
		part.Track, part.Levels, part.Lanes = groups[i], l.Levels[i:j], nil
		copies := map[*Lane]*Lane{}
		for _, lane := range l.Lanes {
			c := *lane
			c.Cells, c.Under = lane.Cells[i:j], copies[lane.Under]
			copies[lane] = &c
			part.Lanes = append(part.Lanes, &c)
		}
		out = append(out, &part)
		i = j
	}
	return out
}

// trackHead matches the heads of columns that name tracks.
var trackHead = trackHeads()

func trackHeads() matcher {
	return wordsMatcher(`track tracks role roles job jobs family families discipline disciplines function functions department departments team teams chapter chapters ladder ladders path paths profession
		professions job-family job-families career-path career-track role-family job-role position trilha trilhas área-de-atuação equipe equipo carrera carreira cargo papel laufbahn laufbahnen beruf team abteilung rolle filière métier équipe трек роль направление команда 職種 部門`)
}

// matcher tells words in any case.
type matcher map[string]bool

// MatchString reports whether s is one of the words.
func (m matcher) MatchString(s string) bool {
	return m[strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), " ", "-")]
}

func wordsMatcher(words string) matcher { return wordSet(words) }
