package dialect

import (
	"path"
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/settings"
	"rung/internal/workers"
)

// Survey is what is known of the whole set of pages while it is read. Ways of
// writing ask it; they do not change it.
type Survey struct {
	Pages  []*Page
	Report *diag.Report
	// Settings is what rung.yaml says; it may be nil, and its methods called.
	Settings *settings.Settings

	about      bool // the front page of the set says that it is about levels
	byPath     map[string]*Page
	inDir      map[string][]*Page // the pages of a folder, in order of path
	listings   map[*Page][]listing
	beside     map[string][]*Section
	levelsIn   map[string]int // pages with a level of one kind, by folder and kind
	rankedIn   map[string]int // pages titled by seniority alone, by folder
	readings   []model.Reading
	accounts   []model.Account
	possible   map[string][]string  // readings that could be chosen, by place
	mentions   map[*Page][]mention  // of a page, by others
	roles      map[*Page][]*Section // sections that are named like roles
	groups     map[*Page][]RoleGroup
	founded    map[*Page][]*Section // sections that were read as foundations
	shared     map[*Draft]bool      // foundations in pages that hold no roles
	kinds      map[*Page]pageKind
	transposed map[*Page]bool
	skills     map[*Page][]*Skill
	sets       map[*Page]*SkillSet
	jobs       map[string]map[string]bool // by folder: what its pages' titles share
	texts      map[string]int             // statements and examples, by path
	judged     map[string]verdict
	repeats    repeats
	ahead      map[*Page]*readAhead // bodies that were read before their turn
	cumulative map[*Page]bool       // what was chosen where a page says that levels are
	listHeads  map[string]bool      // by slug: titles that head bullets
	stated     map[string]bool      // by slug: names of facts that are said more of than facts are
	asides     map[string]bool      // by slug: sections that prose says nobody is rated by, once asked for
	taken      map[*Page]bool       // read by a way, though it is data or has data before it

	titles      map[string]bool      // of pages, as slugs, once asked for
	declared    *declarationIndex    // levels that pages declare, once asked for
	ordered     *orders              // names that stand in lists, once asked for
	tableSpelt  map[string]spellings // how tables spell their levels, by folder, once asked for
	tableGroups map[string]string    // why pages of tables are one track, by the first of them

	competencies map[string]*Competency // by slug
	tables       map[*Page][]TableSite  // once asked for
	describedOn  map[*Page][]*Competency
	elsewhere    map[string][]requirement // what tables ask of roles that have sections of their own
	roleTables   map[*Page][]*RoleTable
	settled      bool
	asksNothing  map[*Page]bool // settled pages without a word about competencies
}

// mention is a link to a page from another one.
type mention struct {
	from    *Page
	extends bool // the words around it take over what the page says
}

// pageKind is what a page holds.
type pageKind int

const (
	prose      pageKind = iota // no role
	oneRole                    // a role of a track
	manyRoles                  // a track, roles as headings
	foundation                 // what holds for every role
	laidOut                    // parts of roles, by level and area: data, tables
)

// newSurvey looks at all pages together. The order matters: which pages hold
// many roles is seen by each alone, what is transposed by folder, what is a
// foundation by who refers to it, and the rest by what was found before.
func newSurvey(docs []*parse.Document, config *settings.Settings, report *diag.Report) *Survey {
	s := &Survey{
		Report: report, Settings: config, possible: map[string][]string{}, byPath: map[string]*Page{}, inDir: map[string][]*Page{}, beside: map[string][]*Section{},
		mentions: map[*Page][]mention{}, roles: map[*Page][]*Section{}, groups: map[*Page][]RoleGroup{}, founded: map[*Page][]*Section{},
		jobs:  map[string]map[string]bool{},
		kinds: map[*Page]pageKind{}, transposed: map[*Page]bool{}, sets: map[*Page]*SkillSet{}, elsewhere: map[string][]requirement{}, roleTables: map[*Page][]*RoleTable{}, texts: map[string]int{}, judged: map[string]verdict{}, cumulative: map[*Page]bool{}, taken: map[*Page]bool{},
		tableGroups: map[string]string{},
	}
	docs = sitePages(docs)
	s.Pages = make([]*Page, len(docs))
	s.repeats = countRepeats(docs)
	workers.Each(len(docs), 0, func(i int) { s.Pages[i] = newPage(docs[i], s.repeats) })
	for _, p := range s.Pages {
		s.byPath[p.Path] = p
		s.promoteSecond(p)
		s.about = s.about || p.Index && p.Dir == "." && ladderWord.MatchString(p.Title.Value)
	}
	s.adoptFolderPages()
	for _, p := range s.Pages {
		s.inDir[p.Dir] = append(s.inDir[p.Dir], p)
	}
	s.markDeclared()
	groups := make([][]RoleGroup, len(s.Pages))
	workers.Each(len(groups), 0, func(i int) { groups[i] = roleGroups(s.Pages[i]) })
	twofold(s.Pages, groups)
	s.besideTracks(groups)
	for i, p := range s.Pages {
		s.noteMentions(p)
		s.groups[p] = groups[i]
		for _, g := range s.groups[p] {
			s.roles[p] = append(s.roles[p], g.Roles...)
		}
		adoptSentences(p, s.roles[p])
	}
	titles := map[string][]string{}
	for _, p := range s.Pages {
		titles[p.Dir] = append(titles[p.Dir], p.Names.Title)
	}
	for dir, t := range titles {
		s.jobs[dir] = sharedJobs(t)
		if ladderWord.MatchString(unhyphen(strings.ReplaceAll(dir, "/", " "))) {
			addCounted(s.jobs[dir], t)
		}
	}
	s.settleLabels()
	s.markAxes()
	s.findTransposed()
	s.classify()
	s.findAlike()
	s.leaveForms()
	s.leaveTemplates()
	return s
}

// Page returns the page at path, or nil.
func (s *Survey) Page(path string) *Page { return s.byPath[path] }

// Target returns the page that a link of from leads to, or nil: by a relative
// path, or by the address of a code host that ends in the path of a page.
func (s *Survey) Target(from *Page, target string) *Page {
	if i := strings.IndexAny(target, "#?"); i >= 0 {
		target = target[:i]
	}
	if target == "" {
		return nil
	}
	target = unescapePath(target)
	if i := strings.Index(target, "://"); i >= 0 {
		for _, mark := range []string{"/blob/", "/tree/", "/raw/", "/src/"} {
			if _, rest, ok := strings.Cut(target, mark); ok {
				if _, file, ok := strings.Cut(rest, "/"); ok {
					return s.at(file)
				}
			}
		}
		return nil
	}
	if strings.HasPrefix(target, "/") {
		return s.at(strings.TrimPrefix(target, "/"))
	}
	return s.at(path.Join(from.Dir, target))
}

func (s *Survey) at(file string) *Page {
	file = path.Clean(file)
	if p := s.byPath[file]; p != nil {
		return p
	}
	if p := s.byPath[file+".md"]; p != nil {
		return p
	}
	return s.byPath[file+".rst"]
}

func unescapePath(p string) string {
	if !strings.Contains(p, "%") {
		return p
	}
	return strings.NewReplacer("%20", " ", "%28", "(", "%29", ")", "%26", "&").Replace(p)
}

// noteMentions records where p refers to other pages, and how.
func (s *Survey) noteMentions(p *Page) {
	var visit func(blocks []*parse.Block)
	visit = func(blocks []*parse.Block) {
		for _, b := range blocks {
			for _, m := range b.Text.Marks {
				if m.Kind != model.Link {
					continue
				}
				if to := s.Target(p, m.Target); to != nil && to != p {
					s.mentions[to] = append(s.mentions[to], mention{from: p, extends: Extends(b.Text.Value)})
				}
			}
			visit(b.Children)
		}
	}
	visit(p.Doc.Blocks)
}

// unread reports a block of a role that is not read.
func (s *Survey) unread(p *Page, b *parse.Block) {
	s.Account(p, p.Doc.At(b), model.Reported)
	at := p.Doc.Span(b.Start, firstLine(p, b))
	switch b.Kind {
	case parse.Table:
		n := len(b.Children)
		d := TableRule.New(at, "a table of "+plural2(n, "row")+" stands here; it was not read as statements")
		d.Help = "write what it asks for as bullets"
		s.Report.Add(d)
	default:
		text := flat(b).Value
		if text == "" {
			return
		}
		what := "a block of HTML"
		if b.Kind == parse.Code {
			what = "a block of code"
		}
		d := BlockRule.New(at, what+" stands here; its words were not read as statements")
		d.Help = "write it as Markdown: paragraphs and bullets"
		s.Report.Add(d)
	}
}

// firstLine returns where the first line of a block ends.
func firstLine(p *Page, b *parse.Block) int {
	src := p.Doc.File.String()
	end := b.Start
	for end < len(src) && end < max(b.End, b.Start+1) && src[end] != '\n' && src[end] != '\r' {
		end++
	}
	return end
}

// Take says that a way has read the data of a page, or knows that it is none
// of a ladder: it is not reported as unread. Prose below the data stays a page.
func (s *Survey) Take(p *Page) {
	s.taken[p] = true
	s.kinds[p] = prose
}

// TakeWhole is Take for a page whose prose belongs to its role too: it is no
// page of its own.
func (s *Survey) TakeWhole(p *Page) {
	s.taken[p] = true
	s.kinds[p] = oneRole
}
