package settings

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
)

// Inferred is what Write puts down.
type Inferred struct {
	Framework *model.Framework
	// Given is a title that the ladder does not say itself; it is only
	// suggested, so that what is read stays what it is.
	Given string
	// Unread holds the files of which nothing was read.
	Unread []string
}

// Write returns a rung.yaml that says what was inferred, and that changes
// nothing: what would is behind a "#", with its reason.
func Write(in Inferred) []byte {
	w := &writer{}
	w.line("# How rung reads this ladder. All of it was inferred, and none of it is needed:")
	w.line("# take the \"#\" off a line to have it otherwise.")
	w.title(in)
	w.files(in.Unread)
	w.readings(in.Framework.Readings)
	w.levels(in.Framework)
	w.rest()
	return []byte(w.out.String())
}

type writer struct{ out strings.Builder }

func (w *writer) line(format string, args ...any) {
	fmt.Fprintf(&w.out, format+"\n", args...)
}

func (w *writer) title(in Inferred) {
	w.line("\n# What the ladder is called.")
	switch {
	case in.Given != "":
		w.line("# title: %s", quoted(in.Given))
	case in.Framework.Title != "":
		w.line("title: %s", quoted(in.Framework.Title))
	default:
		w.line("# title: Our ladder")
	}
}

func (w *writer) files(unread []string) {
	w.line("\n# Which files belong to the ladder: paths, where \"*\" stands for any name and \"**\" for any folders.")
	w.line("ladder:")
	w.line("  # include: [\"people/ladders\"]")
	if len(unread) == 0 {
		w.line("  # ignore: [\"**/TEMPLATE.md\"]")
		return
	}
	w.line("  # Nothing was read of these:")
	w.line("  # ignore:")
	for _, path := range unread {
		w.line("  #   - %s", quoted(path))
	}
}

// readings writes the line that flips each reading.
func (w *writer) readings(list []model.Reading) {
	w.line("\n# How it was read where more than one reading is possible. Each line reads a file or folder the other way.")
	w.line("readings:")
	for _, r := range list {
		if r.Setting == "" {
			continue
		}
		w.line("  # %s is read as %s: %s.", oneLine(r.Path), r.Reading, oneLine(strings.TrimSuffix(r.Why, ".")))
		w.line("  # - %s", strings.TrimSuffix(strings.TrimPrefix(r.Setting, "readings: {"), "}"))
	}
}

// levels writes the levels that were found, track by track, and their names in
// order where the tracks agree on one.
func (w *writer) levels(f *model.Framework) {
	w.line("\n# The names of the levels, the lowest first. These were found:")
	order := map[string]int{}
	var all []string
	agreed := true
	for _, t := range f.Tracks {
		var labels []string
		for _, r := range f.TrackRoles(t.ID) {
			if r.Level == nil || r.Level.Label == "" || slices.Contains(labels, r.Level.Label) {
				continue
			}
			label := r.Level.Label
			labels = append(labels, label)
			if _, seen := order[label]; !seen {
				order[label] = r.Level.Order
				all = append(all, label)
			}
			agreed = agreed && order[label] == r.Level.Order
		}
		w.line("#   %s (%s): %s", oneLine(t.Title), oneLine(t.Path), cmp.Or(oneLine(strings.Join(labels, ", ")), "none"))
	}
	slices.SortStableFunc(all, func(a, b string) int { return order[a] - order[b] })
	for i := 1; i < len(all); i++ {
		agreed = agreed && order[all[i-1]] != order[all[i]] // two names for one level are two schemes
	}
	if !agreed || len(all) == 0 {
		all = []string{"Junior", "Senior", "Lead"} // an example
	}
	for i, l := range all {
		all[i] = quoted(l)
	}
	w.line("# levels: [%s]", strings.Join(all, ", "))
}

// rest writes examples of what cannot be inferred.
func (w *writer) rest() {
	w.out.WriteString(`
# Whether each level asks for all that the levels below it ask.
# cumulative: true

# How grave a finding is: off, note, warning or error. A silence needs a reason. "rung explain" lists the rules.
rules:
  # Q0003: note
  # Q0005: {severity: off, reason: our statements are headlines}
`)
}

// oneLine returns text that can stand in a comment.
func oneLine(s string) string { return strings.Join(strings.Fields(diag.Plain(s)), " ") }
