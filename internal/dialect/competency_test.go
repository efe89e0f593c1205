package dialect

import (
	"testing"

	"rung/internal/parse"
)

func TestCompetencyIsFoundByAnyName(t *testing.T) {
	t.Parallel()
	s := &Survey{}
	c := &Competency{Title: parse.Text{Value: "Reading the Tide"}, Names: []string{"tide-reading"}, Levels: []*CompetencyLevel{{Name: "Novice"}, {Name: "Level 2", Names: []string{"seasoned"}}}}
	s.AddCompetency(c)
	s.AddCompetency(&Competency{Title: parse.Text{Value: "Tide reading"}})
	for _, name := range []string{"reading the tide", "tide-reading", "Tide Reading"} {
		if s.Competency(name) != c {
			t.Errorf("%q is not found", name)
		}
	}
	if s.Competency("") != nil || s.Competency("sails") != nil {
		t.Error("what is not there is found")
	}
	for name, want := range map[string]*CompetencyLevel{
		"novice": c.Levels[0], "1": c.Levels[0], "L2": c.Levels[1], "2": c.Levels[1], "Seasoned": c.Levels[1], "3": nil, "": nil,
	} {
		if got := c.Level(name); got != want {
			t.Errorf("level %q is %v, want %v", name, got, want)
		}
	}
}
