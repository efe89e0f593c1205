package records

import (
	"path"
	"slices"
	"strings"

	"rung/internal/dialect"
	"rung/internal/parse"
)

// entry is a text of a catalogue, which roles refer to by its id.
type entry struct {
	file *file
	leaf *leaf
	area parse.Text
}

// demand is one thing that a role asks for by name.
type demand struct {
	name  string
	level string // "" where the name is that of a text of a catalogue
	file  string // that describes it, as the record names it, or ""
	page  *dialect.Page
	at    *parse.Record
}

// describe enters the competencies and the catalogues of all files, and finds
// out which of them roles refer to.
func (p *plan) describe(files []*file) {
	owner := map[*dialect.Competency]*file{}
	var all []*dialect.Competency
	for _, f := range files {
		for _, c := range f.competencies() {
			p.survey.AddCompetency(c)
			owner[c] = f
			all = append(all, c)
		}
		p.enter(f)
	}
	for _, c := range all {
		if p.survey.InUse(c) {
			p.used[owner[c]] = true
		}
	}
	for _, f := range files {
		if !f.mayAsk() {
			continue
		}
		for _, l := range f.leaves {
			if l.kind != require {
				continue
			}
			asked := demandsOf(f.page, l)
			found, met := 0, 0
			for i, d := range asked {
				c, e := p.find(d)
				if c == nil && e == nil {
					c, asked[i] = p.tight(d)
				}
				if c != nil || e != nil {
					found++
				}
				if e != nil || c != nil && owner[c].mayBeAsked() && (isNone(asked[i].level) || c.Level(asked[i].level) != nil) {
					met++
				}
			}
			if !l.byID && (found*2 < len(asked) || found == 0 || met == 0 && l.says != requireWord) {
				continue // "craft: Craftsmanship" tells what an area is called, or what it weighs
			}
			for _, d := range asked {
				c, e := p.find(d)
				if e != nil && e.file != f {
					p.used[e.file] = true
				} else if o := owner[c]; c != nil && o != nil && o != f {
					p.used[o] = true
				} else if c != nil && o == nil { // a page describes it
					p.survey.Ask(c, f.page, d.name+" "+d.level)
				}
			}
			f.required += found
			f.asking[l] = true
		}
		f.count()
	}
}

// mayAsk reports whether what a file lists by name may be what its roles ask
// for, and not what people have: it holds statements, is a role, or calls what
// it lists by jobs and levels.
func (f *file) mayAsk() bool {
	asks, roles := 0, 0
	for _, l := range f.leaves {
		if l.kind != require {
			continue
		}
		asks++
		_, v := l.levelAt()
		switch {
		case v == nil, f.name.Value != "" && len(l.steps) == 1 && f.isRole():
			roles++ // the file is one role
		case l.byID && v.entered, v.job: // "C1: {title: Carver}", "roles: [{title: Carver}]"
			roles++
		case dialect.RoleTitle(v.title.Value), v.title.Value == "" && dialect.LevelName(v.label.Value):
			roles++
		}
	}
	return asks > 0 && (f.stated > 0 || roles*2 >= asks)
}

// mayBeAsked tells a file of competencies from a ladder whose levels are jobs
// that hold their areas: "craft: 2" beside it sorts these areas, or weighs them.
// What no file of data describes, a page does.
func (f *file) mayBeAsked() bool {
	if f == nil || !f.areasInLevels() {
		return true
	}
	jobs := 0
	for _, r := range f.data.levels.rungs {
		if r.isJob() {
			jobs++
		}
	}
	return jobs*2 < len(f.data.levels.rungs)
}

// isJob reports a level that is called as jobs are, or ranked as they are.
func (r *rung) isJob() bool {
	return dialect.RoleTitle(r.title.Value) || dialect.RoleTitle(r.label.Value) || dialect.OnlySeniority(r.names[0]) || ranks(r.names[0])
}

// areasInLevels reports whether a level of the file holds areas.
func (f *file) areasInLevels() bool {
	return slices.ContainsFunc(f.leaves, func(l *leaf) bool {
		at, v := l.levelAt()
		return l.kind == statements && v != nil && at < len(l.steps)-1
	})
}

// competencies returns what a file tells of skills at levels: each area of it,
// or the file as a whole.
func (f *file) competencies() []*dialect.Competency {
	if f.levels < 2 {
		return nil
	}
	var out []*dialect.Competency
	by := map[string]*dialect.Competency{}
	for _, l := range f.leaves {
		s := f.spots[l]
		if l.kind != statements || s.level == nil || s.track != nil {
			continue
		}
		key := ""
		if s.area != nil {
			key = dialect.Slug(s.area.name.Value)
		}
		c := by[key]
		if c == nil {
			c = f.competency(s.area)
			by[key] = c
			out = append(out, c)
		}
		f.describeLevel(c, s.level, l)
	}
	return out
}

// competency returns an empty description of an area, or of the file.
func (f *file) competency(area *group) *dialect.Competency {
	if area != nil {
		return &dialect.Competency{Title: area.name, Page: f.page, Names: []string{area.id}}
	}
	c := &dialect.Competency{Title: f.name, Page: f.page, Names: []string{f.page.Stem}}
	if c.Title.Value == "" {
		c.Title = fileName(f.page)
	}
	if id := (&walker{data: f.data, weights: map[*parse.Record]int{}}).idOf(f.root); id.Value != "" {
		c.Names = append(c.Names, id.Value)
	}
	return c
}

// describeLevel adds the texts of a leaf to a level of a competency.
func (f *file) describeLevel(c *dialect.Competency, v *level, l *leaf) {
	r := f.data.levels.find(v)
	if r == nil {
		return
	}
	var at *dialect.CompetencyLevel
	for _, have := range c.Levels {
		if have.Name == r.names[0] {
			at = have
		}
	}
	if at == nil {
		at = &dialect.CompetencyLevel{Name: r.names[0], Names: r.names}
		c.Levels = append(c.Levels, at)
	}
	for _, t := range l.texts {
		if isReference(t.Value) {
			continue
		}
		st := dialect.CompetencyStatement{PlacedText: dialect.PlacedText{Page: f.page, Text: scalarText(f.page, t)}, Key: l.key}
		for _, e := range l.examples {
			st.Examples = append(st.Examples, dialect.PlacedText{Page: f.page, Text: scalarText(f.page, e)})
		}
		at.Statements = append(at.Statements, st)
	}
	for _, t := range l.more {
		at.Intro = append(at.Intro, dialect.PlacedText{Page: f.page, Text: scalarText(f.page, t)})
	}
}

// enter notes the texts of a file that have an id and stand at no level.
func (p *plan) enter(f *file) {
	for _, l := range f.leaves {
		s := f.spots[l]
		if l.kind != statements || l.key == "" || s.level != nil || len(l.texts) == 0 {
			continue
		}
		e := &entry{file: f, leaf: l, area: f.name}
		if s.area != nil {
			e.area = s.area.name
		} else if e.area.Value == "" {
			e.area = fileName(f.page)
		}
		if k := dialect.Slug(l.key); p.catalog[k] == nil {
			p.catalog[k] = e
		}
	}
}

// find returns the competency or the text of a catalogue that is asked for.
func (p *plan) find(d demand) (*dialect.Competency, *entry) {
	if d.file != "" {
		return p.survey.CompetencyOf(d.page, d.file), nil
	}
	if d.level == "" {
		if e := p.catalog[dialect.Slug(d.name)]; e != nil {
			return nil, e
		}
		return nil, nil
	}
	if c := p.survey.Competency(d.name); c != nil {
		return c, nil
	}
	return nil, nil
}

// demandsOf returns what a leaf asks for: a map of competencies to levels,
// names with a level behind them, ids, records that name both.
func demandsOf(page *dialect.Page, l *leaf) []demand {
	var out []demand
	for _, r := range l.more {
		if l.byID {
			out = append(out, demand{name: r.Value, at: r})
		}
		for _, f := range r.Fields {
			if f.Value.Kind == parse.Scalar && !empty(f.Value) {
				out = append(out, demand{name: f.Key, level: f.Value.Value, at: &parse.Record{Start: f.Start, End: f.Value.End}})
			}
		}
		for _, i := range r.Items {
			switch i.Kind {
			case parse.Scalar:
				out = append(out, cutDemand(i))
			case parse.Map:
				d := recordDemand(i)
				d.page = page
				out = append(out, d)
			}
		}
	}
	return out
}

// cutDemand reads "felling:2" and "code-review 3"; what has no such end is the
// id of a text.
func cutDemand(r *parse.Record) demand {
	s := strings.TrimSpace(r.Value)
	for _, sep := range []string{":", "@", "=", "#", "/"} {
		if i := strings.LastIndex(s, sep); i > 0 && i+1 < len(s) {
			return demand{name: strings.TrimSpace(s[:i]), level: strings.TrimSpace(s[i+1:]), at: r}
		}
	}
	if i := strings.LastIndexByte(s, ' '); i > 0 && number(s[i+1:]) {
		return demand{name: s[:i], level: s[i+1:], at: r}
	}
	return demand{name: s, at: r}
}

// recordDemand reads a record that names a competency and its level.
func recordDemand(r *parse.Record) demand {
	d := demand{at: r}
	if to := targetOf(r); to != nil {
		d.file, d.level, _ = strings.Cut(to.Value, "#")
		d.name, d.level = d.file, d.level[strings.LastIndexByte(d.level, '/')+1:]
	}
	for _, f := range r.Fields {
		if f.Value.Kind != parse.Scalar || empty(f.Value) {
			continue
		}
		switch w := wordOf(f.Key); {
		case w == levelWord:
			d.level = f.Value.Value
		case w == areaWord, w == nameWord && d.name == "", w == idWord && d.name == "":
			d.name = f.Value.Value
		}
	}
	return d
}

// targetOf returns the field of a record that leads to another file of data
// or to a page: {"$ref": "../skills/x.yml#/steps/1"}, {"file": "x.yml"}.
func targetOf(r *parse.Record) *parse.Record {
	for _, f := range r.Fields {
		if f.Value.Kind != parse.Scalar || strings.ContainsAny(f.Value.Value, " ") {
			continue
		}
		file, _, _ := strings.Cut(f.Value.Value, "#")
		switch path.Ext(file) {
		case ".yml", ".yaml", ".json", ".toml", ".md":
			return f.Value
		}
	}
	return nil
}

// require gives a rung what its record asks for by name.
func (f *filler) require(rung *dialect.SheetRung, p *part, l *leaf) {
	if !p.asking[l] {
		return
	}
	for _, d := range demandsOf(p.page, l) {
		c, e := f.plan.find(d)
		if e == nil && c == nil && d.level == "" { // "code-review-3"
			c, d = f.plan.tight(d)
		}
		switch {
		case e != nil:
			f.borrow(rung, p, l, e)
		case c == nil && !isNone(d.level):
			f.dangling(p, d, "nothing describes "+quoted(d.name))
		case c != nil && !isNone(d.level) && c.Level(d.level) == nil:
			f.dangling(p, d, quoted(c.Title.Value)+" has no level "+quoted(d.level))
		case c != nil:
			rung.Require(c, c.Level(d.level))
		}
	}
}

// tight reads an id that ends with its level: "code-review-3".
func (p *plan) tight(d demand) (*dialect.Competency, demand) {
	i := strings.LastIndexAny(d.name, "-_.")
	if i <= 0 || !number(d.name[i+1:]) {
		return nil, d
	}
	if c := p.survey.Competency(d.name[:i]); c != nil {
		return c, demand{name: d.name[:i], level: d.name[i+1:], at: d.at}
	}
	return nil, d
}

// borrow gives a rung a text of a catalogue, in the area that the rung lists it
// under; where lists are called by no areas, in that of the catalogue.
func (f *filler) borrow(rung *dialect.SheetRung, p *part, l *leaf, e *entry) {
	page := e.file.page
	a := rung.Area(page, e.area)
	if name := f.areaOf(p, l); name.Value != "" && p.citesByArea() {
		a = rung.Area(p.page, name)
	}
	for i, t := range e.leaf.texts {
		key := e.leaf.key
		if i > 0 {
			key += "/" + position(i+1)
		}
		st := f.text(a, &part{file: e.file}, t, key)
		for _, x := range e.leaf.examples {
			a.Example(page, scalarText(page, x), st)
		}
	}
	for _, t := range e.leaf.more {
		a.Intro(page, scalarText(page, t))
	}
}

// dangling reports something that is asked for and not there.
func (f *filler) dangling(p *part, d demand, what string) {
	at := p.page.Doc.Span(d.at.Start, d.at.End)
	g := ReferenceRule.New(at, what+"; expected a competency or a text of these files")
	g.Help = "correct the name, or describe what it stands for"
	f.survey.Report.Add(g)
}

func quoted(s string) string { return `"` + s + `"` }

// isNone reports a level that stands for nothing being asked.
func isNone(level string) bool {
	switch strings.ToLower(strings.TrimSpace(level)) {
	case "0", "-", "none", "n/a":
		return true
	}
	return false
}

// leaveScales takes files that tell skills at levels of their own from the
// ladders, where there are roles elsewhere that may refer to them.
func (p *plan) leaveScales() {
	var ladders, scales []*file
	for _, f := range p.files {
		if f.isScale() {
			scales = append(scales, f)
		} else {
			ladders = append(ladders, f)
		}
	}
	if len(scales) == 0 || len(ladders) == 0 && !p.survey.HasRoles() {
		return
	}
	for _, f := range scales {
		why := "its levels are no jobs and have no codes, and there are roles elsewhere"
		if p.survey.Choose(f.page.Path, "proficiency-is-scale", "proficiency-is-level", why) {
			p.take(f)
		} else {
			ladders = append(ladders, f)
		}
	}
	p.files = ladders
}

// isScale reports whether a file tells skills at levels that may be those of
// proficiency: each area holds its levels, and these are called by words, of
// which none is a job's, a code's or of seniority. Levels that are numbers may
// be anybody's.
func (f *file) isScale() bool {
	if f.levels < 2 || f.required > 0 || len(f.trackGroups()) > 0 {
		return false
	}
	for _, r := range f.data.levels.rungs {
		label, _ := dialect.SplitLabel(r.names[0])
		if r.nameless || r.job || number(r.names[0]) || label.Text != "" || r.isJob() {
			return false
		}
	}
	return !f.areasInLevels() && (f.areas > 0 || f.fields <= 1)
}

// ranks reports a name that begins with a rank, which makes a job of any word
// behind it: "Senior Mender".
func ranks(name string) bool {
	first, rest, _ := strings.Cut(strings.TrimSpace(name), " ")
	return rest != "" && dialect.OnlySeniority(first)
}
