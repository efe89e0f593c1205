package dialect

import (
	"cmp"
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
		d.rank, d.words, d.base = Rank(roleWords(d.Role.Title))
		d.job = jobOf(d.base)
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
		return "./" + strings.ToLower(d.base), ""
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
		count[d.base]++
		if d.base != "" && (best == "" || count[d.base] > count[best]) {
			best = d.base
		}
	}
	if len(l.drafts) > 0 && headNoun(best) == "" {
		best = roleWords(l.drafts[0].Role.Title)
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

// levelsByWords ranks the roles of a track by words of seniority: roles that
// share one job and differ in such words are a run. In one file runs may
// follow on each other, as consultants on developers.
func (s *Survey) levelsByWords(l *ladder) {
	chain := longestRun(l.drafts)
	if l.dir == "" {
		chain = followingRuns(l.drafts)
	}
	if len(chain) < 2 {
		return
	}
	order := map[*Draft]int{}
	words := map[string]bool{}
	for i, d := range chain {
		words[strings.ToLower(d.words)] = true
		order[d] = i + 1
		if i > 0 && l.dir != "" && d.rank == chain[i-1].rank {
			order[d] = order[chain[i-1]]
		}
	}
	worded := len(words) == len(chain) && !words[""]
	for _, d := range chain {
		label := d.words
		if !worded {
			label = strconv.Itoa(order[d])
		}
		d.Role.Level = &model.Level{Label: label, Order: order[d]}
	}
	at := l.dir
	if at == "" {
		at = l.drafts[0].Page.Path
	}
	s.Read(at, "level-by-seniority", "no level has a number: words of seniority in the titles rank the roles")
}

// jobOf returns what remains of a title's base without words of leadership,
// so that a director of something follows its managers.
func jobOf(base string) string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(base), func(r rune) bool { return r == ' ' || r == ',' }) {
		switch w {
		case "manager", "director", "head", "vp", "vice", "president", "chief", "of", "for", "officer":
		default:
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

// longestRun returns the roles in force of the job that has most of them, by
// rank; nothing where it is a small part of a folder of many jobs.
func longestRun(drafts []*Draft) []*Draft {
	runs := map[string][]*Draft{}
	best, all := "", 0
	for _, d := range drafts {
		if d.Role.Status == model.Deprecated {
			continue
		}
		all++
		job := d.job
		runs[job] = append(runs[job], d)
		if len(runs[job]) > len(runs[best]) {
			best = job
		}
	}
	run := runs[best]
	slices.SortStableFunc(run, func(a, b *Draft) int { return cmp.Compare(a.rank, b.rank) })
	if len(run) < 2 || len(run)*3 < all || run[0].rank == run[len(run)-1].rank {
		return nil
	}
	return run
}

// followingRuns returns the roles of a file that follow on each other, in the
// file's order: runs of one job that rise, of one kind of job.
func followingRuns(drafts []*Draft) []*Draft {
	var out []*Draft
	started := false
	for i := 0; i < len(drafts); {
		j := i + 1
		for j < len(drafts) && sameJob(drafts[i], drafts[j]) && drafts[j].rank > drafts[j-1].rank {
			j++
		}
		run := drafts[i:j]
		i = j
		joins := len(out) > 0 && sameJob(out[len(out)-1], run[0]) && run[0].rank > out[len(out)-1].rank
		if len(run) < 2 && !joins || started && isLeading(run[0]) != isLeading(out[0]) {
			continue
		}
		started = true
		out = append(out, run...)
	}
	return out
}

func sameJob(a, b *Draft) bool { return a.job == b.job }

func isLeading(d *Draft) bool { return headNoun(d.Role.Title) == "manager" }

// compareDrafts orders roles: those with a level by it, then as an index page
// lists them, then by seniority; those without behind them, as they stand.
func compareDrafts(a, b *Draft, place map[*Draft]int) int {
	la, lb := a.Role.Level, b.Role.Level
	switch {
	case a.Track != "" && a.Label.Text == "" && b.Label.Text == "":
		return a.Role.At.Start - b.Role.At.Start
	case la != nil && lb == nil:
		return -1
	case la == nil && lb != nil:
		return 1
	case la != nil && la.Order != lb.Order:
		return la.Order - lb.Order
	case la != nil && a.Label.Number != b.Label.Number:
		return cmp.Compare(a.Label.Number, b.Label.Number)
	}
	pa, oka := place[a]
	pb, okb := place[b]
	if oka && okb && pa != pb {
		return pa - pb
	}
	if a.Page == b.Page {
		return a.Role.At.Start - b.Role.At.Start
	}
	if a.rank != b.rank {
		return cmp.Compare(a.rank, b.rank)
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
		return s.ladderTitle(l)
	}
	return strings.Join(parts, " ")
}

// ladderTitle names the track of a folder whose name says nothing but a
// language: by the page that says what the whole ladder is.
func (s *Survey) ladderTitle(l *ladder) string {
	for _, dir := range []string{l.dir, "."} {
		for _, p := range s.Pages {
			if p.Dir != dir || !p.Index {
				continue
			}
			if name, told := trackName(firstOf(p.Title.Value, p.Doc.Title())); told && strings.Contains(name, " ") {
				return name
			}
		}
	}
	return common(l)
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
		if folderLanguage(l.dir) == "" {
			count[Slug(trackSource(l))]++
		}
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
		if lang := folderLanguage(l.dir); lang != "" && lang != "en" {
			id += "-" + strings.ToLower(lang)
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
