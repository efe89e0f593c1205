package dialect

import (
	"path"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
)

// LevelWords returns what pages beside a set say of its level: "T1: Mechanic"
// in the README gives the title of its role, a sentence its summary.
func (s *Survey) LevelWords(u *SkillSet, level string) (title, summary model.Prose) {
	if u.said == nil {
		u.said = s.legend(u)
	}
	said, ok := u.said[u.Skills[0].spelt.key(level)]
	if !ok {
		return model.Prose{}, model.Prose{}
	}
	prose := said.Page.Doc.Prose(said.Text)
	label, _ := SplitLabel(level)
	if len(strings.Fields(prose.Text)) <= 5 && !strings.HasSuffix(prose.Text, ".") {
		if label.Text == "" {
			return model.Prose{}, model.Prose{}
		}
		return prose, model.Prose{}
	}
	return model.Prose{}, prose
}

// legend finds the list or the table that explains the levels of a set, in the
// index pages of its folder and above, or before its skills.
func (s *Survey) legend(u *SkillSet) map[string]PlacedText {
	dir := u.Place
	if s.byPath[dir] != nil {
		dir = path.Dir(dir)
	}
	for {
		for _, p := range s.inDir[dir] {
			if !p.Index && s.sets[p] != u {
				continue
			}
			if said := legendOn(p, u); said != nil {
				return said
			}
		}
		if dir == "." {
			return map[string]PlacedText{}
		}
		dir = path.Dir(dir)
	}
}

// legendOn looks for it on one page: all levels of the set, each with words.
func legendOn(p *Page, u *SkillSet) map[string]PlacedText {
	skill := map[*Section]bool{}
	for _, k := range u.Skills {
		skill[k.sec] = true
	}
	var found map[string]PlacedText
	p.Outline.Each(func(sec *Section) {
		if found != nil || skill[sec] {
			return
		}
		parts, _ := levelBlocks(sec.Body, sec.axis)
		for _, b := range sec.Body {
			if b.Kind == parse.Table && len(parts) == 0 {
				parts = levelRows(b)
			}
		}
		said := map[string]PlacedText{}
		for _, part := range parts {
			if part.text.Value != "" {
				said[u.Skills[0].spelt.key(part.name.Value)] = PlacedText{p, part.text}
			}
		}
		for _, key := range u.levels {
			if _, ok := said[key]; !ok {
				return
			}
		}
		found = said
	})
	return found
}

// levelRows reads a table whose rows begin with a level and say one thing of
// it. The first row may be its head.
func levelRows(table *parse.Block) []levelPart {
	var parts []levelPart
	for _, row := range table.Children {
		if len(row.Children) != 2 {
			return nil
		}
		name := flat(row.Children[0])
		if levelTitle(name.Value) {
			parts = append(parts, levelPart{name: name, text: flat(row.Children[1])})
		}
	}
	return parts
}
