package dialect

import (
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
)

// One returns the section of a page that is one role, or is a foundation; ok
// is false for other pages.
func (s *Survey) One(p *Page) (sec *Section, ok bool) {
	switch s.kinds[p] {
	case oneRole:
		return p.Outline, true
	case foundation:
		if len(s.roles[p]) == 0 {
			return p.Outline, true
		}
	}
	return nil, false
}

// Many returns the sections of a page that are its roles, by the heading that
// they stand under, each with the sections that belong to it though they stand
// beside it.
func (s *Survey) Many(p *Page) []RoleGroup {
	if s.kinds[p] != manyRoles && (s.kinds[p] != foundation || len(s.roles[p]) == 0) {
		return nil
	}
	return s.groups[p]
}

// GroupTrack returns the name of the track that a group of a page's roles is:
// the page's own, or, of several groups, what each stands under.
func (s *Survey) GroupTrack(p *Page, g RoleGroup) string {
	if len(s.groups[p]) < 2 || g.Parent == p.Outline || g.Parent.Title.Value == "" {
		return TrackTitle(p)
	}
	name, _ := trackName(g.Parent.Title.Value)
	return name
}

// IsFoundation reports whether a page holds for other roles.
func (s *Survey) IsFoundation(p *Page) bool { return s.kinds[p] == foundation }

// HeadingsIn says how the headings of roles that were written together are
// read. The verdict is noted once for each key.
func (s *Survey) HeadingsIn(key string, roles []*Section) Headings {
	v, ok := s.judged[key]
	if !ok {
		v = judge(roles)
		switch {
		case v.reading == "":
			v.headings = headingsOf(s.Asked(key, headingReadings...), v.headings)
		default:
			v.headings = headingsOf(s.ChooseOf(key, v.why, v.others()...), v.headings)
		}
		s.judged[key] = v
	}
	return v.headings
}

// Siblings returns the sections of the pages of p's folder that are one role
// each; of a page at the root, which stands alone unless it has a label, its
// own.
func (s *Survey) Siblings(p *Page) (key string, roles []*Section) {
	if p.Dir == "." && p.Names.Label.Text == "" || s.kinds[p] == foundation {
		return p.Path, []*Section{p.Outline}
	}
	roles, ok := s.beside[p.Dir]
	if !ok { // once a folder: each of its pages asks
		for _, q := range s.inDir[p.Dir] {
			if s.kinds[q] == oneRole && (q.Dir != "." || q.Names.Label.Text != "") {
				roles = append(roles, q.Outline)
			}
		}
		s.beside[p.Dir] = roles
	}
	return p.Dir, roles
}

// NewRole returns a role read from a section, with what stands under it.
func (s *Survey) NewRole(p *Page, sec *Section, title string, headings Headings) *model.Role {
	own, asks := s.takeRequirements(p, sec)
	body := s.bodyOf(p, own, s.headingsOn(p, headings))
	r := &model.Role{
		Title: title, Status: statusOf(p, sec), Language: languageOf(p), At: sec.At(p.Doc),
		Summary: body.Summary, Notes: body.Notes, Scope: body.Scope, Areas: body.Areas,
	}
	if r.Areas == nil {
		r.Areas = []*model.Area{}
	}
	for _, a := range r.Areas {
		if a.Statements == nil {
			a.Statements = []*model.Statement{}
		}
	}
	s.require(p, sec, r, asks)
	return r
}

// TitleOf returns the title and the label of a role from its heading.
func TitleOf(heading string) (title string, label Label) {
	label, rest := SplitLabel(plainTitle(heading))
	if label.Text == "" {
		rest = ordinalOff(rest)
	}
	if rest == "" {
		rest = label.Text
	}
	return rest, label
}

// TrackTitle returns the name of a track from the title of its page.
func TrackTitle(p *Page) string {
	name, _ := trackName(p.name())
	switch {
	case strings.TrimSpace(collective.ReplaceAllString(" "+name, "")) == "":
		return folderWords(p.Stem) // "Roles" names no track
	case strings.EqualFold(name, "all"):
		return plainTitle(p.name()) // of "All levels" nothing can be taken
	}
	return name
}

// Intro returns what a page says before its first role, and reports sections
// beside the roles that say something else.
func (s *Survey) Intro(p *Page, roles []*Section) []model.Prose {
	r := &introReader{survey: s, page: p, within: map[*Section]bool{}, isRole: map[*Section]bool{}, taken: map[*parse.Block]bool{}}
	for _, role := range roles {
		r.isRole[role] = true
		for _, b := range role.Body {
			r.taken[b] = true
		}
		role.Each(func(sec *Section) { r.within[sec] = true })
	}
	for _, base := range s.founded[p] {
		base.Each(func(sec *Section) { r.within[sec] = true })
	}
	r.section(p.Outline)
	return r.out
}

// introReader goes through what a page holds beside its roles.
type introReader struct {
	survey *Survey
	page   *Page
	isRole map[*Section]bool     // the roles
	within map[*Section]bool     // and all beneath them
	taken  map[*parse.Block]bool // by roles, also from the one around them
	out    []model.Prose
}

// section reads a section that is, or holds, what stands around roles.
func (r *introReader) section(sec *Section) {
	if r.within[sec] {
		return
	}
	if sec.Head != nil {
		r.survey.Account(r.page, sec.At(r.page.Doc), model.GroupText)
	}
	for _, b := range sec.Body {
		if !r.taken[b] {
			r.block(b)
		}
	}
	for _, sub := range sec.Subs {
		if r.within[sub] || containsRole(sub, r.isRole) {
			r.section(sub)
		} else {
			r.survey.strange(r.page, sub)
		}
	}
}

func (r *introReader) block(b *parse.Block) {
	switch b.Kind {
	case parse.Paragraph, parse.Quote:
		if onlyLinks(b.Text) {
			r.survey.Account(r.page, r.page.Doc.At(b), model.Navigation)
		} else {
			r.out = appendProse(r.out, r.page.Doc, flat(b))
		}
	case parse.List:
		words := wordsOf
		if isNavigation(b) {
			words = func(list *parse.Block) []parse.Text { return r.survey.links(r.page, list) }
		}
		for _, t := range words(b) {
			r.out = appendProse(r.out, r.page.Doc, t)
		}
	case parse.Table:
		if linksTable(b) {
			r.survey.Account(r.page, r.page.Doc.At(b), model.Navigation)
		} else {
			r.survey.unread(r.page, b)
		}
	default:
		r.survey.unread(r.page, b)
	}
}

func containsRole(sec *Section, isRole map[*Section]bool) bool {
	found := false
	sec.Each(func(t *Section) { found = found || isRole[t] })
	return found
}

// linksTable reports a table that is an index: a row leads somewhere.
func linksTable(b *parse.Block) bool {
	rows := 0
	for _, row := range b.Children {
		for _, m := range flat(row).Marks {
			if m.Kind == model.Link {
				rows++
				break
			}
		}
	}
	return rows > 0 && rows >= len(b.Children)-1
}

// strange reports a section beside roles that says something and is none.
func (s *Survey) strange(p *Page, sec *Section) {
	words := 0
	sec.Each(func(t *Section) {
		for _, b := range t.Body {
			if b.Kind != parse.List || !isNavigation(b) {
				words += len(strings.Fields(flat(b).Value))
			}
		}
	})
	switch {
	case isReadme(p): // which is a page too, where all of it stands
		return
	case words == 0:
		s.accountSection(p, sec, model.Navigation)
		return
	}
	s.accountSection(p, sec, model.Reported)
	d := SectionRule.New(sec.At(p.Doc), "the section "+quoted(sec.Title.Value)+" stands beside roles and is not named like one; it was not read")
	d.Help = "name it like the other roles, or move it to the README"
	s.Report.Add(d)
}
