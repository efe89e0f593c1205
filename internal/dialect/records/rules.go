package records

import "rung/internal/diag"

// The rules of this package. They hold no state; Rules lists them.
var (
	// StubRule tells of values that keep a place for a statement.
	StubRule = &diag.Rule{
		Code: "P0132", Slug: "stub-value", Severity: diag.Warning, Since: "0.2.0",
		Title: "a value of the data only keeps a place",
		Text: `Where a statement should stand, the data says "TODO" or the like. rung reads it as nothing: nobody can be rated on it. Write what is
asked, or take the entry out.`,
		Bad:  "-- pilots.yaml --\nname: Pilots\nlevels:\n  - name: Junior Pilot\n    tides:\n      - Reads the tide table without help\n      - TODO\n  - name: Senior Pilot\n    tides:\n      - Teaches others to read the tide\n",
		Good: "-- pilots.yaml --\nname: Pilots\nlevels:\n  - name: Junior Pilot\n    tides:\n      - Reads the tide table without help\n  - name: Senior Pilot\n    tides:\n      - Teaches others to read the tide\n",
	}
	// UnplacedRule tells of statements at no level.
	UnplacedRule = &diag.Rule{
		Code: "P0133", Slug: "text-at-no-level", Severity: diag.Warning, Since: "0.2.0",
		Title: "a statement of the data stands at no level",
		Text: `The texts of this file stand at levels, and this one does not, so that it belongs to no role. Put it under a level. What holds for all
levels goes under a key that says so, as "everyone" or "common".`,
		Bad:  "-- pilots.yaml --\nname: Pilots\nrest:\n  - Keeps the radio within reach at all times\nlevels:\n  - name: Junior Pilot\n    tides:\n      - Reads the tide table without help\n  - name: Senior Pilot\n    tides:\n      - Teaches others to read the tide\n",
		Good: "-- pilots.yaml --\nname: Pilots\neveryone:\n  - Keeps the radio within reach at all times\nlevels:\n  - name: Junior Pilot\n    tides:\n      - Reads the tide table without help\n  - name: Senior Pilot\n    tides:\n      - Teaches others to read the tide\n",
	}
	// ReferenceRule tells of names in the data that stand for nothing.
	ReferenceRule = &diag.Rule{
		Code: "P0134", Slug: "unknown-reference", Severity: diag.Warning, Since: "0.2.0",
		Title: "a role of the data asks for something that is not described",
		Text: `Roles may list competencies, with a level, or texts of a catalogue by their id. Most of this list is known, and this entry is not:
the role lacks what it stands for. Correct the name, or describe it.`,
		Bad:  "-- tides.yaml --\n- {id: tide-1, text: Reads the tide table without help}\n- {id: tide-2, text: Teaches others to read the tide}\n-- roles/junior-pilot.yaml --\ntitle: Junior Planner\ncompetencies: [tide-1, tide-9]\n-- roles/senior-pilot.yaml --\ntitle: Senior Planner\ncompetencies: [tide-1, tide-2]\n",
		Good: "-- tides.yaml --\n- {id: tide-1, text: Reads the tide table without help}\n- {id: tide-2, text: Teaches others to read the tide}\n-- roles/junior-pilot.yaml --\ntitle: Junior Planner\ncompetencies: [tide-1]\n-- roles/senior-pilot.yaml --\ntitle: Senior Planner\ncompetencies: [tide-1, tide-2]\n",
	}
)

// Rules returns the rules of this package by code. The caller owns the slice.
func Rules() []*diag.Rule { return []*diag.Rule{StubRule, UnplacedRule, ReferenceRule} }
