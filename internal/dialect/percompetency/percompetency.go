// Package percompetency reads ladders that are written competency by
// competency: a page, or a section, tells what one skill asks at each level.
// The levels are the roles, the competencies their areas.
package percompetency

import (
	"rung/internal/dialect"
	"rung/internal/parse"
)

// Way reads pages that hold one competency each, or several.
type Way struct{}

// Read returns the roles of the set of competencies that begins with page, or
// those of tables on it that say what roles need of competencies described
// elsewhere. What explains a scale is read by whoever refers to it.
func (Way) Read(s *dialect.Survey, page *dialect.Page) (drafts []*dialect.Draft, ok bool) {
	if tables := s.RoleTables(page); len(tables) > 0 {
		return fromTables(s, page, tables), true
	}
	if s.IsScale(page) {
		return nil, true
	}
	set := s.SkillSet(page)
	if set == nil {
		return nil, false
	}
	if set.First() != page {
		return nil, true
	}
	sheet := s.NewSheet(s.SetTitle(set), set.Place)
	for _, level := range set.Levels {
		role := sheet.Rung(level.Page, level.Text).Role()
		title, summary := s.LevelWords(set, level.Value)
		role.Title, role.Summary = title.Text, summary
	}
	for _, skill := range set.Skills {
		read(s, sheet, set, skill)
	}
	drafts = sheet.Drafts()
	if len(drafts) > 0 {
		drafts[0].Intro = s.SetIntro(set)
	}
	return drafts, true
}

// read gives every rung what one competency asks of it. What the page says of
// the competency introduces its area at each level.
func read(s *dialect.Survey, sheet *dialect.Sheet, set *dialect.SkillSet, skill *dialect.Skill) {
	intro := s.SkillIntro(skill)
	for _, level := range set.Levels {
		i := skill.Part(level.Value)
		if i < 0 {
			continue
		}
		area := sheet.Rung(level.Page, level.Text).Area(skill.Page, title(skill))
		got := s.ReadSkill(skill, i)
		in := area.Area()
		in.Title = skill.Name
		in.Intro = append(append(in.Intro, intro...), got.Intro...)
		in.Statements = append(in.Statements, got.Statements...)
		in.Examples = append(in.Examples, got.Examples...)
	}
}

// title returns the heading of a competency. Where only the file's name names
// it, it stands where the file begins.
func title(skill *dialect.Skill) parse.Text {
	if skill.Title.Value != "" {
		return skill.Title
	}
	return parse.Text{Value: skill.Name}
}

// fromTables returns the roles that tables name, a track a table.
func fromTables(s *dialect.Survey, page *dialect.Page, tables []*dialect.RoleTable) []*dialect.Draft {
	var drafts []*dialect.Draft
	for _, t := range tables {
		sheet := s.NewSheet(t.Track, page.Path)
		for _, role := range t.Roles {
			rung := sheet.Rung(page, role.Name)
			rung.Call(role.Name.Value, role.Level.Value)
			s.FillRole(page, rung, role)
		}
		drafts = append(drafts, sheet.Drafts()...)
	}
	return drafts
}
