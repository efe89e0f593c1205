package dialect

import (
	"rung/internal/model"
	"rung/internal/settings"
)

// cumulate lets each role of a track take over the nearest one below it, where
// rung.yaml says that levels are cumulative. Roles in other languages and roles
// without a level stand alone.
func (s *Survey) cumulate(l *ladder) {
	if s.Settings == nil || s.Settings.Cumulative != settings.Yes {
		return
	}
	below := map[string]*Draft{} // by language, the last role of a lower level
	var same []*Draft            // roles of the level that is being read
	for _, d := range l.drafts {
		if d.Role.Level == nil {
			continue
		}
		if len(same) > 0 && same[0].Role.Level.Order != d.Role.Level.Order {
			for _, b := range same {
				below[b.Role.Language] = b
			}
			same = same[:0]
		}
		same = append(same, d)
		if b := below[d.Role.Language]; b != nil {
			d.extends = append(d.extends, draftEdge{to: b, Extension: model.Extension{Target: b.Role.Title, At: d.Role.At}})
		}
	}
}
