package dialect

import (
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/pattern"
)

// notRated matches words behind the name of a section that say that nobody is
// rated by it: "Under *Gales* we tell what has sunk others. They aren't marked."
// What is not rated at one level, or by one measure, is rated otherwise: the words
// end there.
var notRated = pattern.New(`(?i)(?:\b(?:not|never|nobody (?:is|will be)|no one (?:is|will be)|nothing (?:is|will be))|n['’]t)(?: (?:be|being|to be))? (?:marked|rated|assessed|scored|graded|evaluated)(?: (?:on|by|against|for) (?:it|this|that|them|these|those))?(?:[.,;:!)]|$)|\b(?:is|are|['’]re|as) (?:only |just |all )?(?:warnings|anti-?patterns|cautionary tales)(?:[.,;:!)]|$)|\b(?:nicht|nie) (?:bewertet|benotet|beurteilt)|\bpas (?:noté|évalué)e?s?\b|\bno se (?:evalúan?|califican?|puntúan?)(?:[.,;]|$)|\bnão (?:são|é) (?:avaliad|pontuad)[oa]s?(?:[.,;]|$)`)

// toldAside reports whether prose of the set says of a section that nobody is
// rated by it.
func (s *Survey) toldAside(title string) bool {
	if s.asides == nil {
		s.asides = map[string]bool{}
		for _, p := range s.Pages {
			p.Outline.Each(func(sec *Section) {
				for _, b := range sec.Body {
					if b.Kind == parse.Paragraph && len(b.Text.Marks) > 0 {
						s.noteAsides(b.Text)
					}
				}
			})
		}
	}
	return s.asides[Slug(strings.TrimRight(title, ":："))]
}

// noteAsides notes the names that a paragraph sets apart and says so of.
func (s *Survey) noteAsides(t parse.Text) {
	var names []model.Mark
	for _, m := range t.Marks {
		if (m.Kind == model.Emphasis || m.Kind == model.Strong) && m.End-m.Start <= maxName && (len(names) == 0 || m.Start >= names[len(names)-1].End) {
			names = append(names, m)
		}
	}
	for i, m := range names {
		end := len(t.Value)
		if i+1 < len(names) {
			end = names[i+1].Start
		}
		if notRated.MatchString(t.Value[m.End:end]) {
			s.asides[Slug(strings.TrimRight(t.Value[m.Start:m.End], ":："))] = true
		}
	}
}
