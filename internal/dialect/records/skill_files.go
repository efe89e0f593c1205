package records

import (
	"path"
	"strings"

	"rung/internal/dialect"
	"rung/internal/parse"
)

// skillFiles returns the files that are an area each, with the folder that
// holds them all: several of one folder have the same levels, and hold nothing
// but these.
func (p *plan) skillFiles() map[*file]*skillSet {
	var sets []*skillSet
	for _, f := range p.files {
		several := f.areas > 1 && p.sortsAreas(f)
		if f.levels < 2 || f.areas > 1 && !several || f.areas == 0 && f.fields > 1 || len(f.trackGroups()) > 0 {
			continue
		}
		found := false
		for _, s := range sets {
			if s.dir == f.page.Dir && s.fits(f) && (!several || s.apart(f)) {
				s.add(f)
				found = true
				break
			}
		}
		if !found {
			s := &skillSet{dir: f.page.Dir, place: f.page.Dir, levels: map[string]bool{}}
			s.add(f)
			sets = append(sets, s)
		}
	}
	out := map[*file]*skillSet{}
	for _, s := range p.accepted(joinSets(sets)) {
		for _, f := range s.files {
			out[f] = s
		}
	}
	return out
}

// accepted returns the sets whose files are areas and not tracks.
func (p *plan) accepted(sets []*skillSet) []*skillSet {
	var out []*skillSet
	for _, s := range sets {
		jobs := 0
		for _, f := range s.files {
			if p.isLineOfWork(f) {
				jobs++
			}
		}
		why := "the files of the folder share their levels and are named for no line of work"
		tracks := jobs*2 >= len(s.files)
		if p.sortsAreas(s.files[0]) { // "people" may be a part of what one job asks
			tracks = jobs == len(s.files)
		}
		if p.toldAsAreas(s.dir) {
			why = "the files of the folder share their levels, and a README says that each holds skills"
		}
		switch wordOf(path.Base(s.dir)) {
		case trackWord:
			tracks = !s.numbersAlone() // a skill may be called a track, and its milestones 0 to 3
		case areaWord:
			tracks = tracks && s.files[0].areas > 1 // "skills/baker.yml" holds what a baker needs
		}
		if s.named*2 > len(s.files) {
			tracks = false // each file says so itself
		}
		if len(s.files) > 1 && !tracks && p.survey.Choose(s.place, "files-are-areas", "files-are-tracks", why) {
			out = append(out, s)
		}
	}
	return out
}

// isLineOfWork reports whether a file is named for a line of work, or its levels
// for jobs of its own. Where a README says that files hold skills, only a job is
// one: "support" and "sales" may be what all are good at.
func (p *plan) isLineOfWork(f *file) bool {
	name := firstOf(f.name.Value, fileName(f.page).Value)
	if p.toldAsAreas(f.page.Dir) {
		return dialect.RoleTitle(name)
	}
	return dialect.Discipline(name) || f.jobLevels() && !p.rolesToldOnce(f)
}

// numbersAlone reports whether all that the files call their levels are
// numbers, and none holds areas: nobody is a "2" of editing, as one may be in
// a line of work.
func (s *skillSet) numbersAlone() bool {
	for _, f := range s.files {
		if f.areas > 0 {
			return false
		}
		for _, r := range f.data.levels.rungs {
			if r.title.Value != "" || !r.nameless && !number(r.names[0]) {
				return false
			}
		}
	}
	return true
}

// jobLevels reports whether the levels of a file are called by jobs.
func (f *file) jobLevels() bool {
	jobs := 0
	for _, r := range f.data.levels.rungs {
		if dialect.RoleTitle(r.title.Value) || dialect.RoleTitle(r.label.Value) {
			jobs++
		}
	}
	return jobs*2 > len(f.data.levels.rungs)
}

// skillSet is a ladder that has one file an area.
type skillSet struct {
	dir    string
	place  string
	files  []*file
	levels map[string]bool
	named  int // files that name the area they are
}

func (s *skillSet) add(f *file) {
	s.files = append(s.files, f)
	if f.areas == 1 {
		s.named++
	}
	for _, r := range f.data.levels.rungs {
		s.levels[keyOf(r.names[0])] = true
	}
}

// fits reports whether a file has the levels of the set: half of the fewer.
func (s *skillSet) fits(f *file) bool {
	common := 0
	for _, r := range f.data.levels.rungs {
		if s.levels[keyOf(r.names[0])] {
			common++
		}
	}
	return common > 0 && common*2 >= min(len(s.levels), len(f.data.levels.rungs))
}

// rolesToldOnce reports whether a file of the folder tells the levels of f with the
// jobs that they are, for all files beside it: these jobs are one track.
func (p *plan) rolesToldOnce(f *file) bool {
	told := p.scales[f.page.Dir]
	if told == nil {
		return false
	}
	for _, r := range f.data.levels.rungs {
		if told.find(&r.level) == nil {
			return false
		}
	}
	jobs := 0
	for _, r := range told.rungs {
		if dialect.RoleTitle(r.title.Value) {
			jobs++
		}
	}
	return jobs*2 >= len(told.rungs)
}

// sortsAreas reports whether a file of several areas may be a group of those of one
// track: the jobs that its levels are have been told once, its folder is named for
// skills, or a README says that each file holds some.
func (p *plan) sortsAreas(f *file) bool {
	return p.rolesToldOnce(f) || dialect.SkillPlace(f.page.Dir) || p.toldAsAreas(f.page.Dir)
}

// toldAsAreas reports whether a README says that each file of a folder holds one
// skill or several.
func (p *plan) toldAsAreas(dir string) bool {
	told, known := p.sorted[dir]
	if !known {
		told = p.survey.ToldAsAreas(dir) != ""
		p.sorted[dir] = told
	}
	return told
}

// apart reports whether a file tells other areas than those of the set.
func (s *skillSet) apart(f *file) bool {
	own := f.areaNames()
	for _, o := range s.files {
		for name := range o.areaNames() {
			if own[name] {
				return false
			}
		}
	}
	return true
}

// areaNames returns the slugs of the areas of a file.
func (f *file) areaNames() map[string]bool {
	out := map[string]bool{}
	for _, s := range f.spots {
		if s.area != nil {
			out[dialect.Slug(s.area.name.Value)] = true
		}
	}
	return out
}

// joinSets joins the sets of folders that only sort areas: they share levels
// and no file's name, and are named for no line of work.
func joinSets(sets []*skillSet) []*skillSet {
	var out []*skillSet
	for _, s := range sets {
		joined := false
		for _, o := range out {
			if o.joins(s) {
				for _, f := range s.files {
					o.add(f)
				}
				o.place = commonDir(o.place, s.place)
				joined = true
				break
			}
		}
		if !joined {
			out = append(out, s)
		}
	}
	return out
}

func (s *skillSet) joins(o *skillSet) bool {
	if dialect.FolderLanguage(s.dir) != dialect.FolderLanguage(o.dir) || !s.fits(o.files[0]) || s.dir == o.dir || s.dir == "." || o.dir == "." {
		return false
	}
	if dialect.Discipline(title(path.Base(s.dir))) && dialect.Discipline(title(path.Base(o.dir))) {
		return false
	}
	names := map[string]bool{}
	for _, f := range s.files {
		names[f.page.Stem] = true
	}
	for _, f := range o.files {
		if names[f.page.Stem] {
			return false
		}
	}
	return true
}

// commonDir returns the folder that holds both.
func commonDir(a, b string) string {
	for a != "." && a != b && !strings.HasPrefix(b, a+"/") {
		a = path.Dir(a)
	}
	return a
}

// skill adds a file that is one area of a track.
func (p *plan) skill(f *file, s *skillSet) {
	name := dialect.TrackName(p.names[s.place])
	if name == "" && (s.place == "." || s.place != s.dir || wordOf(path.Base(s.place)) == areaWord || p.toldAsAreas(s.place)) {
		name = dialect.TrackName(firstOf(p.titleAt(s.place), p.rootTitle()))
	}
	area := f.name
	if area.Value == "" {
		area = fileName(f.page)
	}
	if f.areas > 1 { // it sorts them
		area = parse.Text{}
	}
	p.track(name, s.place).add(&part{file: f, area: area})
}

// titleAt returns the title of the index page of a folder.
func (p *plan) titleAt(dir string) string {
	for _, page := range p.survey.Pages {
		if page.Dir == dir && page.Index {
			return page.Title.Value
		}
	}
	return ""
}
