package matrix

import (
	"slices"
	"strings"

	"rung/internal/dialect"
	"rung/internal/model"
	"rung/internal/parse"
)

// reader reads one page.
type reader struct {
	survey *dialect.Survey
	page   *dialect.Page
	sites  []dialect.TableSite
	parts  []*part
	sheets []*track

	referring reference // what cells are that name another level
}

// reference is what a cell is that only names another level.
type reference int

const (
	unsettled reference = iota
	referring           // it asks what that level asks
	stating             // it is a statement, because the author says so
)

// part is a layout with what the headings above it are to it.
type part struct {
	site    dialect.TableSite
	layout  *dialect.Layout
	track   string
	section parse.Text // of all its areas
	area    parse.Text // of a layout that has no labels of its own
}

// track is a sheet in the making with its parts.
type track struct {
	name  string
	sheet *dialect.Sheet
	parts []*part
	intro []model.Prose
}

// plan decides for every table which track it belongs to, and what the heading
// above it names: a track, a section or an area.
func (m *reader) plan() {
	for _, site := range m.sites {
		for _, l := range site.Layouts {
			m.parts = append(m.parts, &part{site: site, layout: l, track: l.Track.Value})
		}
	}
	m.outer()
	heads := m.chooseHeads()
	for _, p := range m.parts {
		m.place(p, heads)
	}
	for _, p := range m.parts {
		m.track(p.track).parts = append(m.track(p.track).parts, p)
	}
}

func (m *reader) track(name string) *track {
	if name == "" {
		name = m.survey.TableTrack(m.page, m.parts[0].layout.Title.Value)
	}
	for _, t := range m.sheets {
		if dialect.Slug(t.name) == dialect.Slug(name) {
			return t
		}
	}
	t := &track{name: name, sheet: m.survey.NewSheet(name, m.page.Path)}
	m.sheets = append(m.sheets, t)
	return t
}

// heads returns the headings above a part.
func (p *part) heads() []parse.Text { return p.site.Heads }

// inner returns the heading right above a part, or the zero Text.
func (p *part) inner() parse.Text {
	if n := len(p.heads()); n > 0 {
		return p.heads()[n-1]
	}
	return parse.Text{}
}

// outer names the tracks of tables that stand two headings deep: where several
// headings stand over the same areas, or are named for tracks.
func (m *reader) outer() {
	under := map[string]map[string]bool{}
	var order []string
	for _, p := range m.parts {
		if len(p.heads()) < 2 {
			continue
		}
		name := p.heads()[len(p.heads())-2].Value
		if under[name] == nil {
			under[name] = map[string]bool{}
			order = append(order, name)
		}
		under[name][dialect.Slug(p.inner().Value)] = true
	}
	named, shared := 0, false
	for i, name := range order {
		if dialect.NamesTrack(name) {
			named++
		}
		for _, other := range order[:i] {
			for area := range under[name] {
				shared = shared || under[other][area]
			}
		}
	}
	if len(order) < 2 || !shared && named*2 <= len(order) {
		return
	}
	for _, p := range m.parts {
		if len(p.heads()) >= 2 && p.track == "" {
			p.track = trackWords(p.heads()[len(p.heads())-2].Value)
		}
	}
}

// headsAreTracks decides for the headings right above several tables whether
// they name tracks: they are named so, or the tables tell the same areas, or
// have other levels.
func (m *reader) headsAreTracks() bool {
	var named, all int
	shared, other := false, false
	seen := map[string]bool{}
	for i, p := range m.parts {
		head := p.inner().Value
		if head == "" || p.track != "" {
			continue
		}
		if !seen[head] {
			seen[head] = true
			all++
			if dialect.NamesTrack(head) {
				named++
			}
		}
		for _, q := range m.parts[:i] {
			if q.inner().Value == head || q.track != "" {
				continue
			}
			shared = shared || !p.layout.Single && sharesAreas(p.layout, q.layout) && !continues(p.layout, q.layout)
			other = other || !overlaps(p.layout.Names(), q.layout.Names()) && !continues(p.layout, q.layout)
		}
	}
	if all < 2 {
		return all == 1 && named == 1 && !dialect.RoleTitle(m.page.Title.Value)
	}
	return shared || other || named*2 > all
}

// place sets what the heading above a part is to it.
func (m *reader) place(p *part, tracks bool) {
	head := p.inner()
	several := false
	for _, q := range m.parts {
		several = several || q != p && q.inner().Value != head.Value && q.track == p.track
	}
	switch {
	case head.Value == "":
	case p.track == "" && tracks:
		p.track = trackWords(head.Value)
	case p.layout.Single:
		p.area = head
	case several && !m.continued(p):
		p.section = head
	}
}

// continued reports whether another table of the page goes on with a part.
func (m *reader) continued(p *part) bool {
	return slices.ContainsFunc(m.parts, func(q *part) bool { return q != p && continues(p.layout, q.layout) })
}

// chooseHeads settles what the headings above several tables name.
func (m *reader) chooseHeads() (tracks bool) {
	tracks = m.headsAreTracks()
	heads := map[string]bool{}
	single := true
	for _, p := range m.parts {
		for _, h := range p.heads() {
			m.survey.Account(m.page, m.page.Doc.Span(h.Start, h.End), model.GroupText)
		}
		heads[p.inner().Value] = true
		single = single && p.layout.Single
	}
	if len(heads) < 2 {
		return tracks
	}
	areas, why := "table-heading-is-section", "the tables have the same levels and other areas: the heading above each names a group of areas"
	if single {
		areas, why = "table-heading-is-area", "each table tells one thing at the same levels: the heading above it names the area"
	}
	if tracks {
		return m.survey.Choose(m.page.Path, "table-heading-is-track", areas, "the heading above each table of levels names a track")
	}
	return !m.survey.Choose(m.page.Path, areas, "table-heading-is-track", why)
}

// trackWords returns a heading as the name of a track.
func trackWords(heading string) string { return dialect.TrackWords(heading) }

// sharesAreas reports whether two layouts have at least half of the areas of
// the smaller one in common.
func sharesAreas(a, b *dialect.Layout) bool {
	have := map[string]bool{}
	for _, l := range a.Of(dialect.TextLane) {
		have[dialect.Slug(l.Label().Value)] = true
	}
	n, same := 0, 0
	for _, l := range b.Of(dialect.TextLane) {
		n++
		if have[dialect.Slug(l.Label().Value)] {
			same++
		}
	}
	return same > 0 && same*2 >= min(n, len(have))
}

// continues reports whether a table goes on with the levels of another: the
// same areas at levels of the same scheme, as L3 and L4 after L1 and L2.
func continues(a, b *dialect.Layout) bool {
	return sharesAreas(a, b) && !overlaps(a.Names(), b.Names()) && dialect.OneScheme(slices.Concat(a.Names(), b.Names()))
}

// overlaps reports whether two lists of levels have one in common.
func overlaps(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if dialect.Slug(x) == dialect.Slug(y) {
				return true
			}
		}
	}
	return false
}

// areaOf returns the title of the area that a lane is.
func (p *part) areaOf(lane *dialect.Lane) parse.Text {
	t := lane.Title()
	if p.layout.Single && p.area.Value != "" {
		t = p.area
	}
	if p.section.Value == "" || dialect.Slug(p.section.Value) == dialect.Slug(t.Value) {
		return t
	}
	if t.Value == "" {
		return p.section
	}
	return t.Renamed(strings.TrimRight(p.section.Value, ": ") + " / " + t.Value)
}
