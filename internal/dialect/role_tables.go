package dialect

import (
	"slices"

	"rung/internal/model"
	"rung/internal/parse"
)

// RoleTable is a table of roles and of the levels that each needs of each
// competency, where the roles are described nowhere else.
type RoleTable struct {
	Track string
	Roles []*TableRole
}

// TableRole is one role of such a table.
type TableRole struct {
	Name  parse.Text
	Level parse.Text // of a column of its own, or the zero Text

	track  parse.Text // likewise
	reader *requireReader
}

// RoleTables returns the tables on a page whose roles are described by them
// alone, in the page's order.
func (s *Survey) RoleTables(p *Page) []*RoleTable {
	s.settleScales()
	return s.roleTables[p]
}

// findRoleTables finds the tables of a page, and keeps what they ask of roles
// that have sections of their own.
func (s *Survey) findRoleTables(p *Page, own map[string]string) {
	if p.Doc.Table != nil {
		s.findRoleTable(p, p.Doc.Table, s.TableTrack(p, ""), own)
	}
	p.Outline.Each(func(sec *Section) {
		for _, b := range sec.Body {
			if b.Kind == parse.Table {
				s.findRoleTable(p, b, s.tableTrack(p, sec), own)
			}
		}
	})
}

// findRoleTable is findRoleTables for one table, whose rows may name tracks of
// their own.
func (s *Survey) findRoleTable(p *Page, b *parse.Block, track string, own map[string]string) {
	var tables []*RoleTable
	for _, role := range s.tableRoles(p, b) {
		for _, q := range role.reader.found {
			s.useOf(q, p, role.Name.Value+": "+q.competency.Title.Value+" "+q.at.Value)
		}
		if key := s.roleKey(p, role.Name, own); key != "" {
			s.elsewhere[key] = append(s.elsewhere[key], role.reader.found...)
			s.addDiags(role.reader)
			continue
		}
		name := firstOf(TrackWords(role.track.Value), track)
		at := slices.IndexFunc(tables, func(t *RoleTable) bool { return Slug(t.Track) == Slug(name) })
		if at < 0 {
			at = len(tables)
			tables = append(tables, &RoleTable{Track: name})
		}
		tables[at].Roles = append(tables[at].Roles, role)
	}
	s.roleTables[p] = append(s.roleTables[p], tables...)
}

// tableTrack names the track of a table of roles: its section does where the
// page holds several tables, else the page, or the index page.
func (s *Survey) tableTrack(p *Page, sec *Section) string {
	tables := 0
	p.Outline.Each(func(t *Section) {
		for _, b := range t.Body {
			if b.Kind == parse.Table {
				tables++
			}
		}
	})
	if name, ok := setName(sec.Title.Value); ok && sec != p.Outline && (tables > 1 || isJob(name)) {
		return name
	}
	return s.SetTitle(&SkillSet{Place: p.Path, pages: []*Page{p}, Skills: []*Skill{{inPage: true}}})
}

func (s *Survey) addDiags(r *requireReader) {
	for _, d := range r.diags {
		s.Report.Add(d)
	}
}

// tableRoles reads a table of roles in rows and competencies in columns, or
// the other way about; nil for any other table.
func (s *Survey) tableRoles(p *Page, table *parse.Block) []*TableRole {
	grid := textGrid(table)
	if len(grid) < 2 || len(grid[0]) < 2 {
		return nil
	}
	if roles := s.gridRoles(p, grid); roles != nil {
		return roles
	}
	turned := make([][]parse.Text, len(grid[0]))
	for i := range turned {
		for _, row := range grid {
			if i < len(row) {
				turned[i] = append(turned[i], row[i])
			} else {
				turned[i] = append(turned[i], parse.Text{})
			}
		}
	}
	jobs := 0
	for _, row := range turned[1:] {
		if levelTitle(row[0].Value) || RoleTitle(row[0].Value) {
			jobs++
		}
	}
	if jobs*2 < len(turned)-1 {
		return nil // people, whom a table of a team has instead
	}
	return s.gridRoles(p, turned)
}

func textGrid(table *parse.Block) [][]parse.Text {
	var grid [][]parse.Text
	for _, row := range table.Children {
		var cells []parse.Text
		for _, c := range row.Children {
			cells = append(cells, flat(c))
		}
		grid = append(grid, cells)
	}
	return grid
}

// roleColumns is what the columns of a table of roles are for.
type roleColumns struct {
	name, level, track int // -1 where there is none
	asks               map[int]*Competency
	rest               int // columns of anything else
}

// roleColumns judges the columns by their heads; the first one names the roles
// where no head says that another does.
func (s *Survey) roleColumns(p *Page, grid [][]parse.Text) roleColumns {
	c := roleColumns{name: -1, level: -1, track: -1, asks: map[int]*Competency{}}
	for i, cell := range grid[0] {
		skill := s.cellCompetency(p, cell)
		switch words := bareSlice(cell).Value; {
		case i > 0 && skill != nil:
			c.asks[i] = skill
		case c.name < 0 && titleHead.MatchString(words):
			c.name = i
		case c.level < 0 && levelHead.MatchString(words):
			c.level = i
		case c.track < 0 && trackHead.MatchString(words):
			c.track = i
		default:
			c.rest++
		}
	}
	if c.name < 0 {
		c.name = 0
		switch {
		case c.level == 0:
			c.level = -1
		case c.track == 0:
			c.track = -1
		default:
			c.rest--
		}
	}
	for i := range grid[0] {
		if i < c.name && c.track < 0 && i != c.level && c.asks[i] == nil && repeated(grid[1:], i) {
			c.track = i // "Stream" over the same few words again and again
			c.rest--
		}
	}
	return c
}

// repeated reports whether a column before the roles says in two rows or more,
// on the whole, what it says at all.
func repeated(rows [][]parse.Text, column int) bool {
	seen := map[string]bool{}
	for _, row := range rows {
		if column >= len(row) || row[column].Value == "" || isFigure(row[column].Value) {
			return false
		}
		seen[Slug(row[column].Value)] = true
	}
	return len(seen)*2 <= len(rows)
}

// gridRoles reads rows of roles under a head of competencies: two of these at
// least, and most cells levels of theirs.
func (s *Survey) gridRoles(p *Page, grid [][]parse.Text) []*TableRole {
	columns := s.roleColumns(p, grid)
	if len(columns.asks) < 2 || len(columns.asks) < columns.rest {
		return nil
	}
	var out []*TableRole
	cells, known := 0, 0
	for _, row := range grid[1:] {
		if columns.name >= len(row) || row[columns.name].Value == "" {
			continue
		}
		role := columns.role(s, p, row)
		for i, cell := range row {
			c := columns.asks[i]
			if c == nil {
				continue
			}
			q, got := s.askOf(c, cell.Value)
			q.at = cell
			cells++
			if got != asksNothing {
				known++
				role.reader.take(q, got, cell)
			} else {
				role.reader.take(q, noLevel, cell)
			}
		}
		out = append(out, role)
	}
	if known*4 < cells*3 || cells == 0 {
		return nil
	}
	return out
}

// role returns the role of a row with what the row says beside its levels.
func (c *roleColumns) role(s *Survey, p *Page, row []parse.Text) *TableRole {
	role := &TableRole{Name: row[c.name], reader: &requireReader{survey: s, page: p}}
	for i, cell := range row {
		switch {
		case i == c.name, c.asks[i] != nil, cell.Value == "":
		case i == c.level:
			role.Level = cell
		case i == c.track:
			role.track = cell
		default:
			role.reader.notes = appendProse(role.reader.notes, p.Doc, cell)
		}
	}
	return role
}

// FillRole gives a rung what the table asks of its role.
func (s *Survey) FillRole(p *Page, rung *SheetRung, role *TableRole) {
	for _, q := range role.reader.found {
		rung.Require(q.competency, q.level)
		s.Account(p, p.Doc.Span(q.at.Start, q.at.End), model.TitleText)
	}
	for _, t := range []parse.Text{role.Level, role.track} {
		if t.Value != "" {
			s.Account(p, p.Doc.Span(t.Start, t.End), model.TitleText)
		}
	}
	rung.Role().Notes = append(rung.Role().Notes, role.reader.notes...)
	s.addDiags(role.reader)
}

// roleKey returns the key of a role that has a section of its own: the one
// that a cell links to, or that is titled so.
func (s *Survey) roleKey(p *Page, name parse.Text, own map[string]string) string {
	for _, m := range name.Marks {
		if to := s.Target(p, m.Target); m.Kind == model.Link && to != nil && s.kinds[to] == oneRole {
			return sectionKey(to, to.Outline)
		}
	}
	return own[Slug(name.Value)]
}

func sectionKey(p *Page, sec *Section) string {
	if sec == p.Outline {
		return p.Path
	}
	return p.Path + "\x00" + Slug(sec.Title.Value)
}

// roleNames returns the keys of all roles that have sections of their own, by
// the slug of their titles; "" where two have one title.
func (s *Survey) roleNames() map[string]string {
	out := map[string]string{}
	add := func(title, key string) {
		slug := Slug(title)
		if had, ok := out[slug]; ok && had != key {
			key = ""
		}
		out[slug] = key
	}
	for _, p := range s.Pages {
		switch s.kinds[p] {
		case oneRole:
			add(p.Names.Title, p.Path)
			if p.Title.Value != p.Names.Title {
				add(p.Title.Value, p.Path)
			}
		case manyRoles:
			for _, sec := range s.roles[p] {
				add(sec.Title.Value, sectionKey(p, sec))
			}
		}
	}
	return out
}
