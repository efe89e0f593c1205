package dialect_test

import "testing"

// TestVarietyNear changes one plain style in one dimension and in two: what is
// misread here is misread for a reason that can be named.
func TestVarietyNear(t *testing.T) {
	t.Parallel()
	for _, s := range nearStyles() {
		fw, _ := mustRead(t, render(s))
		if wrong := s.judge(fw); wrong != "" {
			t.Errorf("%v\n%s", s, wrong)
		}
	}
}

// plain is how most ladders are written.
func plain() style {
	return style{"file a track, h2", "L1: Title", "heading", "bullet", "none", "none", vocabularies[1]}
}

// changes returns a function for each value of each dimension.
func changes() [][]func(*style) {
	var out [][]func(*style)
	dimension := func(values []string, set func(*style, string)) {
		var fs []func(*style)
		for _, v := range values {
			fs = append(fs, func(s *style) { set(s, v) })
		}
		out = append(out, fs)
	}
	dimension(layouts, func(s *style, v string) { s.layout = v })
	dimension(namings, func(s *style, v string) { s.naming = v })
	dimension(areaForms, func(s *style, v string) { s.areas = v })
	dimension(statements, func(s *style, v string) { s.statements = v })
	dimension(exampling, func(s *style, v string) { s.examples = v })
	dimension(extras, func(s *style, v string) { s.extra = v })
	var fs []func(*style)
	for _, v := range vocabularies {
		fs = append(fs, func(s *style) { s.words = v })
	}
	return append(out, fs)
}

// nearStyles returns the plain style with each change and each two changes, one
// of each kind.
func nearStyles() []style {
	seen := map[string]bool{}
	var out []style
	add := func(s style) {
		if !seen[s.String()] && s.possible() {
			seen[s.String()] = true
			out = append(out, s)
		}
	}
	all := changes()
	for _, one := range all {
		for _, f := range one {
			s := plain()
			f(&s)
			add(s)
		}
	}
	for i, one := range all {
		for _, other := range all[i+1:] {
			for _, f := range one {
				for _, g := range other {
					s := plain()
					f(&s)
					g(&s)
					add(s)
				}
			}
		}
	}
	return out
}
