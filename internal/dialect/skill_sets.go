package dialect

import (
	"path"
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/pattern"
)

// accept decides whether a set is one of competencies at all: two of them at
// least, that are not named like jobs. Pages whose titles may be either are
// taken for what most of them are.
func (s *Survey) accept(u *SkillSet) bool {
	if len(u.Skills) < 2 || len(u.Levels) < 2 {
		return false
	}
	const competencies, tracks = "section-is-competency", "section-is-track"
	levels := "levels " + namesOf(u.Levels)
	why := plural2(len(u.Skills), "section") + " share the " + levels + ", and no area returns beneath these"
	if mostlyJobs(u.Skills) && !skillPlace(u.Place) {
		return !s.Choose(u.Place, tracks, competencies, why+"; but they are named for jobs")
	}
	u.doubt = proficiencyOnly(u.Levels)
	if words := s.toldAsTracks(u); words != "" && !u.doubt && !skillPlace(u.Place) {
		if s.Choose(u.Place, tracks, competencies, why+"; but they are called "+quoted(words)) {
			u.placeLevels()
			return false
		}
		return true
	}
	s.orderByIndex(u)
	if u.doubt { // no roles, whatever the headings are
		return true
	}
	return s.Choose(u.Place, competencies, tracks, why+"; they are named for skills")
}

// orderByIndex puts the pages of a set in the order in which an index page
// lists them all, unless their names are numbered.
func (s *Survey) orderByIndex(u *SkillSet) {
	for _, p := range u.pages {
		if fileNumber(p) > 0 || len(u.pages) < 2 {
			return
		}
	}
	for dir := u.Place; ; dir = path.Dir(dir) {
		for _, index := range s.inDir[dir] {
			at := map[*Page]int{}
			for i, l := range index.Doc.Links {
				if to := s.Target(index, l.Target); index.Index && to != nil && s.skills[to] != nil && at[to] == 0 {
					at[to] = i + 1
				}
			}
			if slices.ContainsFunc(u.pages, func(p *Page) bool { return at[p] == 0 }) {
				continue
			}
			slices.SortStableFunc(u.pages, func(a, b *Page) int { return at[a] - at[b] })
			slices.SortStableFunc(u.Skills, func(a, b *Skill) int { return at[a.Page] - at[b.Page] })
			u.nameLevels()
			return
		}
		if dir == "." {
			return
		}
	}
}

// namesOf writes names for a reason.
func namesOf(names []PlacedText) string {
	var out []string
	for _, n := range names {
		out = append(out, n.Value)
	}
	return clip(strings.Join(out, ", "))
}

// skillPlace reports a folder or a file that is named for competencies.
func skillPlace(place string) bool {
	for _, w := range strings.Split(Slug(stemOf(path.Base(place))), "-") {
		switch strings.TrimSuffix(w, "s") {
		case "competency", "competencie", "competence", "skill", "capability", "capabilitie", "dimension", "pillar", "attribute", "behaviour", "behavior":
			return true
		}
	}
	return false
}

// proficiencyOnly reports levels that are called by how well somebody does
// something, as "Practitioner": they may be no rungs.
func proficiencyOnly(levels []PlacedText) bool {
	for _, l := range levels {
		name := emojiOff(l.Value)
		if label, rest := SplitLabel(plainTitle(name)); label.Text != "" {
			name = rest
		}
		words := strings.Fields(strings.ToLower(name))
		if len(words) == 0 || !proficiency[words[0]] && !proficiency[words[len(words)-1]] {
			return false
		}
	}
	return true
}

// settle decides, when all that is no set of competencies has been read, what a
// set is whose levels may be proficiency: where roles stand beside it, it
// explains what they ask, and is no ladder.
func (s *Survey) settle(u *SkillSet, roles int) {
	if !u.doubt {
		return
	}
	u.doubt = false
	switch levels := namesOf(u.Levels); {
	case roles > 0:
		u.scale = s.Choose(u.Place, scaleReading, ladderReading, "its levels, "+levels+", say how well something is done, and roles stand beside it")
	case !u.table:
		u.scale = !s.Choose(u.Place, ladderReading, scaleReading, "there are no roles beside its levels, "+levels)
	}
}

// IsScale reports a page of competencies that explains what roles ask for.
func (s *Survey) IsScale(p *Page) bool {
	s.settleScales()
	u := s.sets[p]
	return u != nil && u.scale
}

// staysPage reports a page that is prose though a way knows it: what explains a
// scale is read where roles ask for it, a table of roles has words around, and
// data before a page has the page behind it.
func (s *Survey) staysPage(p *Page) bool {
	u := s.sets[p]
	return u != nil && u.scale || len(s.roleTables[p]) > 0 || s.taken[p] && p.Doc.Front != nil && len(p.Doc.Blocks) > 0
}

// SkillSet returns the set of competencies that page belongs to, where it is a
// ladder of its own, or nil.
func (s *Survey) SkillSet(p *Page) *SkillSet {
	if u := s.sets[p]; u != nil && !u.scale && !u.table {
		return u
	}
	return nil
}

// First returns the page that the roles of the set begin in.
func (u *SkillSet) First() *Page { return u.pages[0] }

// Part returns which level of the skill is the one called name, or -1.
func (k *Skill) Part(name string) int {
	for i, part := range k.parts {
		if k.spelt.key(part.name.Value) == k.spelt.key(name) {
			return i
		}
	}
	return -1
}

// ReadSkill reads what a skill asks at its level i. What it does not
// understand it reports.
func (s *Survey) ReadSkill(k *Skill, i int) *model.Area {
	part := k.parts[i]
	r := &bodyReader{survey: s, page: k.Page, doc: k.Page.Doc, body: &Body{}}
	a := &model.Area{}
	m := &mode{}
	body := part.body
	s.Account(k.Page, k.Page.Doc.Span(part.name.Start, part.name.End), model.TitleText)
	if part.text.Value != "" {
		body = r.leadStatement(a, part)
	}
	r.blocks(a, body, m)
	for _, sub := range part.subs {
		if r.readFacet(a, sub) { // "Warning signs"
			continue
		}
		inner := &mode{examples: exampleLead(sub.Title.Value) != leadNone}
		if !inner.examples {
			a.Intro = appendProse(a.Intro, r.doc, sub.Title)
		}
		sub.Each(func(t *Section) { r.blocks(a, t.Body, inner) })
	}
	s.dropReferences(k, a)
	if len(a.Statements) == 0 {
		for _, p := range a.Intro {
			if s.refersTo(k, p.Text) {
				return a
			}
		}
		var blank []model.Prose
		for _, p := range a.Intro {
			if IsBlank(p.Text) {
				blank = append(blank, p) // "_Not applicable._"
				continue
			}
			a.Statements = append(a.Statements, &model.Statement{Prose: p})
		}
		a.Intro = blank
	}
	return a
}

// dropReferences takes statements that only name another level, as "см. уровень
// Старший", for words about the area: they ask nothing of their own.
func (s *Survey) dropReferences(k *Skill, a *model.Area) {
	const refers, states = "line-refers", "line-is-statement"
	kept := a.Statements[:0]
	for _, st := range a.Statements {
		if len(st.Examples) == 0 && s.refersTo(k, st.Text) && s.Choose(k.Page.Path, refers, states, "lines that only name another level ask nothing of their own") {
			a.Intro = append(a.Intro, st.Prose)
			continue
		}
		kept = append(kept, st)
	}
	a.Statements = kept
}

// refersTo reports whether a text only names another level of the skill's own
// set, in a language whose levels are not known elsewhere: what names a role
// that all know, the resolver finds.
func (s *Survey) refersTo(k *Skill, text string) bool {
	u := s.sets[k.Page]
	if u == nil || len(text) > maxLead*2 || refersOnly(text) {
		return false
	}
	m := refers.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	words := strings.Fields(m[len(m)-1])
	for i := 0; i < len(words) && len(words) <= 4; i++ {
		if slices.Contains(u.levels, k.spelt.key(strings.Join(words[i:], " "))) {
			return true
		}
	}
	return false
}

// leadStatement reads the words behind a level's name: a statement, with the
// bullets under it as its examples, or what introduces these.
func (r *bodyReader) leadStatement(a *model.Area, part levelPart) []*parse.Block {
	if strings.HasSuffix(part.text.Value, ":") && hasList(part.body) {
		a.Intro = appendProse(a.Intro, r.doc, part.text)
		return part.body
	}
	st := r.statement(a, part.text)
	var rest []*parse.Block
	for _, b := range part.body {
		if b.Kind == parse.List && st != nil {
			r.flatten(a, &st.Examples, b)
		} else {
			rest = append(rest, b)
		}
	}
	return rest
}

// SkillIntro returns what a skill says of no level: before them, and in
// sections beside them.
func (s *Survey) SkillIntro(k *Skill) []model.Prose {
	r := &introReader{survey: s, page: k.Page}
	for _, b := range k.beside {
		r.block(b)
	}
	if !k.inPage && k.sec != k.Page.Outline {
		s.Account(k.Page, k.sec.At(k.Page.Doc), model.GroupText)
		for _, b := range k.Page.Outline.Body {
			r.block(b)
		}
		r.beside(k, k.Page.Outline)
	}
	r.beside(k, k.sec)
	return r.out
}

// beside reads the sections under one that are no levels of a skill.
func (r *introReader) beside(k *Skill, sec *Section) {
	for _, sub := range sec.Subs {
		if sub == k.sec || k.Part(sub.Title.Value) >= 0 {
			continue
		}
		r.out = appendProse(r.out, k.Page.Doc, sub.Title)
		for _, b := range sub.Body {
			r.block(b)
		}
		r.beside(k, sub)
	}
}

// SetTitle names the track of a set: by the page that holds it, else by the
// index page of its folder or of one above, else by the folder.
func (s *Survey) SetTitle(u *SkillSet) string {
	if len(u.pages) == 1 {
		if name, ok := setName(u.pages[0].name()); ok && u.Skills[0].inPage {
			return name
		}
	}
	dir := u.Place
	if s.byPath[u.Place] != nil {
		dir = path.Dir(u.Place)
	}
	for at := dir; ; at = path.Dir(at) {
		for _, p := range s.inDir[at] {
			if name, ok := setName(p.name()); p.Index && ok {
				return name
			}
		}
		if base := path.Base(at); at != "." && !isGeneric(base) && !skillPlace(base) && languages[strings.ToLower(base)] == "" {
			return folderWords(base)
		}
		if at == "." {
			break
		}
	}
	if title := s.frameworkTitle(""); title != "" || dir == "." {
		return firstOf(title, u.pages[0].name())
	}
	return folderWords(path.Base(dir))
}

// setName returns the name of a track from the title of a page about its
// competencies; ok is false where the title says only what kind of page it is.
// What remains of "Tech Skills Matrix" is too little to be a name.
func setName(title string) (name string, ok bool) {
	title = emojiOff(title)
	short := strings.TrimRight(strings.TrimSpace(ofSkills.ReplaceAllString(title, "")), " -–—:|")
	switch {
	case short == "", strings.EqualFold(title, "readme"), strings.EqualFold(title, "index"):
		return "", false
	case short != title && !isJob(short) && !strings.Contains(short, " "):
		return title, true
	}
	return short, true
}

// ofSkills ends titles of pages about the competencies of a job.
var ofSkills = pattern.New(`(?i)\s*[-–—:|]?\s*\b((core |key |career |role )?(skills?|competenc(y|ies|e|es)|capabilit(y|ies)|progression|growth|career|levels?|ladders?|roles?)[ -]?)+(matrix|framework|map|guide|model|levels?|ladder|path|overview|grid)?s?$`)

// SetIntro returns what the pages of a set say beside its skills. Other pages
// that hold several skills each have their own frame around them.
func (s *Survey) SetIntro(u *SkillSet) []model.Prose {
	var out []model.Prose
	for _, p := range u.pages {
		var within []*Section
		for _, k := range u.Skills {
			if k.Page == p {
				within = append(within, k.sec)
			}
		}
		if len(within) > 0 && s.skills[p][0].inPage {
			out = append(out, s.Intro(p, within)...)
		}
	}
	return out
}
