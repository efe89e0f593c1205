package dialect_test

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"rung/internal/model"
)

// TestVariety writes one ladder in thousands of ways and reads each: what was
// read must be the ladder, whichever the way. All ways to lay out, name, head,
// list and exemplify are combined; languages and what stands around take turns.
// VARIETY=all reads all 20,000; a part of them, spread evenly, is the default.
func TestVariety(t *testing.T) {
	t.Parallel()
	all := os.Getenv("VARIETY") == "all"
	counts := tally{}
	failed := 0
	for i, s := range styles() {
		if !all && i%19 != 0 {
			continue
		}
		fw, report := mustRead(t, render(s))
		holdsDraft(t, fw, report)
		wrong := s.judge(fw)
		counts.add(s, wrong == "")
		if wrong != "" {
			failed++
			if failed <= 20 {
				t.Errorf("%v\n%s", s, wrong)
			}
		}
	}
	if failed > 0 {
		t.Errorf("%d styles are misread", failed)
	}
	t.Log(counts)
}

// styles returns all styles that can be written.
func styles() []style {
	var out []style
	n := 0
	for _, layout := range layouts {
		for _, naming := range namings {
			for _, areas := range areaForms {
				for _, form := range statements {
					for _, ex := range exampling {
						for range 2 {
							s := style{layout, naming, areas, form, ex, extras[n%len(extras)], vocabularies[n/len(extras)%len(vocabularies)]}
							n += 7
							if s.possible() {
								out = append(out, s)
							}
						}
					}
				}
			}
		}
	}
	return out
}

// judge returns what was read wrongly, or "".
func (s style) judge(fw *model.DraftFramework) string {
	want, got := s.want(), s.got(fw)
	if s.layout == "folder a level, file an area" { // areas stand in the order of their files
		slices.Sort(want)
		slices.Sort(got)
	}
	if slices.Equal(want, got) {
		return ""
	}
	var b strings.Builder
	for _, l := range want {
		if !slices.Contains(got, l) {
			b.WriteString("  missing " + l + "\n")
		}
	}
	for _, l := range got {
		if !slices.Contains(want, l) {
			b.WriteString("  besides " + l + "\n")
		}
	}
	return cmp.Or(b.String(), "  in another order\n")
}

// want returns all that a reader must find, a line each.
func (s style) want() []string {
	var out []string
	for t := range 2 {
		for l := range 3 {
			title := s.heading(t, l)
			if s.naming == "L1: Title" || s.naming == "Title (IC1)" || s.naming == "Level 1 – Title" {
				title = s.words.titles[t][l]
			}
			if s.layout == "folder a level, file an area" {
				title = "" // a folder's name is none
			}
			at := fmt.Sprintf("%d.%d", t+1, l+1)
			out = append(out, at+" role "+title)
			for a := range 2 {
				in := at + " " + s.words.areas[a]
				for p := range 2 {
					w := writer{style: s}
					text := strings.ReplaceAll(strings.ReplaceAll(w.say(t, l, a, p), "**", ""), "\n    ", " ")
					out = append(out, in+": "+text)
				}
				if s.examples != "none" {
					out = append(out, in+", example: "+s.words.exampleOf(t, l, a))
				}
			}
		}
	}
	return out
}

// got returns what was read. Tracks are numbered by what they ask.
func (s style) got(fw *model.DraftFramework) []string {
	blocks := map[int][]string{}
	for i, tr := range fw.Tracks {
		roles := fw.TrackRoles(tr.ID)
		n := s.trackOf(roles)
		if blocks[n] != nil {
			n = i + 3
		}
		blocks[n] = append(blocks[n], s.rolesGot(n, roles)...)
	}
	out := append(slices.Clip(blocks[1]), blocks[2]...)
	for n := 3; n < len(fw.Tracks)+3; n++ {
		out = append(out, blocks[n]...)
	}
	for _, r := range fw.Foundations() {
		out = append(out, "foundation "+r.Title)
	}
	return out
}

func (s style) trackOf(roles []*model.Role) int {
	for _, r := range roles {
		for _, st := range r.Statements() {
			for t := range 2 {
				for a := range 2 {
					if strings.HasPrefix(st.Text, s.words.clauses[t][a][0]) {
						return t + 1
					}
				}
			}
		}
	}
	return 3
}

func (s style) rolesGot(track int, roles []*model.Role) []string {
	var out []string
	for _, r := range roles {
		order := 0
		if r.Level != nil {
			order = r.Level.Order
		}
		at := fmt.Sprintf("%d.%d", track, order)
		title := r.Title
		if s.layout == "folder a level, file an area" {
			title = ""
		}
		out = append(out, at+" role "+title)
		for _, a := range r.Areas {
			in := at + " " + a.Title
			var shown []*model.Example
			for _, st := range a.Statements {
				out = append(out, in+": "+st.Text)
				shown = append(shown, st.Examples...)
			}
			for _, e := range append(shown, a.Examples...) {
				out = append(out, in+", example: "+strings.TrimPrefix(strings.TrimPrefix(e.Text, s.words.such), s.words.example))
			}
		}
	}
	return out
}

// tally counts styles by each value of each dimension.
type tally map[string]*[2]int

func (c tally) add(s style, right bool) {
	for _, key := range []string{"layout: " + s.layout, "naming: " + s.naming, "areas: " + s.areas, "statements: " + s.statements, "examples: " + s.examples, "around: " + s.extra, "words: " + s.words.name} {
		if c[key] == nil {
			c[key] = &[2]int{}
		}
		c[key][1]++
		if right {
			c[key][0]++
		}
	}
}

func (c tally) String() string {
	var b strings.Builder
	var keys []string
	for k := range c {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		fmt.Fprintf(&b, "\n%-45s %5d of %5d  %.3f", k, c[k][0], c[k][1], float64(c[k][0])/float64(c[k][1]))
	}
	return b.String()
}

// TestVarietyShow prints the style that VARIETY names, and what is read: for
// looking into a style that another test says is misread.
func TestVarietyShow(t *testing.T) {
	t.Parallel()
	name := os.Getenv("VARIETY")
	if name == "" || name == "all" {
		t.Skip("VARIETY names no style")
	}
	for _, s := range append(nearStyles(), styles()...) {
		if s.String() != name {
			continue
		}
		tree := render(s)
		for _, n := range slices.Sorted(maps.Keys(tree))[:min(len(tree), 4)] {
			t.Logf("== %s\n%s", n, tree[n].Data)
		}
		fw, report := mustRead(t, tree)
		t.Log(s.judge(fw), modelJSON(t, fw), diagnosticsText(fw, report))
		return
	}
	t.Errorf("no style is named %q", name)
}
