package dialect

import "slices"

// jobColumns judges the columns before the texts whose cells are the names of
// jobs, whatever their heads are: where each level has another, it is what people
// call the level; where jobs come again, or behind such a column, it is a fact
// about the level, as to whom one answers.
func (d *downReader) jobColumns() {
	if slices.Contains(d.kinds, areaColumn) || d.levelsRepeat() {
		return // records, whose columns are judged by what they repeat
	}
	words, texts, jobs := 0, 0, jobNames{}
	for c := range d.kinds {
		jobs.add(d.column(c))
	}
	for c, k := range d.kinds {
		if k == laneColumn && d.lanes[c] == TextLane && !jobs.held(d.column(c)) {
			f := factsOf(d.column(c))
			words, texts = words+f.words, texts+f.filled
		}
	}
	called := slices.Contains(d.lanes, TitleLane)
	for c, k := range d.kinds {
		if k != laneColumn || d.lanes[c] != TextLane {
			continue
		}
		f := factsOf(d.column(c))
		switch {
		case !jobs.held(d.column(c)) || f.words*texts*4 > words*f.filled*3:
			return
		case !called && eachAnother(d.column(c)):
			d.lanes[c], called = TitleLane, true
		default:
			d.lanes[c] = ScopeLane
		}
	}
}

// jobLanes is jobColumns for rows over levels that are columns.
func (l *Layout) jobLanes() {
	called := len(l.Of(TitleLane)) > 0
	if len(l.Of(TextLane)) < 3 {
		return
	}
	jobs := jobNames{}
	for _, lane := range l.Lanes {
		jobs.add(lane.All())
	}
	for _, lane := range l.Lanes {
		if lane.Kind != TextLane {
			continue
		}
		switch cells := lane.All(); {
		case !jobs.held(cells):
			return
		case !called && eachAnother(cells):
			lane.Kind, called = TitleLane, true
		default:
			lane.Kind = ScopeLane
		}
	}
}

// jobNames are the slugs of names that some column has as one job in its ranks.
type jobNames map[string]bool

// add notes the cells of a column that are the ranks of a job, one each.
func (j jobNames) add(cells []*Cell) {
	var names []string
	for _, c := range cells {
		if wordCount(c.Text.Value) > 5 {
			return
		}
		names = append(names, c.Text.Value)
	}
	if !LevelAxis(names) || len(sharedJobs(names)) == 0 {
		return
	}
	for _, n := range names {
		j[Slug(n)] = true
	}
}

// held reports whether most of the cells are the name of a job, in a few words and
// one line.
func (j jobNames) held(cells []*Cell) bool {
	jobs, all := 0, 0
	for _, cell := range cells {
		if !cell.says() || IsBlank(cell.Text.Value) {
			continue
		}
		if all++; wordCount(cell.Text.Value) > 5 || len(cell.Text.Breaks()) > 0 {
			return false
		}
		if j[Slug(cell.Text.Value)] || RoleTitle(cell.Text.Value) || OnlySeniority(cell.Text.Value) {
			jobs++
		}
	}
	return all > 1 && jobs*2 > all
}

// eachAnother reports whether no two cells say the same.
func eachAnother(cells []*Cell) bool {
	seen := map[string]bool{}
	for _, cell := range cells {
		key := Slug(cell.Text.Value)
		if seen[key] {
			return false
		}
		seen[key] = true
	}
	return true
}

// begins reports whether the levels begin anew under the values of a column, as
// they do under tracks: a level comes again, or its number does, or they are
// called in another way. To whom people answer changes while they go on.
func (d *downReader) begins(c int) bool {
	last := map[string]Label{}
	before := ""
	seen := map[string]bool{}
	for _, r := range d.rows {
		value := Slug(r.cells[c].Text.Value)
		if value == "" {
			value = before
		}
		name, _ := headOf(r.cells[d.level])
		label, _ := SplitLabel(plainTitle(name.Value))
		if label.Text == "" || seen[Slug(name.Value)] {
			return true
		}
		seen[Slug(name.Value)] = true
		if at, ok := last[before]; value != before && before != "" && ok && (at.Prefix != label.Prefix || label.Number <= at.Number) {
			return true
		}
		last[value], before = label, value
	}
	return false
}
