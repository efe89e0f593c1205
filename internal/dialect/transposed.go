package dialect

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"rung/internal/parse"
	"rung/internal/pattern"
	"rung/internal/workers"
)

// family are words that name a discipline, and so the title of a track.
var family = pattern.New(`(?i)\b(engineering|development|design|management|analytics|operations|marketing|sales|support|product|security|research|backend|back-end|frontend|front-end|mobile|web|ios|android|devops|qa|platform|infrastructure|finance|people|hr|legal|success)\b`)

// Skill is a section that tells what one competency asks at several levels.
type Skill struct {
	Page  *Page
	Title parse.Text // the zero Text where only the file's name names it
	Name  string

	sec    *Section
	parts  []levelPart
	beside []*parse.Block // what it says of no level
	inPage bool           // it is a section of a page, not the page
	job    bool           // it is a track, and no skill
	spelt  spellings      // of levels, over all pages
}

// SkillSet is several competencies that share their levels: a ladder that is
// written competency by competency, or the scale that roles refer to.
type SkillSet struct {
	Place  string // the file or the folder that holds it
	Skills []*Skill
	Levels []PlacedText // as the author names them, in the author's order

	pages  []*Page
	table  bool // its skills stand in tables, which another way reads
	scale  bool // roles refer to it, or stand beside it: it is no ladder
	doubt  bool // its levels may be proficiency, if there are roles elsewhere
	levels []string
	said   map[string]PlacedText // what is said of its levels elsewhere
}

// skillsOf returns the competencies of a page. A list of levels before the
// sections of a page explains them; what has levels as headings has no skills
// in these.
func skillsOf(p *Page, sec *Section) []*Skill {
	if parts := levelHeadings(sec); parts != nil {
		if s := newSkill(p, sec, parts, sec.Body); s != nil {
			return []*Skill{s}
		}
		return nil
	}
	var out []*Skill
	full := false
	for _, sub := range sec.Subs {
		for _, s := range skillsOf(p, sub) {
			out = append(out, s)
			full = full || len(s.parts) > 1
		}
	}
	if full {
		return out
	}
	if parts, beside := levelParts(sec); len(parts) > 1 || len(parts) == 1 && len(out) == 0 {
		if s := newSkill(p, sec, parts, beside); s != nil {
			return []*Skill{s}
		}
	}
	return out
}

// onOneAxis returns the skills of a page that share levels with the one that has
// most of them.
func onOneAxis(skills []*Skill) []*Skill {
	if len(skills) < 2 {
		return skills
	}
	most := slices.MaxFunc(skills, func(a, b *Skill) int { return cmp.Compare(len(a.parts), len(b.parts)) })
	axis := mergedLevels([]*Skill{most})
	return slices.DeleteFunc(skills, func(k *Skill) bool {
		var own []string
		for _, part := range k.parts {
			own = append(own, k.spelt.key(part.name.Value))
		}
		return !axesFit(axis, own)
	})
}

// newSkill returns nil where the section is a job, whose levels have areas of
// their own, or is a level itself.
func newSkill(p *Page, sec *Section, parts []levelPart, beside []*parse.Block) *Skill {
	s := &Skill{Page: p, Title: sec.Title, sec: sec, parts: parts, beside: beside, inPage: sec != p.Outline}
	s.Name = emojiOff(s.Title.Value)
	if s.Name == "" {
		s.Name = pageSkillName(p)
	}
	if s.inPage && (sec.Head == nil || onlyLevel(s.Name)) || !s.inPage && p.Names.Label.Text != "" && p.Names.From != "file name" {
		return nil
	}
	if !s.inPage && p.Index || namesRoles(parts) {
		return nil
	}
	seen, split, full := map[string]int{}, 0, 0
	for _, part := range parts {
		if len(part.body) > 0 || len(part.subs) > 0 || part.text.Value != "" {
			full++
		}
		areas := 0
		for _, name := range bulletAreas(part.body) {
			areas++
			seen[Slug(name)]++
		}
		for _, sub := range part.subs {
			if exampleLead(sub.Title.Value) == leadNone {
				areas++
				seen[Slug(sub.Title.Value)]++
			}
		}
		if areas > 0 {
			split++
		}
	}
	for _, n := range seen {
		if n > 1 {
			return nil
		}
	}
	if split*2 > full || full == 0 {
		return nil
	}
	return s
}

// bulletAreas returns the names of areas that are bullets over bullets.
func bulletAreas(blocks []*parse.Block) []string {
	var out []string
	for _, b := range blocks {
		if b.Kind != parse.List {
			continue
		}
		for _, item := range b.Children {
			if t := ownText(item); len(nestedLists(item)) > 0 && (isName(t) || repeatKey(t.Value) != "") {
				out = append(out, t.Value)
			}
		}
	}
	return out
}

// namesRoles reports levels that are only named, as in a README that lists the
// roles of its folder: "L2: Rigger", with or without a link.
func namesRoles(parts []levelPart) bool {
	named := 0
	for _, part := range parts {
		if len(part.body)+len(part.subs) == 0 && (part.text.Value == "" || RoleTitle(part.text.Value) || onlyLinks(part.text)) {
			named++
		}
	}
	return named*2 >= len(parts)
}

// order is a number before the name of a file that only sorts it.
var order = pattern.New(`^\d{1,3}\s*[.)_-]?\s*`)

// pageSkillName returns what a page without heading is named for.
func pageSkillName(p *Page) string {
	if t := p.Doc.Front.Text("title"); t != "" {
		return t
	}
	return folderWords(strings.TrimSpace(order.ReplaceAllString(unhyphen(p.Stem), "")))
}

// findTransposed finds the ladders, and the scales, that are written
// competency by competency. Which of the two a set is shows when all pages
// are known: see settleScales.
func (s *Survey) findTransposed() {
	s.skills = map[*Page][]*Skill{}
	var pages []*Page
	all := s.spelledSkills()
	for i, p := range s.Pages {
		if found := onOneAxis(all[i]); len(found) > 0 && !levelsOfElse(p) && !(nameNobody(p.Outline.Subs) && listThings(p.Outline.Subs)) {
			s.skills[p] = found
			pages = append(pages, p)
		}
	}
	s.unframe(pages)
	for _, set := range s.skillSets(pages) {
		for _, p := range set.pages {
			s.transposed[p] = true
			s.sets[p] = set
		}
	}
	s.indexSkills()
}

// spelledSkills returns what may be skills on each page, with the spellings of
// the levels of all.
func (s *Survey) spelledSkills() [][]*Skill {
	all := make([][]*Skill, len(s.Pages))
	workers.Each(len(all), 0, func(i int) {
		if p := s.Pages[i]; len(p.Doc.Blocks) > 0 {
			all[i] = skillsOf(p, p.Outline)
		}
	})
	var lists [][]string
	for _, found := range all {
		for _, k := range found {
			lists = append(lists, partNames(k.parts))
		}
	}
	spelt := newSpellings(lists)
	for _, found := range all {
		for _, k := range found {
			k.spelt = spelt
		}
	}
	return all
}

// unframe gives the page's name to a skill whose section only frames it, as
// "Levels" does: pages of a folder that hold one skill each call it the same.
func (s *Survey) unframe(pages []*Page) {
	same := map[string]int{}
	for _, p := range pages {
		if k := s.skills[p][0]; len(s.skills[p]) == 1 && k.inPage {
			same[p.Dir+"\x00"+k.key()]++
		}
	}
	for _, p := range pages {
		k := s.skills[p][0]
		if len(s.skills[p]) == 1 && k.inPage && (same[p.Dir+"\x00"+k.key()] > 1 || frame.MatchString(k.Name)) {
			k.Title, k.Name, k.inPage = p.Title, cmp.Or(emojiOff(p.Title.Value), pageSkillName(p)), false
		}
	}
}

// frame titles sections that hold the levels of what the page is about.
var frame = pattern.New(`(?i)^((proficiency|skill|competency|mastery) )?(levels?|scale|expectations|stages|progression|rubric)( (of|by|per) (proficiency|level|mastery))?$|^(stufen|niveaus?|níveis|niveles|niveaux|уровни)$`)

// skillSets gathers pages that share levels: those of a folder first, then
// folders that only group.
func (s *Survey) skillSets(pages []*Page) []*SkillSet {
	var units []*SkillSet
	for _, p := range pages {
		skills := s.skills[p]
		if i := slices.IndexFunc(units, func(u *SkillSet) bool { return u.Place == p.Dir && u.fits(skills) }); i >= 0 {
			units[i].add(p, skills)
		} else if axis := mergedLevels(skills); len(axis) > 0 {
			u := &SkillSet{Place: p.Dir}
			u.add(p, skills)
			units = append(units, u)
		}
	}
	var out []*SkillSet
	for _, u := range s.joined(units) {
		for _, set := range s.divide(u) {
			if s.accept(set) {
				out = append(out, set)
				continue
			}
			for _, k := range set.Skills {
				k.job = len(set.Skills) > 1
			}
		}
	}
	return out
}

func (u *SkillSet) add(p *Page, skills []*Skill) {
	u.pages = append(u.pages, p)
	u.Skills = append(u.Skills, skills...)
	u.levels = mergedLevels(u.Skills)
}

// fits reports whether skills have the levels of the set: half of the fewer.
func (u *SkillSet) fits(skills []*Skill) bool { return axesFit(u.levels, mergedLevels(skills)) }

func axesFit(a, b []string) bool {
	common := 0
	for _, k := range b {
		if slices.Contains(a, k) {
			common++
		}
	}
	return common > 0 && common*2 >= min(len(a), len(b))
}

// joined returns the units of folders, those that group areas of one ladder joined.
// A folder whose pages are a ladder each is none of these.
func (s *Survey) joined(units []*SkillSet) []*SkillSet {
	var tracks, areas []*SkillSet
	for _, u := range units {
		if len(u.pages) > 1 && s.pagesAsTracks(u) != "" {
			tracks = append(tracks, u)
		} else {
			areas = append(areas, u)
		}
	}
	return append(tracks, joinFolders(areas)...)
}

// joinFolders joins the units of folders that stand beside each other, or one
// in the other, and share levels and no skill: they group areas. Folders of
// languages hold one ladder each.
func joinFolders(units []*SkillSet) []*SkillSet {
	var out []*SkillSet
	for _, u := range units {
		i := slices.IndexFunc(out, func(v *SkillSet) bool { return v.neighbours(u) && v.fits(u.Skills) && !shareSkill(v, u) })
		if i < 0 {
			out = append(out, u)
			continue
		}
		v := out[i]
		v.Place = commonDir(v.Place, u.Place)
		v.pages = append(v.pages, u.pages...)
		v.Skills = append(v.Skills, u.Skills...)
		v.levels = mergedLevels(v.Skills)
	}
	return out
}

// neighbours reports whether two folders may group the areas of one ladder.
// Folders named for job families hold a ladder each.
func (u *SkillSet) neighbours(v *SkillSet) bool {
	last := u.pages[len(u.pages)-1].Dir
	a, b := path.Dir(last), path.Dir(v.Place)
	switch {
	case last == "." || v.Place == ".":
		return false
	case folderLanguage(last) != folderLanguage(v.Place):
		return false
	case a == b:
		return !jobFolder(last) || !jobFolder(v.Place)
	}
	return a == v.Place || b == last || u.Place == b
}

func jobFolder(dir string) bool { return isJob(folderWords(path.Base(dir))) }

// isJob reports whether a name is that of a job or of a family of jobs.
func isJob(name string) bool {
	_, told := trackName(name)
	return told || RoleTitle(name) || family.MatchString(name)
}

func commonDir(a, b string) string {
	for a != "." && a != b && !strings.HasPrefix(b, a+"/") {
		a = path.Dir(a)
	}
	return a
}

func shareSkill(a, b *SkillSet) bool {
	for _, x := range a.Skills {
		for _, y := range b.Skills {
			if x.key() == y.key() {
				return true
			}
		}
	}
	return false
}

func (s *Skill) key() string { return Slug(s.Name) }

// divide takes a unit of pages apart where each page holds a ladder of its
// own: pages of several competencies whose names return, whose titles are jobs,
// or which are called tracks. A page that stands alone is its own place.
func (s *Survey) divide(u *SkillSet) []*SkillSet {
	jobs, seen, again := 0, map[string]bool{}, false
	for _, p := range u.pages {
		if !s.skills[p][0].inPage {
			continue
		}
		if isJob(p.name()) {
			jobs++
		}
	}
	for _, k := range u.Skills {
		again = again || k.inPage && seen[k.key()]
		seen[k.key()] = true
	}
	if len(u.pages) > 1 && !again && jobs < len(u.pages) && s.pagesAsTracks(u) == "" {
		u.finish()
		return []*SkillSet{u}
	}
	var out []*SkillSet
	for _, p := range u.pages {
		one := &SkillSet{Place: p.Path}
		one.add(p, s.skills[p])
		one.finish()
		out = append(out, one)
	}
	return out
}

// finish sorts the skills as their author numbered them, and names the levels.
func (u *SkillSet) finish() {
	slices.SortStableFunc(u.Skills, func(a, b *Skill) int {
		if a.Page.Dir != b.Page.Dir || a.Page == b.Page {
			return 0
		}
		return cmp.Compare(fileNumber(a.Page), fileNumber(b.Page))
	})
	u.nameLevels()
}

// nameLevels names the levels as the first skill that has them does, with a label
// where any gives it one.
func (u *SkillSet) nameLevels() {
	u.levels, u.Levels = mergedLevels(u.Skills), nil
	names := map[string]PlacedText{}
	for _, k := range u.Skills {
		for _, part := range k.parts {
			key := k.spelt.key(part.name.Value)
			if have := names[key].Value; have == "" || labelled([]string{have}) < labelled([]string{part.name.Value}) {
				names[key] = PlacedText{k.Page, part.name}
			}
		}
	}
	for _, key := range u.levels {
		u.Levels = append(u.Levels, names[key])
	}
}

// fileNumber returns the number that a file's name begins with; 0 for none.
func fileNumber(p *Page) int {
	n := 0
	for n < len(p.Stem) && p.Stem[n] >= '0' && p.Stem[n] <= '9' {
		n++
	}
	v, _ := strconv.Atoi(p.Stem[:min(n, 6)]) // no number is 0
	return v
}

// axisKey is what two names of one level share: "L1" and "Level 1: Basics" are
// one, "IC1" and "M1" are two.
func axisKey(name string) string {
	label, _ := SplitLabel(plainTitle(name))
	if label.Text == "" {
		return Slug(emojiOff(name))
	}
	return labelKey(label)
}

// mergedLevels returns the keys of the levels of all skills, in the order of
// the longest axis; a level that it does not have stands behind the one that
// goes before it elsewhere. Skills of one level alone make no axis.
func mergedLevels(skills []*Skill) []string {
	var first *Skill
	for _, k := range skills {
		if first == nil || len(k.parts) > len(first.parts) {
			first = k
		}
	}
	if first == nil || len(first.parts) < 2 {
		return nil
	}
	var out []string
	for _, k := range append([]*Skill{first}, skills...) {
		at := 0
		for _, part := range k.parts {
			key := k.spelt.key(part.name.Value)
			if i := slices.Index(out, key); i >= 0 {
				at = i + 1
				continue
			}
			out = slices.Insert(out, at, key)
			at++
		}
	}
	return out
}
