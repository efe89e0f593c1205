package dialect

import (
	"fmt"
	"slices"

	"rung/internal/model"
	"rung/internal/settings"
	"rung/internal/source"
)

// Choose decides between two ways to read a place, which is the path of a page
// or a folder. It reports whether reading stands, which was inferred for the
// reason why; rung.yaml may ask for other instead. The choice is noted, with
// the line of rung.yaml that flips it:
//
//	if s.Choose(p.Path, "levels-as-columns", "levels-as-rows", why) { ... }
//
// The names are public: authors write them into rung.yaml. A reader that meets
// a place where more than one reading is possible calls this, or ChooseOf: so
// no reading is noted that an author cannot flip. docs/authoring.md explains
// each name.
func (s *Survey) Choose(place, reading, other, why string) bool {
	return s.ChooseOf(place, why, reading, other) == reading
}

// ChooseOf is Choose between more than two: the first reading is the inferred
// one. It returns the one that stands.
func (s *Survey) ChooseOf(place, why string, readings ...string) string {
	s.notePossible(place, readings)
	if asked := s.Asked(place, readings...); asked != "" {
		return asked
	}
	s.readings = append(s.readings, model.Reading{Path: place, Reading: readings[0], Why: why, Setting: settings.Line(place, readings[1])})
	return readings[0]
}

// Asked returns the one of the readings that rung.yaml asks for at a place, or
// "". It is for places where inference sees one possibility, and an author may
// know better; where it returns one, this is noted.
func (s *Survey) Asked(place string, readings ...string) string {
	s.notePossible(place, readings)
	asked, at := s.Settings.Reading(place, readings...)
	if asked == "" {
		return ""
	}
	noted := model.Reading{Path: place, Reading: asked, Why: s.asksWhy(at)}
	if i := slices.IndexFunc(readings, func(r string) bool { return r != asked }); i >= 0 {
		noted.Setting = settings.Line(place, readings[i])
	}
	s.readings = append(s.readings, noted)
	return asked
}

// asksWhy says where rung.yaml asks for something.
func (s *Survey) asksWhy(at source.Span) string {
	if p := s.byPath[at.Path]; p != nil {
		return fmt.Sprintf("line %d of %s says so", p.Doc.File.Line(at.Start), settings.Name)
	}
	return settings.Name + " says so"
}

// notePossible keeps what could have been chosen, for entries of rung.yaml
// that ask for something else.
func (s *Survey) notePossible(place string, readings []string) {
	if s.Settings == nil {
		return
	}
	for _, r := range readings {
		if !slices.Contains(s.possible[place], r) {
			s.possible[place] = append(s.possible[place], r)
		}
	}
}

// unusedSettings reports the entries of rung.yaml that nothing asked for.
func (s *Survey) unusedSettings() {
	s.Settings.Unused(func(place settings.Glob) []string {
		var out []string
		for at, readings := range s.possible {
			if !place.Covers(at) {
				continue
			}
			for _, r := range readings {
				if !slices.Contains(out, r) {
					out = append(out, r)
				}
			}
		}
		slices.Sort(out)
		return out
	}, s.Report)
}

// headingsOn returns how the headings of one page are read where its siblings'
// are read as told: an entry of rung.yaml for the page alone goes before.
func (s *Survey) headingsOn(p *Page, told Headings) Headings {
	asked, _ := s.Settings.Reading(p.Path, headingReadings...)
	if headingsOf(asked, told) == told {
		return told
	}
	return headingsOf(s.Asked(p.Path, headingReadings...), told)
}

// bulletsOnly reports that rung.yaml takes the paragraphs of a page's areas for
// prose, also where all of them speak about the person.
func (s *Survey) bulletsOnly(p *Page) bool {
	asked, _ := s.Settings.Reading(p.Path, headingReadings...)
	return asked == headingIsArea
}
