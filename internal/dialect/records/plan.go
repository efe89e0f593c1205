package records

import (
	"path"
	"slices"
	"strings"

	"rung/internal/dialect"
	"rung/internal/model"
	"rung/internal/parse"
)

// plan puts files together: those that are a track each, those that are a
// level each, and those that are an area each.
type plan struct {
	survey  *dialect.Survey
	files   []*file
	scales  map[string]*scale // by folder: levels that a file of it declares for others
	names   map[string]string // by folder: what that file calls the track
	catalog map[string]*entry // texts that roles may refer to by id
	used    map[*file]bool    // roles refer to what it describes
	words   map[string]*file  // by folder: the file that describes its levels, where one does
	sorted  map[string]bool   // by folder: a README says that its files hold skills
	bases   []*file           // that hold for all roles
	ground  []*track          // what is made of them
	order   []*track
	by      map[string]*track
}

// file is one file with what its texts are.
type file struct {
	*data
	*layout
	name     parse.Text // of what it holds
	levels   int        // distinct levels of its statements
	areas    int
	fields   int // distinct keys that statements stand under
	stated   int // statements
	required int // competencies that its roles ask for
	only     *level
	cell     *level // whose folder the file lies in, where it is an area of that

	repeated map[*leaf]bool // texts that stand at a level too, where an alias takes them
	asking   map[*leaf]bool // requirements that are known to be some
	based    *dialect.Sheet // that holds what the file says for all levels
}

// track is a track in the making, of one file or several.
type track struct {
	plan   *plan
	name   string
	place  string
	parts  []*part
	fields bool // the keys that texts stand under are the areas

	sheet *dialect.Sheet // once it is filled
	intro []model.Prose
}

// part is what one file gives to a track.
type part struct {
	*file
	only  *group     // the track within the file, or nil for all of it
	area  parse.Text // that the file is, or the zero Text
	level *level     // that the file is, or nil
}

func newPlan(s *dialect.Survey, all []*data) *plan {
	p := &plan{survey: s, scales: map[string]*scale{}, names: map[string]string{}, catalog: map[string]*entry{}, used: map[*file]bool{}, words: map[string]*file{}, sorted: map[string]bool{}, by: map[string]*track{}}
	var files, short []*file // short: roles of one statement, which others beside them bear out
	for _, d := range all {
		files = append(files, p.newFile(d))
	}
	p.describe(files)
	cells := cellFiles(files)
	for _, f := range files {
		switch {
		case cells[f] != nil:
			f.cell = cells[f]
			p.files = append(p.files, f)
		case f.stated == 0 && f.required == 0 && len(f.data.levels.rungs) > 1:
			if !f.namesLevels() {
				continue // of people, with the level that each has
			}
			if p.scales[f.page.Dir] == nil || wordOf(f.page.Stem) == levelWord { // and not people with levels
				p.scales[f.page.Dir], p.names[f.page.Dir] = f.data.levels, f.name.Value
			}
			p.take(f)
		case p.used[f], f.stated == 0 && len(f.people) > 0:
			p.take(f)
		case f.isFoundation():
			p.bases = append(p.bases, f)
		case f.isLadder(2):
			p.files = append(p.files, f)
		case f.levels < 2 && f.isLadder(1):
			short = append(short, f)
		}
	}
	for _, f := range short {
		if p.hasNeighbour(f) {
			p.files = append(p.files, f)
		}
	}
	slices.SortStableFunc(p.files, func(a, b *file) int { return strings.Compare(a.page.Path, b.page.Path) })
	p.leaveTemplates()
	p.leaveScales()
	p.leaveLegends(files)
	p.leaveDeclared()
	return p
}

// namesLevels tells a file that names levels from one of people and their
// levels: a list or the file is called so, or they are called as jobs are.
func (f *file) namesLevels() bool {
	jobs := 0
	for _, r := range f.data.levels.rungs {
		switch {
		case r.declared, wordOf(f.page.Stem) == levelWord:
			return true
		case dialect.RoleTitle(r.title.Value), dialect.LevelName(r.title.Value), r.title.Value == "":
			jobs++
		}
	}
	return jobs*2 >= len(f.data.levels.rungs)
}

// leaveDeclared takes files that only name and describe levels from the
// ladders, where files beside them say what is asked.
func (p *plan) leaveDeclared() {
	var rest []*file
	for _, f := range p.files {
		if f.declares() && p.speaksBeside(f) {
			p.scales[f.page.Dir], p.names[f.page.Dir], p.words[f.page.Dir] = f.data.levels, f.name.Value, f
			p.take(f)
			continue
		}
		rest = append(rest, f)
	}
	p.files = rest
}

// declares reports whether a file says one thing of each level and knows no
// areas: a list of levels with a line on each.
func (f *file) declares() bool {
	if f.levels < 2 || f.areas > 0 || f.required > 0 || f.stated > len(f.data.levels.rungs) || len(f.trackGroups()) > 0 {
		return false
	}
	for _, r := range f.data.levels.rungs {
		if r.title.Value == "" && !dialect.RoleTitle(r.label.Value) {
			return false
		}
	}
	for _, l := range f.leaves {
		if l.kind == statements && (len(l.texts) != 1 || len(l.examples) > 0) {
			return false
		}
	}
	return true
}

// speaksBeside reports whether another file of the folder, or below it, has
// the levels of f and says more of them.
func (p *plan) speaksBeside(f *file) bool {
	s := &skillSet{levels: map[string]bool{}}
	s.add(f)
	for _, o := range p.files {
		if o != f && !o.declares() && s.fits(o) && (o.page.Dir == f.page.Dir || f.page.Dir == "." || strings.HasPrefix(o.page.Dir, f.page.Dir+"/")) {
			return true
		}
	}
	return false
}

// isFoundation reports whether a file as a whole holds for all roles: its name
// says so, and it knows no levels.
func (f *file) isFoundation() bool {
	return f.levels == 0 && f.stated > 0 && (dialect.ForEveryone(f.name.Value) || dialect.ForEveryone(fileName(f.page).Value))
}

// hasNeighbour reports whether a role lies in the folder of f, or beside it.
func (p *plan) hasNeighbour(f *file) bool {
	for _, o := range p.files {
		if o.levels < 2 && (o.page.Dir == f.page.Dir || path.Dir(o.page.Dir) == path.Dir(f.page.Dir)) {
			return true
		}
	}
	return false
}

// take passes over a file that other files refer to.
func (p *plan) take(f *file) {
	if f.page.Doc.Data != nil {
		p.survey.Take(f.page)
		account(p.survey, f)
	}
}

func (p *plan) newFile(d *data) *file {
	f := &file{data: d, name: d.title(), repeated: map[*leaf]bool{}, asking: map[*leaf]bool{}}
	f.leaveEnded(p.survey)
	f.layout = d.arrange(func(why string, areas bool) bool {
		place := d.page.Path
		if areas {
			return p.survey.Choose(place, "levels-in-areas", "levels-in-tracks", "groups hold the levels: "+why)
		}
		return !p.survey.Choose(place, "levels-in-tracks", "levels-in-areas", "groups hold the levels: "+why)
	})
	f.count()
	f.findRepeated()
	return f
}

// leaveEnded takes what is in force no more from the texts of a file.
func (f *file) leaveEnded(s *dialect.Survey) {
	if len(f.ended) == 0 {
		return
	}
	why := "the status of " + position(len(f.ended)) + " of its entries says that they are in force no more"
	if !s.Choose(f.page.Path, dialect.EndedLeftOut, dialect.EndedAsked, why) {
		f.ended = nil
		return
	}
	f.leaves = slices.DeleteFunc(f.leaves, func(l *leaf) bool {
		at := l.start()
		return slices.ContainsFunc(f.ended, func(r *parse.Record) bool { return r.Start <= at && at < r.End })
	})
}

// findRepeated marks the texts that stand somewhere for aliases to take: the
// levels that do say them.
func (f *file) findRepeated() {
	at := map[int]bool{}
	for _, l := range f.leaves {
		if l.kind == statements && f.spots[l].level != nil {
			for _, t := range l.texts {
				at[t.Start] = true
			}
		}
	}
	for _, l := range f.leaves {
		if l.kind == statements && f.spots[l].level == nil && len(l.texts) > 0 && at[l.texts[0].Start] {
			f.repeated[l] = true
		}
	}
}

// title returns what the file as a whole is called, by itself.
func (d *data) title() parse.Text {
	w := &walker{data: d, weights: map[*parse.Record]int{}}
	if d.root.Kind == parse.Map {
		return w.nameOf(d.root)
	}
	return parse.Text{}
}

func (f *file) count() {
	levels, areas, fields := map[string]bool{}, map[string]bool{}, map[string]bool{}
	f.stated = 0
	for _, l := range f.leaves {
		s := f.spots[l]
		if f.asking[l] && s.level != nil { // a role may say nothing but what it asks for
			if r := f.data.levels.find(s.level); r != nil {
				levels[keyOf(r.names[0])] = true
				f.only = s.level
			}
		}
		if l.kind != statements || len(l.texts) == 0 {
			continue
		}
		f.stated += len(l.texts)
		if s.level != nil {
			if r := f.data.levels.find(s.level); r != nil {
				levels[keyOf(r.names[0])] = true
			}
			f.only = s.level
		}
		if s.area != nil {
			areas[dialect.Slug(s.area.name.Value)] = true
		}
		if s.area == nil && l.field.Value != "" {
			fields[dialect.Slug(l.field.Value)] = true
		}
	}
	f.levels, f.areas, f.fields = len(levels), len(areas), len(fields)
	if f.levels != 1 {
		f.only = nil
	}
}

// isLadder reports whether a file may be a ladder, or a part of one: it has so
// many statements at least, and texts that stand at levels are the most of it.
func (f *file) isLadder(least int) bool {
	placed, texts, names := 0, 0, []string{}
	for _, l := range f.leaves {
		if l.kind != statements {
			continue
		}
		for _, t := range l.texts {
			if isText(t.Value) {
				texts++
			}
			if f.spots[l].level != nil || f.levels == 0 {
				placed++
			}
		}
	}
	for _, r := range f.data.levels.rungs {
		names = append(names, r.names[0])
	}
	if f.required > 0 {
		return f.levels > 1 || f.isRole()
	}
	switch {
	case f.stated < least, texts*3 < f.stated, f.questions*2 > f.stated, f.dates*2 > f.stated:
		return false
	case placed*5 < f.data.texts, len(names) > 0 && !plausible(names):
		return false
	case f.levels == 0:
		return f.isRole()
	case f.levels == 1:
		return f.isRole() || f.areas+f.fields > 0
	}
	return true
}

// isRole reports whether a file without levels inside is a role, by its name.
func (f *file) isRole() bool {
	for _, n := range []string{f.name.Value, f.page.Stem} {
		n = strings.ReplaceAll(n, "-", " ")
		n = strings.ReplaceAll(n, "_", " ")
		if dialect.RoleTitle(n) || dialect.LevelName(n) {
			return true
		}
	}
	w := &walker{data: f.data, weights: map[*parse.Record]int{}}
	code, _ := dialect.SplitLabel(w.idOf(f.root).Value)
	return f.page.Names.Label.Text != "" || f.only != nil || code.Text != "" || w.levelField(f.root).Value != ""
}

// tracks returns the tracks that the files make together.
func (p *plan) tracks() []*track {
	skills := p.skillFiles()
	for _, f := range p.files {
		switch {
		case f.cell != nil:
			p.inFolder(f)
		case skills[f] != nil:
			p.skill(f, skills[f])
		case f.levels > 1:
			p.whole(f)
		default:
			p.single(f)
		}
	}
	return p.order
}

// whole adds a file that holds its levels and its areas, of one track or
// several.
func (p *plan) whole(f *file) {
	groups := f.trackGroups()
	if len(groups) == 0 {
		p.track(f.trackName(), f.page.Path).add(&part{file: f})
		return
	}
	for _, g := range groups {
		p.track(dialect.TrackName(g.name.Value), f.page.Path).add(&part{file: f, only: g})
	}
}

// trackGroups returns the tracks within a file in its order.
func (f *file) trackGroups() []*group {
	var out []*group
	seen := map[string]bool{}
	for _, l := range f.leaves {
		s := f.spots[l]
		if l.kind != statements && !l.byID || s.level == nil || s.track == nil {
			continue
		}
		if slug := dialect.Slug(s.track.name.Value); !seen[slug] {
			seen[slug] = true
			out = append(out, s.track)
		}
	}
	return out
}

// trackName returns the name of the track that a file is.
func (f *file) trackName() string {
	if name := dialect.TrackName(f.name.Value); name != "" {
		return name
	}
	return dialect.TrackName(fileName(f.page).Value)
}

// single adds a file that is one role: its folder holds the others.
func (p *plan) single(f *file) {
	t := &part{file: f, level: f.only}
	if t.level == nil {
		t.level = f.level()
	} else {
		t.level.names = append(t.level.names, f.page.Stem, f.name.Value)
	}
	name := ""
	if groups := f.trackGroups(); len(groups) == 1 {
		name = groups[0].name.Value
	} else if ref := f.trackRef(); ref != "" {
		name = ref
	}
	place := f.page.Dir
	if name == "" && place == "." {
		name = dialect.TrackName(p.rootTitle())
	}
	p.track(name, place).add(t)
}

// trackRef returns the track that the record of a role names.
func (f *file) trackRef() string {
	for _, l := range f.leaves {
		for _, s := range l.steps {
			if s.group != nil && s.group.ref && s.group.says == trackWord {
				return f.known(s.group).name.Value
			}
		}
	}
	return ""
}

// level returns the level of a file that says so by its names alone: a code in
// it, the label in its title or its name, else the title as a whole.
func (f *file) level() *level {
	l := &level{title: f.name}
	w := &walker{data: f.data, weights: map[*parse.Record]int{}}
	id, own := w.idOf(f.root), w.levelField(f.root)
	code, _ := dialect.SplitLabel(id.Value)
	n := f.page.Names
	switch {
	case own.Value != "":
		l.label = own
	case code.Text != "":
		l.label = id
	case n.Label.Text != "":
		l.label = parse.Text{Value: n.Label.Text}
	case n.File.Text != "":
		l.label = parse.Text{Value: n.File.Text}
	default:
		l.label, l.title = f.name, parse.Text{}
		if l.label.Value == "" {
			l.label = fileName(f.page)
		}
	}
	l.names = []string{l.label.Value, l.title.Value, f.page.Stem, id.Value}
	return l
}

func (p *plan) rootTitle() string {
	for _, page := range p.survey.Pages {
		if page.Dir == "." && page.Index {
			return page.Title.Value
		}
	}
	return ""
}

// track returns the track of that name and place.
func (p *plan) track(name, place string) *track {
	key := place + "\x00" + dialect.Slug(name)
	t := p.by[key]
	if t == nil {
		t = &track{plan: p, name: name, place: place}
		p.by[key] = t
		p.order = append(p.order, t)
	}
	return t
}

func (t *track) add(p *part) { t.parts = append(t.parts, p) }

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
