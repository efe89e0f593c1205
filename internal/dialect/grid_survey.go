package dialect

import (
	"path"
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/pattern"
)

// TableSite is a table of a page with the headings that it stands under.
type TableSite struct {
	Block   *parse.Block
	Heads   []parse.Text // from the outermost on; the page's title is none
	Grid    *Grid
	Layouts []*Layout // nil for a table that is no ladder
}

// Tables returns the tables of a page, in reading order, wherever they stand.
// The result is the survey's own.
func (s *Survey) Tables(p *Page) []TableSite {
	if sites, ok := s.tables[p]; ok {
		return sites
	}
	w := siteWalker{survey: s, page: p}
	if p.Doc.Table != nil {
		w.table(p.Doc.Table, nil)
	}
	w.section(p.Outline, nil)
	if s.tables == nil {
		s.tables = map[*Page][]TableSite{}
	}
	s.tables[p] = w.out
	return w.out
}

type siteWalker struct {
	survey *Survey
	page   *Page
	out    []TableSite
}

func (w *siteWalker) section(sec *Section, heads []parse.Text) {
	if sec != w.page.Outline && sec.Title.Value != "" {
		heads = append(slices.Clip(heads), sec.Title)
	}
	w.blocks(sec.Body, heads)
	for _, sub := range sec.Subs {
		w.section(sub, heads)
	}
}

func (w *siteWalker) blocks(blocks []*parse.Block, heads []parse.Text) {
	for _, b := range blocks {
		switch b.Kind {
		case parse.Table:
			w.table(b, heads)
		case parse.Details:
			under := heads
			if b.Text.Value != "" {
				under = append(slices.Clip(heads), b.Text)
			}
			w.blocks(b.Children, under)
		case parse.Quote:
			w.blocks(b.Children, heads)
		}
	}
}

func (w *siteWalker) table(b *parse.Block, heads []parse.Text) {
	g := NewGrid(b)
	near := w.page.Title.Value + " " + unhyphen(w.page.Stem)
	for _, h := range heads {
		near += " " + h.Value
	}
	found, other := Layouts(g, near)
	if len(other) > 0 {
		across, down, why := "levels-as-columns", "levels-as-rows", "the heads of the columns are named like levels more than the rows are"
		if !found[0].Across {
			across, down, why = down, across, "the rows are named like levels more than the heads of the columns are"
		}
		if !w.survey.Choose(w.page.Path, across, down, why) {
			found = other
		}
	}
	w.out = append(w.out, TableSite{Block: b, Heads: heads, Grid: g, Layouts: found})
}

// LadderTables returns the tables of a page that are ladders.
func (s *Survey) LadderTables(p *Page) []TableSite {
	var out []TableSite
	for _, t := range s.Tables(p) {
		if len(t.Layouts) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// Explained says why tables of levels on a page are no ladder of their own, or
// "": roles of these levels are told in full elsewhere, and the page is about
// levels and not about a job; or what they tell are the proficiencies of a
// competency, beside roles that have levels of their own.
func (s *Survey) Explained(p *Page, names []string) string {
	if !slices.ContainsFunc(names, func(n string) bool { return !onlyProficiency(n) }) && s.otherRoles(p) {
		return "its levels are those of a competency; the roles stand elsewhere"
	}
	if len(s.roles[p]) > 0 && s.known(p, names, func(q *Page) bool { return q == p }) {
		return "the page tells the same levels under headings"
	}
	if p.Index && s.known(p, names, func(q *Page) bool { return q != p && !isData(q.Doc) }) {
		return "the page is an index, and other pages tell these levels in full"
	}
	if namedForLevels(p) && (s.known(p, names, func(q *Page) bool { return q != p && s.kinds[q] != prose }) || s.inTables(p, names) > 1) {
		return "the page is about levels, and other pages tell what they ask in full"
	}
	return ""
}

// onlyProficiency reports a name that is made of words of proficiency and says
// nothing of a job or a rung.
func onlyProficiency(name string) bool {
	words := strings.Fields(strings.ToLower(roleWords(name)))
	for _, w := range words {
		if !proficiency[w] {
			return false
		}
	}
	return len(words) > 0
}

// namedForLevels reports whether a page is named for levels and for no job.
func namedForLevels(p *Page) bool {
	name := strings.ToLower(p.name() + " " + unhyphen(p.Stem))
	if RoleTitle(p.Title.Value) {
		return false
	}
	for _, w := range []string{"levels", "level progression", "seniority", "grades", "bands", "níveis", "niveles", "niveaux", "stufen", "senioridade", "уровни"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// otherRoles reports whether pages beside p hold roles.
func (s *Survey) otherRoles(p *Page) bool {
	for _, q := range s.Pages {
		if q != p && (s.kinds[q] == oneRole || s.kinds[q] == manyRoles) {
			return true
		}
	}
	return false
}

// known reports whether at least half of the names are levels or roles of the
// pages.
func (s *Survey) known(p *Page, names []string, of func(*Page) bool) bool {
	have := map[string]bool{}
	for _, q := range s.Pages {
		if !of(q) {
			continue
		}
		switch s.kinds[q] {
		case oneRole:
			have[rungKeyOf(q.Title.Value)], have[rungKeyOf(q.Names.Label.Text)] = true, true
		case manyRoles:
			for _, r := range s.roles[q] {
				have[rungKeyOf(r.Title.Value)] = true
			}
		}
	}
	n := 0
	for _, name := range names {
		if k := rungKeyOf(name); k != "" && have[k] {
			n++
		}
	}
	return n >= 2 && n*2 >= len(names)
}

// inTables counts the other pages whose tables have the same levels.
func (s *Survey) inTables(p *Page, names []string) int {
	n := 0
	for _, q := range s.Pages {
		if q == p || namedForLevels(q) {
			continue
		}
		for _, t := range s.LadderTables(q) {
			if sameLevels(t.Layouts[0].Names(), names) {
				n++
				break
			}
		}
	}
	return n
}

func sameLevels(a, b []string) bool {
	same := 0
	for _, x := range a {
		if slices.ContainsFunc(b, func(y string) bool { return rungKeyOf(x) == rungKeyOf(y) }) {
			same++
		}
	}
	return same*4 >= max(len(a), len(b))*3
}

// rungKeyOf is what two names of one level have in common: the label, else all.
func rungKeyOf(name string) string {
	if label, _ := SplitLabel(plainTitle(name)); label.Text != "" {
		return Slug(label.Text)
	}
	return Slug(plainTitle(name))
}

var hollowStem = pattern.New(`(?i)^((skills?|competenc(y|ies)|career|levels?|ladders?|matrix|framework|progression|roles?|expectations?|data|export|sheet\d*|table|master|all|full|main|index|readme|_|engineering_ladder|growth|rubric|\d+)[ _-]*)+$`)

// TableTrack names the track of a page's tables where nothing on the page does:
// by its title, its file, its folder, the ladder.
func (s *Survey) TableTrack(p *Page) string {
	name := TrackTitle(p)
	if name == unhyphen(p.Stem) {
		name = folderWords(p.Stem)
	}
	if !hollowStem.MatchString(strings.TrimSpace(name)) {
		return emojiOff(name)
	}
	if p.Dir != "." && !isGeneric(path.Base(p.Dir)) && languages[strings.ToLower(path.Base(p.Dir))] == "" {
		return folderWords(path.Base(p.Dir))
	}
	for _, q := range s.Pages {
		if (q.Dir == p.Dir || q.Dir == ".") && q.Index && q.Title.Value != "" {
			if t, _ := trackName(q.Title.Value); !hollowStem.MatchString(t) {
				return emojiOff(t)
			}
		}
	}
	return emojiOff(name)
}

// NamesTrack reports whether a heading names a job or says that it is a track.
func NamesTrack(title string) bool {
	_, told := trackName(title)
	return told || RoleTitle(title) || family.MatchString(title) && wordCount(emojiOff(title)) <= 3
}

// TrackWords returns a heading as the name of a track.
func TrackWords(heading string) string {
	name, _ := trackName(heading)
	return name
}

// SameLevel reports whether two names are those of one level: their labels are
// the same, or all of them.
func SameLevel(a, b string) bool { return rungKeyOf(a) == rungKeyOf(b) && rungKeyOf(a) != "" }

var forAllLevels = pattern.New(`(?i)^(all|everyone|everybody|all (levels|roles|employees|staff|engineers|grades)|every (level|role)|any level|baseline|todos( os níveis)?|todos los niveles|alle( stufen| rollen)?|tous( les niveaux)?|все( уровни)?|全員|共通)$`)

// ForAllLevels reports whether a name beside those of levels stands for all of
// them.
func ForAllLevels(name string) bool { return forAllLevels.MatchString(strings.TrimSpace(name)) }

// TellsElsewhere returns the page that tells most of the texts, where one does:
// tables are exported from ladders and kept beside them.
func (s *Survey) TellsElsewhere(p *Page, texts []parse.Text) *Page {
	if len(texts) < 3 {
		return nil
	}
	want := map[string]bool{}
	for _, t := range texts {
		want[textKey(t.Value)] = true
	}
	found := map[string]bool{}
	var first *Page
	for _, q := range s.Pages {
		if q == p || q.Doc.Format == parse.CSV && q.Path > p.Path || q.Dir != p.Dir && !strings.HasPrefix(q.Dir, p.Dir) && p.Dir != "." && path.Dir(p.Dir) != q.Dir {
			continue
		}
		before := len(found)
		eachText(q.Doc, func(t parse.Text) {
			if k := textKey(t.Value); want[k] {
				found[k] = true
			}
		})
		if first == nil && len(found) > before {
			first = q
		}
	}
	if len(found)*10 < len(want)*6 {
		return nil
	}
	return first
}

// textKey is what remains of a text when only its letters count.
func textKey(s string) string { return strings.ReplaceAll(Slug(s), "-", "") }

// eachText calls f with every text of a document, and with its lines.
func eachText(doc *parse.Document, f func(parse.Text)) {
	var visit func(blocks []*parse.Block)
	visit = func(blocks []*parse.Block) {
		for _, b := range blocks {
			if b.Kind == parse.Cell {
				c := Cell{Text: cellText(b), Block: b}
				for _, parts := range []Parts{ByLine, ByParagraph} {
					for _, say := range c.Sayings(parts) {
						f(say.Text)
					}
				}
				continue
			}
			if b.Text.Value != "" {
				f(b.Text)
				if len(b.Text.Breaks) > 0 {
					for _, l := range b.Text.Lines() {
						f(l)
					}
				}
			}
			visit(b.Children)
		}
	}
	visit(doc.Blocks)
	if doc.Table != nil {
		visit([]*parse.Block{doc.Table})
	}
}

// BesideTables returns what a page says beside its tables, as prose on its
// track, and the sections that hold for every level. What it does not take it
// reports; a README is a page too, where all of it stands.
func (s *Survey) BesideTables(p *Page, tables []TableSite) (intro []model.Prose, everyone []*Section) {
	b := besideReader{survey: s, page: p, tables: map[*parse.Block]bool{}}
	for _, t := range tables {
		b.tables[t.Block] = true
	}
	b.section(p.Outline)
	return b.out, b.everyone
}

type besideReader struct {
	survey   *Survey
	page     *Page
	tables   map[*parse.Block]bool
	out      []model.Prose
	everyone []*Section
}

func (r *besideReader) section(sec *Section) {
	if sec != r.page.Outline && everyoneTitle.MatchString(emojiOff(sec.Title.Value)) && hasStatements([]*Section{sec}, AreHeadings) && !r.holdsTable(sec) {
		r.everyone = append(r.everyone, sec)
		return
	}
	if !isReadme(r.page) || r.holdsTable(sec) {
		for _, b := range sec.Body {
			r.block(b)
		}
	}
	for _, sub := range sec.Subs {
		r.section(sub)
	}
}

// holdsTable reports whether tables that were read stand in a section.
func (r *besideReader) holdsTable(sec *Section) bool {
	found := false
	var visit func(blocks []*parse.Block)
	visit = func(blocks []*parse.Block) {
		for _, b := range blocks {
			found = found || r.tables[b]
			visit(b.Children)
		}
	}
	sec.Each(func(t *Section) { visit(t.Body) })
	return found
}

func (r *besideReader) block(b *parse.Block) {
	switch b.Kind {
	case parse.Paragraph, parse.Heading:
		if !onlyLinks(b.Text) {
			r.out = appendProse(r.out, r.page.Doc, b.Text)
		}
	case parse.Details, parse.Quote:
		if b.Kind == parse.Quote {
			r.out = appendProse(r.out, r.page.Doc, b.Text)
		}
		for _, c := range b.Children {
			r.block(c)
		}
	case parse.List:
		if !isNavigation(b) {
			for _, t := range listTexts(b) {
				r.out = appendProse(r.out, r.page.Doc, t)
			}
		}
	case parse.Table:
		if !r.tables[b] && !isReadme(r.page) && !linksTable(b) {
			r.survey.unread(r.page, b)
		}
	default:
		if !isReadme(r.page) {
			r.survey.unread(r.page, b)
		}
	}
}

// listTexts returns the words of all items of a list, however deep.
func listTexts(list *parse.Block) []parse.Text {
	var out []parse.Text
	for _, item := range list.Children {
		if t := ownText(item); t.Value != "" {
			out = append(out, t)
		}
		for _, n := range nestedLists(item) {
			out = append(out, listTexts(n)...)
		}
	}
	return out
}

// AroundTables returns the outline of a page without its tables of levels.
func AroundTables(p *Page, tables []TableSite) *Section {
	without := map[*parse.Block]bool{}
	for _, t := range tables {
		without[t.Block] = true
	}
	var copyOf func(sec *Section) *Section
	copyOf = func(sec *Section) *Section {
		out := *sec
		out.Body = slices.DeleteFunc(slices.Clone(sec.Body), func(b *parse.Block) bool { return without[b] })
		out.Subs = nil
		for _, sub := range sec.Subs {
			if c := copyOf(sub); len(c.Body) > 0 || len(c.Subs) > 0 || len(sub.Body) == 0 {
				out.Subs = append(out.Subs, c)
			}
		}
		return &out
	}
	return copyOf(p.Outline)
}

// AddBody gives a rung all that a body says.
func (r *SheetRung) AddBody(page *Page, b *Body) {
	if r.role.Summary.Text == "" {
		r.role.Summary = b.Summary
	}
	r.role.Notes = append(r.role.Notes, b.Notes...)
	r.role.Scope = append(r.role.Scope, b.Scope...)
	for _, a := range b.Areas {
		to := r.Area(page, parse.Text{Value: a.Title, Start: a.At.Start, End: a.At.End}).Area()
		to.Emoji = firstOf(to.Emoji, a.Emoji)
		to.Intro = append(to.Intro, a.Intro...)
		to.Statements = append(to.Statements, a.Statements...)
		to.Examples = append(to.Examples, a.Examples...)
	}
}
