package dialect

import (
	"strings"

	"rung/internal/model"
)

// namedLevels gives the roles of a track the levels that rung.yaml names, by
// their order there, and returns how many it found. The level of a role is the
// longest name that its label or its title has; words of a title count whole,
// so that "Cook" is not in "Cookery Lead".
func (s *Survey) namedLevels(l *ladder) int {
	if s.Settings == nil || len(s.Settings.Levels) == 0 {
		return 0
	}
	found := 0
	for _, d := range l.drafts {
		best := -1
		for i, name := range s.Settings.Levels {
			if !strings.EqualFold(d.Label.Text, name) && !within(d.Role.Title, name) {
				continue
			}
			if best < 0 || len(name) > len(s.Settings.Levels[best]) {
				best = i
			}
		}
		if best >= 0 {
			d.Role.Level = &model.Level{Label: s.Settings.Levels[best], Order: best + 1}
			found++
		}
	}
	return found
}
