package dialect

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
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
		key, dir := s.trackKey(d)
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
func (s *Survey) trackKey(d *Draft) (key, dir string) {
	switch {
	case d.Track != "":
		return d.Page.Path, ""
	case d.Page.Dir == ".":
		_, _, base := Rank(roleWords(d.Role.Title))
		return "./" + strings.ToLower(base), ""
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
		if jobNouns.MatchString(fields[i]) {
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
	if len(order) != 2 || len(kinds[order[0]]) < 2 || len(kinds[order[1]]) < 2 || !overlap(kinds[order[0]], kinds[order[1]]) {
		return []*ladder{l}
	}
	slices.Sort(order)
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
	s.Read(l.dir, "two-tracks-in-one-folder", "the folder has levels of "+common(out[0])+" and of "+common(out[1])+", each its own run")
	return out
}

// rungKey is what a draft's level is for comparing runs.
func rungKey(d *Draft) string {
	if d.Label.Text != "" {
		return strconv.FormatFloat(d.Label.Number, 'g', -1, 64)
	}
	rank, _, _ := Rank(roleWords(d.Role.Title))
	return "w" + strconv.FormatFloat(rank, 'g', -1, 64)
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
		_, _, base := Rank(roleWords(d.Role.Title))
		count[base]++
		if base != "" && (best == "" || count[base] > count[best]) {
			best = base
		}
	}
	if best == "" && len(l.drafts) > 0 {
		best = l.drafts[0].Role.Title
	}
	return best
}

// levels gives every role of a track its level and puts them in order.
func (s *Survey) levels(l *ladder) {
	labelled := 0
	for _, d := range l.drafts {
		if d.Label.Text != "" {
			d.Role.Level = &model.Level{Label: d.Label.Text, Order: int(d.Label.Number)}
			labelled++
		}
	}
	if labelled == 0 {
		s.levelsByWords(l)
	}
	place := s.listed(l)
	slices.SortStableFunc(l.drafts, func(a, b *Draft) int {
		return compareDrafts(a, b, place)
	})
}

// levelsByWords ranks the roles of a track by words of seniority, where some
// of them share one job title and differ in such words.
func (s *Survey) levelsByWords(l *ladder) {
	run := map[*Draft]float64{}
	base := longestRun(l.drafts)
	var ranks []float64
	for _, d := range l.drafts {
		rank, words, b := Rank(roleWords(d.Role.Title))
		if !strings.EqualFold(b, base) || words == "" && base == "" {
			continue
		}
		run[d] = rank
		if !slices.Contains(ranks, rank) {
			ranks = append(ranks, rank)
		}
	}
	if len(ranks) < 2 {
		return
	}
	slices.Sort(ranks)
	worded := true
	for d := range run {
		_, words, _ := Rank(roleWords(d.Role.Title))
		worded = worded && words != ""
	}
	for d, rank := range run {
		_, words, _ := Rank(roleWords(d.Role.Title))
		order := slices.Index(ranks, rank) + 1
		if !worded {
			words = strconv.Itoa(order)
		}
		d.Role.Level = &model.Level{Label: words, Order: order}
	}
	s.Read(l.drafts[0].Page.Path, "level-by-seniority", "no level has a number: words of seniority in the titles rank the roles")
}

// longestRun returns the job title that the most roles share but for words of
// seniority.
func longestRun(drafts []*Draft) string {
	count := map[string]int{}
	best, most := "", 0
	for _, d := range drafts {
		_, _, b := Rank(roleWords(d.Role.Title))
		b = strings.ToLower(b)
		if count[b]++; count[b] > most {
			best, most = b, count[b]
		}
	}
	return best
}

// compareDrafts orders roles: those with a level by it, then as an index page
// lists them, then by seniority; those without behind them, as they stand.
func compareDrafts(a, b *Draft, place map[*Draft]int) int {
	la, lb := a.Role.Level, b.Role.Level
	switch {
	case la != nil && lb == nil:
		return -1
	case la == nil && lb != nil:
		return 1
	case la != nil && la.Order != lb.Order:
		return la.Order - lb.Order
	case la != nil && a.Label.Number != b.Label.Number:
		if a.Label.Number < b.Label.Number {
			return -1
		}
		return 1
	}
	pa, oka := place[a]
	pb, okb := place[b]
	if oka && okb && pa != pb {
		return pa - pb
	}
	if a.Page == b.Page {
		return a.Role.At.Start - b.Role.At.Start
	}
	ra, _, _ := Rank(roleWords(a.Role.Title))
	rb, _, _ := Rank(roleWords(b.Role.Title))
	if ra != rb {
		if ra < rb {
			return -1
		}
		return 1
	}
	return strings.Compare(a.Page.Path, b.Page.Path)
}

// listed returns the place of each draft in the page that lists the most of
// them.
func (s *Survey) listed(l *ladder) map[*Draft]int {
	byPage := map[*Page]*Draft{}
	for _, d := range l.drafts {
		byPage[d.Page] = d
	}
	best := map[*Draft]int{}
	for _, p := range s.Pages {
		if !p.Index {
			continue
		}
		got := map[*Draft]int{}
		for i, link := range p.Doc.Links {
			if d := byPage[s.Target(p, link.Target)]; d != nil {
				if _, ok := got[d]; !ok {
					got[d] = i
				}
			}
		}
		if len(got) > len(best) {
			best = got
		}
	}
	return best
}

// describe names a track: by its own page's title, by the job family where a
// folder holds two, by the page that lists its roles, by the folder.
func (s *Survey) describe(l *ladder) *model.Track {
	first := l.drafts[0]
	t := &model.Track{Path: l.dir, Title: first.Track}
	for _, d := range l.drafts {
		t.Intro = append(t.Intro, d.Intro...)
	}
	switch {
	case first.Track != "":
		t.Path = first.Page.Path
	case l.dir == "":
		t.Path, t.Title = first.Page.Path, common(l)
	case l.kind != "":
		t.Title = common(l)
	default:
		t.Title = s.folderTitle(l)
	}
	return t
}

// generic are names of folders that say nothing of what is in them.
var generic = map[string]bool{
	"roles": true, "levels": true, "role": true, "ladder": true, "ladders": true, "tracks": true, "track": true, "career": true, "careers": true,
	"ic": true, "management": true, "manager": true, "job-descriptions": true, "individual-contributor": true, "docs": true, "src": true, "content": true,
	"framework": true, "frameworks": true, "pages": true, "data": true,
}

// folderTitle returns the name that an index page in the folder gives to its
// roles, else the folder's name, with its parent's where it is generic.
func (s *Survey) folderTitle(l *ladder) string {
	for _, p := range s.Pages {
		if p.Dir != l.dir || !p.Index {
			continue
		}
		for _, b := range p.Doc.Blocks {
			if b.Kind != parse.Heading {
				continue
			}
			if name, told := trackName(b.Text.Value); told && !PersonVoice(name) && !hasQuestion(b.Text.Value) && shares(name, l.dir) {
				return name
			}
		}
	}
	var parts []string
	for dir := l.dir; dir != "." && dir != ""; dir = path.Dir(dir) {
		base := path.Base(dir)
		if languages[strings.ToLower(base)] != "" {
			continue
		}
		parts = append([]string{folderWords(base)}, parts...)
		if !generic[strings.ToLower(base)] {
			break
		}
	}
	if len(parts) == 0 {
		return common(l)
	}
	return strings.Join(parts, " ")
}

// shares reports whether a name and a folder have a word in common.
func shares(name, dir string) bool {
	have := strings.Split(Slug(path.Base(dir)), "-")
	for _, w := range strings.Split(Slug(name), "-") {
		if len(w) > 2 && slices.Contains(have, w) {
			return true
		}
	}
	return false
}

// folderWords writes the name of a folder as a title.
func folderWords(base string) string {
	words := strings.Fields(unhyphen(base))
	for i, w := range words {
		if w == strings.ToLower(w) {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}

// nameTracks gives every track its id; of two with one name, both take the
// folder above along.
func nameTracks(ladders []*ladder) {
	count := map[string]int{}
	for _, l := range ladders {
		count[Slug(trackSource(l))]++
	}
	seen := map[string]int{}
	for _, l := range ladders {
		id := Slug(trackSource(l))
		if count[id] > 1 && path.Dir(l.track.Path) != "." {
			id = Slug(path.Base(path.Dir(l.track.Path)) + " " + id)
		}
		if id == "" {
			id = "track"
		}
		seen[id]++
		if n := seen[id]; n > 1 {
			id += "-" + strconv.Itoa(n)
		}
		l.track.ID = model.TrackID(id)
	}
}

// trackSource returns what a track's id is made of: its folder's name, which
// seldom changes, else its title.
func trackSource(l *ladder) string {
	if l.dir != "" && l.kind == "" && !generic[strings.ToLower(path.Base(l.dir))] && languages[strings.ToLower(path.Base(l.dir))] == "" {
		return unhyphen(path.Base(l.dir))
	}
	return l.track.Title
}
