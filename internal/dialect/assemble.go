package dialect

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
)

// assemble makes a framework of drafts: tracks, levels, ids, pages.
func assemble(s *Survey, drafts []*Draft, cfg Config) *model.Framework {
	fw := &model.Framework{Tracks: []*model.Track{}, Roles: []*model.Role{}, Pages: []*model.Page{}, Readings: []model.Reading{}}
	var base []*Draft
	var rungs []*Draft
	for _, d := range drafts {
		if d.Role.Foundation {
			base = append(base, d)
		} else {
			rungs = append(rungs, d)
		}
	}
	for _, t := range s.tracks(rungs) {
		fw.Tracks = append(fw.Tracks, t.track)
		for _, d := range t.drafts {
			d.Role.Track = t.track.ID
			fw.Roles = append(fw.Roles, d.Role)
		}
	}
	for _, d := range base {
		fw.Roles = append(fw.Roles, d.Role)
	}
	nameRoles(fw.Roles)
	nameStatements(fw.Roles)
	translations(fw.Roles)
	fw.Pages = append(fw.Pages, s.prosePages()...)
	fw.Title = s.frameworkTitle(cfg.Title)
	fw.Readings = append(fw.Readings, s.sortedReadings()...)
	return fw
}

// nameRoles gives every role its id, with a number behind the second of one
// name.
func nameRoles(roles []*model.Role) {
	seen := map[string]int{}
	for _, r := range roles {
		track := string(r.Track)
		if r.Foundation {
			track = "foundation"
		}
		name := Slug(r.Title)
		if r.Level != nil && !within(r.Title, r.Level.Label) && !isNumber(r.Level.Label) {
			name = strings.Trim(Slug(r.Level.Label)+"-"+name, "-")
		}
		if name == "" {
			name = "role"
		}
		id := track + "/" + name
		seen[id]++
		if n := seen[id]; n > 1 {
			id += "-" + strconv.Itoa(n)
		}
		r.ID = model.RoleID(id)
	}
}

// within reports whether a title has all words of a label.
func within(title, label string) bool {
	have := strings.Fields(strings.ToLower(title))
	for _, w := range strings.Fields(strings.ToLower(label)) {
		if !slices.Contains(have, w) {
			return false
		}
	}
	return true
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// nameStatements gives every statement an id of its own. Who a statement is
// through the ladder's history is another package's matter.
func nameStatements(roles []*model.Role) {
	n := 0
	for _, r := range roles {
		seen := map[model.AreaID]int{}
		for _, a := range r.Areas {
			if a.ID == "" && a.Title != "" {
				a.ID = model.AreaID(Slug(a.Title))
			}
			if seen[a.ID]++; seen[a.ID] > 1 {
				a.ID += model.AreaID("-" + strconv.Itoa(seen[a.ID]))
			}
			for _, st := range a.Statements {
				st.ID = model.StatementID("s-" + draftNumber(n))
				n++
			}
		}
	}
}

// draftNumber writes n in six letters of lower-case base32.
func draftNumber(n int) string {
	const letters = "abcdefghijklmnopqrstuvwxyz234567"
	var out [6]byte
	for i := len(out) - 1; i >= 0; i-- {
		out[i] = letters[n%len(letters)]
		n /= len(letters)
	}
	return string(out[:])
}

// translations links roles whose files have one name below the folders of two
// languages: the first language, English before others, has the original.
func translations(roles []*model.Role) {
	originals := map[string]*model.Role{}
	order := slices.Clone(roles)
	slices.SortStableFunc(order, func(a, b *model.Role) int {
		return cmp.Compare(languageRank(a.Language), languageRank(b.Language))
	})
	for _, r := range order {
		dir := path.Dir(r.Path())
		if folderLanguage(dir) == "" {
			continue
		}
		key := withoutLanguage(r.Path()) + "\x00" + levelLabel(r)
		if o := originals[key]; o == nil {
			originals[key] = r
		} else if o.Language != r.Language {
			r.TranslationOf = o.ID
		}
	}
}

func languageRank(l string) int {
	if l == "en" {
		return 0
	}
	return 1
}

func levelLabel(r *model.Role) string {
	if r.Level == nil {
		return ""
	}
	return r.Level.Label
}

func withoutLanguage(p string) string {
	var out []string
	for _, part := range strings.Split(p, "/") {
		if languages[strings.ToLower(part)] == "" {
			out = append(out, part)
		}
	}
	return strings.Join(out, "/")
}

// prosePages returns the pages that are no roles, and reports data and stubs.
func (s *Survey) prosePages() []*model.Page {
	var out []*model.Page
	for _, p := range s.Pages {
		if s.kinds[p] != prose || p.Doc.Format == parse.Unknown || s.transposed[p] {
			continue
		}
		if isData(p.Doc) {
			s.dataUnread(p)
			continue
		}
		if isStub(p) && (RoleTitle(p.Title.Value) || p.Names.Label.Text != "") {
			s.stub(p)
		}
		s.frontUnread(p)
		if len(p.Doc.Blocks) == 0 && p.Doc.Front != nil {
			continue
		}
		title := firstOf(p.Title.Value, firstOf(p.Doc.Title(), unhyphen(p.Stem)))
		out = append(out, &model.Page{Path: p.Path, Title: title, Kind: s.pageKind(p)})
	}
	return out
}

func (s *Survey) pageKind(p *Page) model.PageKind {
	if p.Index || s.isDirectory(p) && s.mostlyLinks(p) {
		return model.IndexPage
	}
	return model.GuidePage
}

// mostlyLinks reports whether at least half of a page's bullets are links.
func (s *Survey) mostlyLinks(p *Page) bool {
	items, links := 0, 0
	p.Outline.Each(func(sec *Section) {
		for _, b := range sec.Body {
			if b.Kind == parse.List {
				for _, t := range itemTexts(b) {
					items++
					if onlyLinks(t) {
						links++
					}
				}
			}
		}
	})
	return links > 0 && links*2 >= items
}

func (s *Survey) stub(p *Page) {
	at := p.Doc.Span(0, 0)
	for _, b := range p.Doc.Blocks {
		if b.Kind != parse.Heading && b.End > b.Start {
			at = p.Doc.At(b)
			break
		}
	}
	d := StubRule.New(at, quoted(firstOf(p.Names.Title, p.Stem))+" only links to another place; expected the text of the role")
	d.Help = "bring the role's statements into this file"
	s.Report.Add(d)
}

func (s *Survey) dataUnread(p *Page) {
	if p.Doc.Data == nil || isConfiguration(p) {
		return
	}
	src := p.Doc.File.Bytes()
	first := p.Doc.Data.Start
	end := first
	for end < len(src) && src[end] != '\n' && src[end] != '\r' {
		end++
	}
	d := DataRule.New(p.Doc.Span(first, end), fmt.Sprintf("this %s holds %s; it was not read as roles", p.Doc.Format, recordWords(p.Doc.Data)))
	d.Help = "write the ladder as pages, or keep data that is no ladder elsewhere"
	s.Report.Add(d)
}

// isConfiguration reports the file that settles how the ladder is read.
func isConfiguration(p *Page) bool {
	return p.Path == "rung.yaml" || p.Path == "rung.yml"
}

func recordWords(r *parse.Record) string {
	switch r.Kind {
	case parse.Map:
		return "a record of " + plural2(len(r.Fields), "field")
	case parse.Seq:
		return "a list of " + strings.Replace(plural2(len(r.Items), "entry"), "entrys", "entries", 1)
	default:
		return "one value"
	}
}

// frontUnread reports front matter that holds more than facts about its page.
func (s *Survey) frontUnread(p *Page) {
	if p.Doc.Front == nil {
		return
	}
	for _, f := range p.Doc.Front.Fields {
		if !holdsRecords(f.Value) {
			continue
		}
		d := DataRule.New(p.Doc.Span(f.Start, f.End), quoted(f.Key)+" in the front matter holds "+recordWords(f.Value)+"; it was not read as roles")
		d.Help = "write the ladder below the front matter, as headings and bullets"
		s.Report.Add(d)
	}
}

// holdsRecords tells records from plain lists of words.
func holdsRecords(r *parse.Record) bool {
	if r == nil {
		return false
	}
	for _, i := range r.Items {
		if i.Kind != parse.Scalar {
			return true
		}
	}
	for _, f := range r.Fields {
		if f.Value != nil && f.Value.Kind != parse.Scalar {
			return true
		}
	}
	return false
}

// frameworkTitle returns the given title, else that of the first README.
func (s *Survey) frameworkTitle(given string) string {
	if given != "" {
		return given
	}
	for _, p := range s.Pages {
		if p.Dir == "." && p.Index {
			if t := firstOf(p.Title.Value, p.Doc.Title()); t != "" {
				return emojiOff(t)
			}
		}
	}
	return ""
}

func (s *Survey) sortedReadings() []model.Reading {
	slices.SortStableFunc(s.readings, func(a, b model.Reading) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Reading, b.Reading))
	})
	return slices.Compact(s.readings)
}

func sortLinks(links []model.SourceLink) {
	slices.SortStableFunc(links, func(a, b model.SourceLink) int {
		return cmp.Or(cmp.Compare(a.At.Path, b.At.Path), cmp.Compare(a.At.Start, b.At.Start), cmp.Compare(a.At.End, b.At.End))
	})
}
