package dialect

import (
	"strconv"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/workers"
)

// indexSkills enters the competencies that pages describe, for roles to refer
// to. Tables and numbered lists describe some only where several do it alike.
func (s *Survey) indexSkills() {
	alike := map[string][]*Skill{}
	var order []string
	for _, p := range s.Pages {
		for _, k := range s.skills[p] {
			if s.sets[p] != nil || !k.job && !isJob(k.Name) && !onlyLevel(k.Name) {
				s.describeSkill(k)
			}
		}
		if s.skills[p] != nil {
			continue
		}
		for _, k := range plainSkills(p) {
			if onlyLevel(k.Name) {
				continue
			}
			key := p.Dir + "\x00" + strconv.Itoa(len(k.parts))
			if alike[key] == nil {
				order = append(order, key)
			}
			alike[key] = append(alike[key], k)
		}
	}
	for _, key := range order {
		if len(alike[key]) < 2 || mostlyJobs(alike[key]) {
			continue
		}
		s.tableScales(alike[key])
		for _, k := range alike[key] {
			s.describeSkill(k)
		}
	}
}

// mostlyJobs reports skills of which half are named like jobs: "Research" alone
// is either.
func mostlyJobs(skills []*Skill) bool {
	jobs := 0
	for _, k := range skills {
		if isJob(k.Name) {
			jobs++
		}
	}
	return jobs*2 >= len(skills)
}

// tableScales makes sets of skills in tables whose columns say how well
// something is done. They are ladders only where nothing else is.
func (s *Survey) tableScales(skills []*Skill) {
	for _, k := range skills {
		if k.parts[0].name.Value == "" {
			continue // a numbered list is nothing that another way reads
		}
		u := s.sets[k.Page]
		if u == nil {
			u = &SkillSet{Place: k.Page.Path, table: true, doubt: true}
			u.pages = []*Page{k.Page}
			s.sets[k.Page] = u
		}
		u.Skills = append(u.Skills, k)
		var names []PlacedText
		for _, part := range k.parts {
			names = append(names, PlacedText{k.Page, part.name})
		}
		u.Levels = names
		u.doubt = u.doubt && proficiencyOnly(names)
	}
}

// plainSkills returns skills that a page describes in tables and in numbered
// lists.
func plainSkills(p *Page) []*Skill {
	var out []*Skill
	p.Outline.Each(func(sec *Section) {
		k := &Skill{Page: p, Title: sec.Title, Name: emojiOff(sec.Title.Value), sec: sec, inPage: sec != p.Outline}
		if k.Name == "" {
			k.Name = pageSkillName(p)
		}
		for _, b := range sec.Body {
			switch {
			case b.Kind == parse.List && b.Ordered && len(k.parts) == 0:
				k.parts = numberedParts(b)
			case b.Kind == parse.Table:
				if rows := rowSkills(p, b); rows != nil {
					out = append(out, rows...)
				} else if parts := tableParts(b); len(k.parts) == 0 {
					k.parts = parts
				}
			}
		}
		if len(k.parts) > 1 {
			out = append(out, k)
		}
	})
	return out
}

// numberedParts takes the items of a numbered list for levels.
func numberedParts(list *parse.Block) []levelPart {
	if len(list.Children) > 10 {
		return nil
	}
	var parts []levelPart
	for _, item := range list.Children {
		part := levelPart{text: ownText(item)}
		for _, c := range item.Children {
			if c.Kind != parse.Paragraph {
				part.body = append(part.body, c)
			}
		}
		parts = append(parts, part)
	}
	return parts
}

// tableParts reads a table of one skill: a level a row, or a level a column
// over one row.
func tableParts(table *parse.Block) []levelPart {
	rows := table.Children
	if len(rows) == 2 && levelCells(rows[0].Children) {
		return columnParts(rows[0].Children, rows[1].Children)
	}
	if len(rows) < 2 {
		return nil
	}
	if parts := rowParts(rows); parts != nil {
		return parts
	}
	return rowParts(rows[1:]) // below a head
}

// rowParts reads a level a row: its name, further names, what it asks.
func rowParts(rows []*parse.Block) []levelPart {
	var parts []levelPart
	names := nameColumns(rows)
	for _, row := range rows {
		if len(row.Children) < 2 {
			return nil
		}
		if name := flat(row.Children[0]).Value; !levelTitle(name) && !countsOn(name) {
			return nil
		}
		part := levelPart{name: flat(row.Children[0])}
		for i, cell := range row.Children[1:] {
			if i+1 < names {
				part.also = append(part.also, flat(cell).Value)
			} else {
				part.body = append(part.body, cellBlocks(cell)...)
			}
		}
		parts = append(parts, part)
	}
	if len(parts) < 2 || !LevelAxis(partNames(parts)) {
		return nil
	}
	return parts
}

// nameColumns returns how many columns name the level: the first, and those
// behind it that have no more than two words in any row. The last one does not.
func nameColumns(rows []*parse.Block) int {
	for n := 1; ; n++ {
		for _, row := range rows {
			if n >= len(row.Children)-1 || len(strings.Fields(flat(row.Children[n]).Value)) > 2 {
				return n
			}
		}
	}
}

// rowSkills reads a table of a skill a row, levels as its columns.
func rowSkills(p *Page, table *parse.Block) []*Skill {
	rows := table.Children
	if len(rows) < 2 || len(rows[0].Children) < 3 || !levelCells(rows[0].Children[1:]) || onlyLevel(flat(rows[0].Children[0]).Value) {
		return nil
	}
	var out []*Skill
	for _, row := range rows[1:] {
		if len(row.Children) < 2 {
			continue
		}
		title := flat(row.Children[0])
		if k := (&Skill{Page: p, Title: title, Name: emojiOff(title.Value), sec: &Section{Title: title}, inPage: true}); k.Name != "" {
			k.parts = columnParts(rows[0].Children[1:], row.Children[1:])
			out = append(out, k)
		}
	}
	return out
}

func levelCells(cells []*parse.Block) bool {
	var names []string
	for _, c := range cells {
		names = append(names, flat(c).Value)
	}
	return LevelAxis(names)
}

func columnParts(head, cells []*parse.Block) []levelPart {
	var parts []levelPart
	for i, h := range head {
		part := levelPart{name: flat(h)}
		if i < len(cells) {
			part.body = cellBlocks(cells[i])
		}
		parts = append(parts, part)
	}
	return parts
}

// cellBlocks returns what a cell says as blocks: its own, or its lines as
// bullets.
func cellBlocks(cell *parse.Block) []*parse.Block {
	var out []*parse.Block
	list := &parse.Block{Kind: parse.List, Start: cell.Start, End: cell.End}
	for _, line := range cell.Text.Lines() {
		words := strings.TrimLeft(line.Value, "•·*-– ")
		t := line.Slice(len(line.Value)-len(words), len(line.Value))
		if t.Value != "" {
			item := &parse.Block{Kind: parse.Paragraph, Text: t, Start: t.Start, End: t.End}
			list.Children = append(list.Children, &parse.Block{Kind: parse.Item, Children: []*parse.Block{item}, Start: t.Start, End: t.End})
		}
	}
	if len(list.Children) > 0 {
		out = append(out, list)
	}
	return append(out, cell.Children...)
}

// describeSkill enters one competency. Its levels are read when a role asks.
func (s *Survey) describeSkill(k *Skill) {
	c := &Competency{Title: k.Title, Page: k.Page, Names: []string{k.Name}, set: s.sets[k.Page]}
	if k.Title.Value == "" {
		c.Title = parse.Text{Value: k.Name}
	}
	if k.sec.Head != nil {
		c.anchor = k.sec.Head.Anchor
	}
	if !k.inPage {
		c.Names = append(c.Names, pageSkillName(k.Page), order.ReplaceAllString(k.Page.Stem, ""))
		for _, key := range []string{"id", "slug", "key", "name"} {
			if v := k.Page.Doc.Front.Text(key); v != "" {
				c.Names = append(c.Names, v)
			}
		}
	}
	for i, part := range k.parts {
		var read *model.Area
		l := &CompetencyLevel{Name: part.name.Value, Says: func() *model.Area {
			if read == nil {
				read = s.ReadSkill(k, i)
			}
			return read
		}}
		if l.Name == "" {
			l.Name = strconv.Itoa(i + 1)
		}
		l.Names = append(l.Names, part.also...)
		if label, rest := SplitLabel(plainTitle(l.Name)); label.Text != "" {
			l.Names = append(l.Names, label.Text, strconv.FormatFloat(label.Number, 'g', -1, 64), rest)
		} else if n, rest, ok := orderPrefix(plainTitle(l.Name)); ok && rest != "" {
			l.Names = append(l.Names, strconv.Itoa(n), rest)
		}
		c.Levels = append(c.Levels, l)
	}
	s.AddCompetency(c)
}

// settleScales decides, once, which sets of competencies roles refer to, and
// which pages are roles because of what they ask of these.
func (s *Survey) settleScales() {
	if s.settled {
		return
	}
	s.settled = true
	if len(s.competencies) == 0 {
		return
	}
	asks := map[*Page]int{}
	s.asksNothing = map[*Page]bool{}
	for i, r := range s.requirements() {
		p := s.Pages[i]
		for _, q := range r.found {
			s.useOf(q, p, q.at.Value)
		}
		if len(r.found) > 0 {
			asks[p] = len(r.found)
		}
		s.asksNothing[p] = r.idle()
	}
	for _, p := range s.Pages {
		if asks[p] > 1 && len(s.roles[p]) == 0 && s.sets[p] == nil && (s.kinds[p] == prose || s.kinds[p] == oneRole) {
			s.findAsking(p)
		}
		if asks[p] > 0 && s.kinds[p] == prose && s.sets[p] == nil {
			s.kinds[p] = s.askingKind(p, asks[p])
		}
	}
	own := s.roleNames()
	for _, p := range s.Pages {
		if s.kinds[p] != oneRole {
			s.findRoleTables(p, own)
		}
	}
}

// requirements reads what each page asks of competencies, many pages at once.
func (s *Survey) requirements() []*requireReader {
	readers := make([]*requireReader, len(s.Pages))
	workers.Each(len(readers), 0, func(i int) {
		p := s.Pages[i]
		r := &requireReader{survey: s, page: p}
		r.front(p.Doc.Front)
		r.section(p.Outline)
		readers[i] = r
	})
	return readers
}

// useOf notes that a page asks for a competency: its set explains what roles
// ask for, and is no ladder.
func (s *Survey) useOf(q requirement, p *Page, words string) {
	q.competency.used = true
	described := q.competency.Page
	if u := q.competency.set; u != nil {
		if u.scale || described == p {
			return
		}
		u.doubt = false
		u.scale = s.Choose(u.Place, scaleReading, ladderReading, "roles ask for its levels, as "+p.Path+" does: "+clip(words))
		return
	}
	if described != p && s.kinds[described] != prose && described.Doc.Format != parse.YAML && described.Doc.Format != parse.JSON {
		s.kinds[described] = prose
	}
}

// Ask notes that a page asks for a competency, in words that a way has read: the
// competency explains a scale then, and is no ladder.
func (s *Survey) Ask(c *Competency, p *Page, words string) {
	s.useOf(requirement{competency: c}, p, words)
}

// The readings of a set whose levels may be proficiency.
const (
	ladderReading = "proficiency-is-level"
	scaleReading  = "proficiency-is-scale"
)

// askingKind is what a page is that asks for competencies and says nothing
// else that roles say.
func (s *Survey) askingKind(p *Page, asks int) pageKind {
	for _, sec := range s.roles[p] {
		r := &requireReader{survey: s, page: p}
		r.section(sec)
		if len(r.found) > 0 {
			return manyRoles
		}
	}
	if !p.Index && (asks > 1 || RoleTitle(p.Title.Value) || RoleTitle(p.Names.Title) || p.Names.Label.Text != "" || RoleTitle(unhyphen(p.Stem))) {
		return oneRole
	}
	return prose
}

// require gives a role what its section asks of competencies, and what a table
// elsewhere does.
func (s *Survey) require(p *Page, sec *Section, r *model.Role, reader *requireReader) {
	for _, d := range reader.diags {
		s.Report.Add(d)
	}
	for _, b := range reader.unread {
		s.unread(p, b)
	}
	for _, t := range reader.passed {
		s.Account(p, p.Doc.Span(t.Start, t.End), model.GroupText)
	}
	r.Notes = append(r.Notes, reader.notes...)
	found := s.ownOrTable(p, reader.found, s.elsewhere[sectionKey(p, sec)])
	for _, q := range found.own {
		at := p.Doc.Span(q.at.Start, q.at.End)
		s.Account(p, at, model.TitleText)
		s.requireArea(p, r, q, at)
	}
	for _, q := range found.table {
		s.requireArea(p, r, q, r.At)
	}
}

// requireArea adds an area of what a competency asks at a level. The area
// stands where the role asks for it, its statements where the competency says
// them.
func (s *Survey) requireArea(p *Page, r *model.Role, q requirement, at spanOf) {
	id := model.AreaID(Slug(emojiOff(q.competency.Title.Value)))
	for _, a := range r.Areas {
		if a.ID == id {
			s.copyArea(p, a, q.level.area())
			return
		}
	}
	emoji, title := splitEmoji(q.competency.Title)
	a := &model.Area{ID: id, Title: title.Value, Emoji: emoji, At: at, Intro: q.more, Statements: []*model.Statement{}}
	s.copyArea(p, a, q.level.area())
	r.Areas = append(r.Areas, a)
}
