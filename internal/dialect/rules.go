package dialect

import (
	"strconv"

	"rung/internal/diag"
)

var tooMany = "this file has more than " + strconv.Itoa(MaxStatements) + " statements and examples; the rest was not read"

// The rules of this package. They hold no state; Rules lists them.
var (
	// DataRule tells of data that no reader took for roles.
	DataRule = &diag.Rule{
		Code: "P0101", Slug: "data-not-read", Severity: diag.Warning, Since: "0.1.0",
		Title: "data that looks like a ladder was not read as roles",
		Text: `The file has levels, and sentences under one of them, and still no role could be made of it: most of its texts stand at no level, or
a single one does. Nothing of it appears in the framework. Give each level the texts that it asks for. Where the file is no part of the ladder,
leave it out with "ladder: {ignore: [...]}" in rung.yaml.`,
		Bad:  "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n-- ovens.json --\n{\"Junior Baker\": {\"ovens\": \"Lights the small oven with help\"}, \"Senior Baker\": {}}\n",
		Good: "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n-- ovens.json --\n{\"ovens\": [{\"name\": \"Berta\", \"degrees\": 240}]}\n",
	}
	// TableRule tells of tables in roles.
	TableRule = &diag.Rule{
		Code: "P0102", Slug: "table-not-read", Severity: diag.Warning, Since: "0.1.0",
		Title: "a table in a role was not read",
		Text: `rung reads tables that say what is expected: areas and their texts, or what each level means. This one holds figures, names or
links, or compares levels on the page of one, so that nothing of it is part of the framework: its words can be neither rated nor compared.
Write what it asks for as bullets or in sentences; a table that only shows the way around may go to the README.`,
		Bad:  "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n\n| Dough | Hours |\n|---|---|\n| Rye | 12 |\n",
		Good: "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n- I let rye dough rest for twelve hours.\n",
	}
	// BlockRule tells of other blocks in roles.
	BlockRule = &diag.Rule{
		Code: "P0103", Slug: "block-not-read", Severity: diag.Warning, Since: "0.1.0",
		Title: "a block in a role was not read",
		Text: `A block of code or of HTML stands among a role's statements. Its words are not part of the framework. A list that is indented
by four spaces under no bullet is code to Markdown: take the spaces away. Write HTML as Markdown.`,
		Bad:  "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n\n```\nI clean the oven\n```\n",
		Good: "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n- I clean the oven.\n",
	}
	// StubRule tells of pages that only link elsewhere.
	StubRule = &diag.Rule{
		Code: "P0104", Slug: "stub-page", Severity: diag.Warning, Since: "0.1.0",
		Title: "a role's page only links out",
		Text: `The page has the name of a role and says nothing but where its text is. What stands elsewhere can be neither rated nor
compared, and has no history. Bring the text here, or remove the page.`,
		Bad:  "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n-- Miller.md --\n# Miller Manager\n\nSee the [sheet](https://sheets.example/miller).\n",
		Good: "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n-- Miller.md --\n# Mill Manager\n\n## Flour\n\n- I keep the mill running.\n",
	}
	// SectionRule tells of sections beside the roles of a track's file.
	SectionRule = &diag.Rule{
		Code: "P0107", Slug: "section-not-read", Severity: diag.Note, Since: "0.1.0",
		Title: "a section beside roles is no role",
		Text: `The headings of this file are roles, and this one is not named like a role. Its words are not part of the framework. If it is a
role, name it like the others; if it is a remark about the track, the README is a better place.`,
		Bad:  "-- Bakery.md --\n# Bakery Roles\n\n## Junior Baker\n\n### Bread\n\n- I weigh what others knead.\n\n## Senior Baker\n\n### Bread\n\n- I decide what we bake.\n\n## Opening hours\n\n- Six to noon\n",
		Good: "-- Bakery.md --\n# Bakery Roles\n\n## Junior Baker\n\n### Bread\n\n- I weigh what others knead.\n\n## Senior Baker\n\n### Bread\n\n- I decide what we bake.\n",
	}
	// UnknownProficiencyRule tells of a requirement whose level no competency has.
	UnknownProficiencyRule = &diag.Rule{
		Code: "P0140", Slug: "unknown-proficiency", Severity: diag.Warning, Since: "0.2.0",
		Title: "a role asks for a level that the competency does not describe",
		Text: `The role refers to a competency that is described elsewhere, at a level that is not among those described there. The role
says nothing of it: there are no statements to be rated on. Name a level that the competency has, or describe this one there.`,
		Bad:  "-- competencies/kneading.md --\n# Kneading\n\n## Level 1\n\n- Kneads by the book.\n\n## Level 2\n\n- Kneads by feel.\n-- competencies/shaping.md --\n# Shaping\n\n## Level 1\n\n- Shapes rolls.\n\n## Level 2\n\n- Shapes plaits.\n-- roles/baker.md --\n# Baker\n\n## Skills\n\n- Kneading: level 2\n- Shaping: level 7\n",
		Good: "-- competencies/kneading.md --\n# Kneading\n\n## Level 1\n\n- Kneads by the book.\n\n## Level 2\n\n- Kneads by feel.\n-- competencies/shaping.md --\n# Shaping\n\n## Level 1\n\n- Shapes rolls.\n\n## Level 2\n\n- Shapes plaits.\n-- roles/baker.md --\n# Baker\n\n## Skills\n\n- Kneading: level 2\n- Shaping: level 1\n",
	}
	// UnknownSkillRule tells of a requirement that names no known competency.
	UnknownSkillRule = &diag.Rule{
		Code: "P0141", Slug: "unknown-competency", Severity: diag.Warning, Since: "0.2.0",
		Title: "a role asks for a competency that nothing describes",
		Text: `Among what the role asks of competencies that are described elsewhere, this one is described nowhere under that name. The role
says nothing of it: there are no statements to be rated on. Name it as its description does, or describe it at its levels.`,
		Bad:  "-- competencies/kneading.md --\n# Kneading\n\n## Level 1\n\n- Kneads by the book.\n\n## Level 2\n\n- Kneads by feel.\n-- competencies/shaping.md --\n# Shaping\n\n## Level 1\n\n- Shapes rolls.\n\n## Level 2\n\n- Shapes plaits.\n-- roles/baker.md --\n# Baker\n\n## Skills\n\n- Kneading: level 2\n- Juggling: level 1\n",
		Good: "-- competencies/kneading.md --\n# Kneading\n\n## Level 1\n\n- Kneads by the book.\n\n## Level 2\n\n- Kneads by feel.\n-- competencies/shaping.md --\n# Shaping\n\n## Level 1\n\n- Shapes rolls.\n\n## Level 2\n\n- Shapes plaits.\n-- roles/baker.md --\n# Baker\n\n## Skills\n\n- Kneading: level 2\n- Shaping: level 1\n",
	}
)

// Rules returns the rules of this package by code. The caller owns the slice.
func Rules() []*diag.Rule {
	return []*diag.Rule{DataRule, TableRule, BlockRule, StubRule, SectionRule, CellStubRule, CopyRule, UnknownProficiencyRule, UnknownSkillRule}
}
