package records

import (
	"strings"

	"rung/internal/dialect"
)

// A text is led to by levels and groups. What stands below a level is an area.
// What stands above it is a track, or an area whose levels stand in it: the
// names, and what the levels are, tell.

// shape is a way in which texts of a file are led to, with its texts.
type shape struct {
	leaves []*leaf
	level  int // index of the level's step, or -1
	area   int // of the area's
	track  int // of the track's
}

// spot is where a leaf stands once its steps are understood.
type spot struct {
	level       *level
	area, track *group
}

// layout says for all leaves of a file where they stand.
type layout struct {
	spots map[*leaf]spot
}

// signature tells leaves apart that are led to in another way.
func (l *leaf) signature() string {
	var b strings.Builder
	for _, s := range l.steps {
		switch {
		case s.level != nil:
			b.WriteString("L")
		case s.group.ref:
			b.WriteString("?" + s.group.list)
		default:
			b.WriteString("/" + s.group.list)
		}
		b.WriteByte(0)
	}
	return b.String()
}

// shapes gathers the statements of a file by how they are led to.
func (d *data) shapes() []*shape {
	var out []*shape
	by := map[string]*shape{}
	for _, l := range d.leaves {
		if l.kind != statements && !l.byID {
			continue
		}
		key := l.signature()
		p := by[key]
		if p == nil {
			p = &shape{area: -1, track: -1}
			p.level, _ = l.levelAt()
			by[key] = p
			out = append(out, p)
		}
		p.leaves = append(p.leaves, l)
	}
	return out
}

// arrange decides for the whole file what the groups are. outer chooses between
// tracks and areas for groups that hold levels and stand in no area.
func (d *data) arrange(outer func(why string, areas bool) bool) *layout {
	out := &layout{spots: map[*leaf]spot{}}
	for _, p := range d.shapes() {
		p.settle(outer)
		for _, l := range p.leaves {
			out.spots[l] = spot{level: at(l, p.level).level, area: d.known(at(l, p.area).group), track: d.known(at(l, p.track).group)}
		}
	}
	areas, tracks := out.kinds()
	for _, l := range d.leaves {
		if _, ok := out.spots[l]; !ok {
			out.spots[l] = d.prose(l, areas, tracks)
		}
	}
	return out
}

func at(l *leaf, i int) step {
	if i < 0 || i >= len(l.steps) {
		return step{}
	}
	return l.steps[i]
}

// known returns the group that a field refers to, where the file declares it.
func (d *data) known(g *group) *group {
	if g == nil || !g.ref {
		return g
	}
	if k := d.groups[dialect.Slug(g.id)]; k != nil {
		return k
	}
	return g
}

// kinds returns the groups that were found to be areas, and tracks.
func (o *layout) kinds() (areas, tracks map[string]bool) {
	areas, tracks = map[string]bool{}, map[string]bool{}
	for _, s := range o.spots {
		if s.area != nil {
			areas[dialect.Slug(s.area.name.Value)] = true
		}
		if s.track != nil {
			tracks[dialect.Slug(s.track.name.Value)] = true
		}
	}
	return areas, tracks
}

// prose places what is no statement by the groups that statements stand in.
func (d *data) prose(l *leaf, areas, tracks map[string]bool) spot {
	s := spot{}
	_, s.level = l.levelAt()
	for _, st := range l.steps {
		if st.group == nil {
			continue
		}
		g := d.known(st.group)
		switch slug := dialect.Slug(g.name.Value); {
		case areas[slug] && (s.area == nil || !st.group.ref):
			s.area = g
		case tracks[slug]:
			s.track = g
		}
	}
	return s
}

// settle decides which of the steps of a shape is the area and which the track.
func (p *shape) settle(outer func(why string, areas bool) bool) {
	var above, below, refs []int
	for i, s := range p.leaves[0].steps {
		switch {
		case s.group == nil:
		case s.group.ref && i < p.level && s.group.says == areaWord:
			above = append(above, i) // the record is named by it: "competency: Money"
		case s.group.ref && i < p.level && s.group.says == categoryWord:
		case s.group.ref:
			refs = append(refs, i)
		case i < p.level:
			above = append(above, i)
		default:
			below = append(below, i)
		}
	}
	if n := len(below); len(above) > 0 && n > 0 && p.level >= 0 && p.isKey(below[n-1]) && p.distinct(below[n-1]) == 1 {
		below = below[:n-1] // each record has this key: it names no area
	}
	p.area = p.lowest(below)
	for _, i := range refs {
		switch says := p.leaves[0].steps[i].group.says; {
		case says == trackWord:
			p.track = i
		case p.area < 0 || p.ref(p.area) && says == areaWord:
			p.area = i
		}
	}
	if p.area < 0 && p.level >= 0 && len(above) > 0 {
		last := above[len(above)-1]
		why, score := p.holdsLevels(last, len(above) > 1 && p.distinct(above[0]) > 1)
		if outer(why, score > 0) {
			p.area, above = last, above[:len(above)-1]
		}
	}
	if p.track < 0 {
		p.track = p.trackOf(above)
	}
}

// isKey reports a group that is nothing but the key of a list of texts.
func (p *shape) isKey(i int) bool {
	g := p.leaves[0].steps[i].group
	return g.list == "" && g.says == other
}

func (p *shape) ref(i int) bool { return p.leaves[0].steps[i].group.ref }

func (p *shape) says(i int) word { return p.leaves[0].steps[i].group.says }

// lowest returns which of the groups below a level is the area: what is called
// so, else the last that is not the same for all texts.
func (p *shape) lowest(groups []int) int {
	best := -1
	for _, i := range groups {
		switch {
		case best < 0:
			best = i
		case p.says(best) == areaWord && p.says(i) != areaWord:
		case p.distinct(i) > 1 || p.says(i) == areaWord || p.distinct(best) == 1:
			best = i
		}
	}
	return best
}

// trackOf returns which of the groups above a level is the track.
func (p *shape) trackOf(groups []int) int {
	best := -1
	for _, i := range groups {
		if p.isKey(i) && p.distinct(i) == 1 {
			continue // it only wraps
		}
		if best < 0 || p.says(best) != trackWord && (p.says(i) == trackWord || p.distinct(i) >= p.distinct(best)) {
			best = i
		}
	}
	return best
}

// distinct counts the groups that stand at a step.
func (p *shape) distinct(i int) int {
	seen := map[string]bool{}
	for _, l := range p.leaves {
		seen[dialect.Slug(at(l, i).group.id)+"\x00"+at(l, i).group.name.Value] = true
	}
	return len(seen)
}

// holdsLevels weighs whether groups that hold levels are areas (above 0) or
// tracks.
func (p *shape) holdsLevels(i int, inside bool) (why string, score int) {
	f := p.facts(i)
	say := func(n int, reason string) {
		if score += n; n > 0 == (score > 0) {
			why = reason
		}
	}
	if f.told {
		say(2, "their levels are told once, for all of them")
	}
	switch p.says(i) {
	case areaWord:
		say(3, "they are called areas")
	case categoryWord:
		say(1, "they are called groups")
	case trackWord:
		say(-2, "they are called tracks")
	}
	if inside {
		say(2, "they stand in groups themselves")
	}
	if f.nameless {
		say(3, "their levels have no names, so that each is a part of a role")
	}
	if f.jobs && !f.told {
		say(-4, "their levels are called by the names of jobs")
	}
	switch {
	case f.groups < 2:
		say(-1, "there is one of them")
	case f.shared:
		say(1, "they have the same levels")
	case f.apart:
		say(-3, "each has levels of its own")
	}
	if f.disciplines && p.says(i) != areaWord { // "competency: People" says what it is
		say(-2, "they are named for lines of work")
	}
	return why, score
}

// groupFacts is what is told by groups that hold levels.
type groupFacts struct {
	groups      int
	nameless    bool // no level has a name
	told        bool // every level is one that the set lists, apart from them
	jobs        bool // most levels are called by the name of a job
	shared      bool // most levels stand in two groups
	apart       bool // no level stands in two groups
	disciplines bool // half of the groups are named for a line of work
}

func (p *shape) facts(i int) groupFacts {
	f := groupFacts{nameless: true, told: true}
	in := map[string]map[string]bool{}
	jobs, levels, named := 0, 0, map[string]bool{}
	for _, l := range p.leaves {
		g, v := at(l, i).group, at(l, p.level).level
		f.nameless, f.told = f.nameless && v.nameless, f.told && v.told
		key := ""
		if len(v.names) > 0 {
			key = keyOf(v.names[0])
		}
		if in[key] == nil {
			in[key] = map[string]bool{}
		}
		if in[key][g.id] {
			continue
		}
		in[key][g.id] = true
		levels++
		if dialect.RoleTitle(v.title.Value) || dialect.RoleTitle(v.label.Value) {
			jobs++
		}
		named[g.name.Value] = true
	}
	f.groups, f.jobs = len(named), jobs*2 > levels
	shares, disciplines := map[string][2]int{}, 0 // levels of a group: those of another too, and all
	for _, groups := range in {
		for g := range groups {
			n := shares[g]
			if len(groups) > 1 {
				n[0]++
			}
			shares[g] = [2]int{n[0], n[1] + 1}
		}
	}
	for n := range named {
		if dialect.Discipline(n) {
			disciplines++
		}
	}
	sharing := 0
	for _, n := range shares {
		if n[0]*2 >= n[1] {
			sharing++
		}
	}
	f.shared = sharing*2 > len(shares)
	f.apart = true
	for _, n := range shares {
		f.apart = f.apart && n[0] == 0
	}
	f.disciplines = disciplines*2 >= len(named)
	return f
}
