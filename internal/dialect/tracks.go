package dialect

import (
	"slices"
	"strconv"
	"strings"

	"rung/internal/model"
)

// ladder is a track in the making.
type ladder struct {
	track  *model.Track
	drafts []*Draft
	key    string // what its drafts have in common
	dir    string // folder, for tracks that are one
	kind   string // job family, where a folder holds two
}

// tracks groups drafts into tracks: by their own file where it is a track,
// else by folder; a folder that holds two job families gives two.
func (s *Survey) tracks(drafts []*Draft) []*ladder {
	var all []*ladder
	byKey := map[string]*ladder{}
	for _, d := range drafts {
		d.rank, d.words, d.base = Rank(roleWords(d.Role.Title))
		d.job = jobOf(d.base)
	}
	atRoot := s.rootTracks(drafts)
	for _, d := range drafts {
		key, dir := s.trackKey(d, atRoot)
		l := byKey[key]
		if l == nil {
			l = &ladder{key: key, dir: dir}
			byKey[key] = l
			all = append(all, l)
		}
		l.drafts = append(l.drafts, d)
	}
	var out []*ladder
	for _, l := range all {
		out = append(out, s.split(l)...)
	}
	for _, l := range out {
		s.levels(l)
		l.track = s.describe(l)
	}
	nameTracks(out)
	return out
}

// trackKey returns what the drafts of d's track share, and the folder.
func (s *Survey) trackKey(d *Draft, atRoot rootKey) (key, dir string) {
	switch {
	case d.Place != "":
		return d.Place + "\x00" + Slug(d.Track), ""
	case d.Track != "":
		return d.Page.Path, ""
	case d.Page.Dir == ".":
		key, dir := atRoot(d)
		return "./" + key, dir
	}
	return d.Page.Dir, d.Page.Dir
}

// headNoun returns what kind of job a title names: managers of all ranks are
// one kind, any other job is its own.
func headNoun(title string) string {
	_, _, base := Rank(roleWords(title))
	low := " " + strings.ToLower(strings.ReplaceAll(base, ",", " ")) + " "
	for _, w := range []string{" manager ", " director ", " head ", " vp ", " president ", " chief ", " supervisor "} {
		if strings.Contains(low, w) {
			return "manager"
		}
	}
	fields := strings.Fields(low)
	for i := len(fields) - 1; i >= 0; i-- {
		if is, _ := jobNoun(fields[i]); is {
			return fields[i]
		}
	}
	return ""
}

// split divides a folder that plainly holds two job families: each has levels
// of its own, two at least, and they overlap.
func (s *Survey) split(l *ladder) []*ladder {
	if l.dir == "" {
		return []*ladder{l}
	}
	kinds := map[string]map[string]bool{}
	var order []string
	for _, d := range l.drafts {
		k := headNoun(d.Role.Title)
		if kinds[k] == nil {
			kinds[k] = map[string]bool{}
			order = append(order, k)
		}
		kinds[k][rungKey(d)] = true
	}
	slices.Sort(order)
	if len(order) != 2 || !s.areTwo(l.dir, order, kinds) {
		return []*ladder{l}
	}
	var out []*ladder
	for _, k := range order {
		part := &ladder{key: l.key, dir: l.dir, kind: k}
		for _, d := range l.drafts {
			if headNoun(d.Role.Title) == k {
				part.drafts = append(part.drafts, d)
			}
		}
		out = append(out, part)
	}
	return out
}

// areTwo decides whether a folder of two job families holds two tracks.
func (s *Survey) areTwo(dir string, families []string, rungs map[string]map[string]bool) bool {
	const two, one = "two-tracks-in-one-folder", "one-track-in-folder"
	a, b := rungs[families[0]], rungs[families[1]]
	if len(a) < 2 || len(b) < 2 || !overlap(a, b) {
		return s.Asked(dir, two, one) == two
	}
	return s.Choose(dir, two, one, "the folder has levels of "+quoted(families[0])+" and of "+quoted(families[1])+", each its own run")
}

// rungKey is what a draft's level is for comparing runs.
func rungKey(d *Draft) string {
	if d.Label.Text != "" {
		return strconv.FormatFloat(d.Label.Number, 'g', -1, 64)
	}
	return "w" + strconv.FormatFloat(d.rank, 'g', -1, 64)
}

func overlap(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

// common returns the title that most roles of a ladder share.
func common(l *ladder) string {
	count := map[string]int{}
	best := ""
	for _, d := range l.drafts {
		key := strings.ToLower(d.base)
		count[key]++
		if key != "" && (best == "" || count[key] > count[strings.ToLower(best)]) {
			best = d.base
		}
	}
	if len(l.drafts) > 0 && headNoun(best) == "" {
		best = roleWords(l.drafts[0].Role.Title)
	}
	return best
}
