package dialect

import (
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
	Name parse.Text

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
	p.Outline.Each(func(sec *Section) {
		for _, b := range sec.Body {
			if b.Kind != parse.Table {
				continue
			}
			t := &RoleTable{Track: s.tableTrack(p, sec)}
			for _, role := range s.tableRoles(p, b) {
				for _, q := range role.reader.found {
					s.useOf(q, p, role.Name.Value+": "+q.competency.Title.Value+" "+q.at.Value)
				}
				if key := s.roleKey(p, role.Name, own); key != "" {
					s.elsewhere[key] = append(s.elsewhere[key], role.reader.found...)
					s.addDiags(role.reader)
				} else {
					t.Roles = append(t.Roles, role)
				}
			}
			if len(t.Roles) > 0 {
				s.roleTables[p] = append(s.roleTables[p], t)
			}
		}
	})
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

// gridRoles reads rows of roles under a head of competencies: two of these at
// least, and most cells levels of theirs.
func (s *Survey) gridRoles(p *Page, grid [][]parse.Text) []*TableRole {
	columns := map[int]*Competency{}
	for i, cell := range grid[0][1:] {
		if c := s.cellCompetency(p, cell); c != nil {
			columns[i+1] = c
		}
	}
	if len(columns) < 2 || len(columns)*2 < len(grid[0])-1 {
		return nil
	}
	var out []*TableRole
	cells, known := 0, 0
	for _, row := range grid[1:] {
		if len(row) == 0 || row[0].Value == "" {
			continue
		}
		role := &TableRole{Name: row[0], reader: &requireReader{survey: s, page: p}}
		for i, cell := range row[1:] {
			c := columns[i+1]
			if c == nil {
				if i+1 < len(row) && cell.Value != "" {
					role.reader.notes = appendProse(role.reader.notes, p.Doc, cell)
				}
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

// FillRole gives a rung what the table asks of its role.
func (s *Survey) FillRole(p *Page, rung *SheetRung, role *TableRole) {
	for _, q := range role.reader.found {
		rung.Require(q.competency, q.level)
		s.Account(p, p.Doc.Span(q.at.Start, q.at.End), model.TitleText)
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
