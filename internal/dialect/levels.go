package dialect

import (
	"cmp"
	"slices"
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
)

// levels gives every role of a track its level and puts them in order.
func (s *Survey) levels(l *ladder) {
	labelled := 0
	for _, d := range l.drafts {
		if d.Label.Text != "" {
			d.Role.Level = &model.Level{Label: d.Label.Text, Order: int(d.Label.Number)}
			labelled++
		}
	}
	if labelled == len(l.drafts) {
		spreadOrders(l)
	}
	switch {
	case s.namedLevels(l) > 0:
	case ordered(l) && labelled < len(l.drafts):
		levelsByOrder(l)
	case labelled == 0:
		s.levelsByWords(l)
		s.completeByFiles(l)
	}
	if labelled == 0 && !levelled(l) {
		s.levelsByPlace(l)
	}
	place := s.listed(l)
	slices.SortStableFunc(l.drafts, func(a, b *Draft) int {
		return compareDrafts(a, b, place)
	})
}

// spreadOrders counts the levels of a track where two share a whole number, as
// "1.1" and "1.2" do: nothing is lost between them.
func spreadOrders(l *ladder) {
	var numbers []float64
	shared := map[int]float64{}
	apart := false
	for _, d := range l.drafts {
		n := d.Label.Number
		if have, ok := shared[int(n)]; ok && have != n {
			apart = true
		}
		shared[int(n)] = n
		if !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	if !apart {
		return
	}
	slices.Sort(numbers)
	for _, d := range l.drafts {
		d.Role.Level.Order = slices.Index(numbers, d.Label.Number) + 1
	}
}

func levelled(l *ladder) bool {
	return slices.ContainsFunc(l.drafts, func(d *Draft) bool { return d.Role.Level != nil })
}

// levelsByPlace ranks the roles of a track that are named by nothing but
// their place: by the numbers that begin their files' names, or by the numbered
// list that has them all.
func (s *Survey) levelsByPlace(l *ladder) {
	if len(l.drafts) < 2 || l.dir == "" {
		return
	}
	order, from := fileOrder(l.drafts), "numbers in the names of their files put"
	if order == nil {
		order, from = s.numberedList(l), "a numbered list of them puts"
	}
	if order == nil || !s.Choose(l.dir, "level-by-place", "no-levels", "no title has a level: "+from+" the roles in order") {
		return
	}
	for _, d := range l.drafts {
		d.Role.Level = &model.Level{Order: order[d]}
	}
}

// completeByFiles gives a level to the roles whose titles have no word of
// seniority where the numbers in the names of all files put them in the order
// of the others, as "4-partner" behind "3-principal-consultant".
func (s *Survey) completeByFiles(l *ladder) {
	order := fileOrder(l.drafts)
	if order == nil || !levelled(l) {
		return
	}
	byFile := slices.Clone(l.drafts)
	slices.SortStableFunc(byFile, func(a, b *Draft) int { return order[a] - order[b] })
	last, whole := 0, true
	for _, d := range byFile {
		if d.Role.Level == nil {
			whole = false
			continue
		}
		if d.Role.Level.Order < last {
			return // the files are in another order
		}
		last = d.Role.Level.Order
	}
	if whole || !s.Choose(l.dir, "level-by-place", "no-levels", "some titles have no level: numbers in the names of their files put the roles in order") {
		return
	}
	for _, d := range byFile {
		label := ""
		if d.Role.Level != nil {
			label = d.Role.Level.Label
		}
		d.Role.Level = &model.Level{Label: label, Order: order[d]}
	}
}

// fileOrder returns the numbers that begin the names of the drafts' files, or
// nil where not all have one of their own.
func fileOrder(drafts []*Draft) map[*Draft]int {
	order, used := map[*Draft]int{}, map[int]bool{}
	for _, d := range drafts {
		n, _, ok := orderPrefix(d.Page.Stem)
		if !ok || used[n] {
			return nil
		}
		order[d], used[n] = n, true
	}
	return order
}

// numberedList returns the places of drafts in a numbered list that has them
// all, or nil.
func (s *Survey) numberedList(l *ladder) map[*Draft]int {
	byPage := map[*Page]*Draft{}
	for _, d := range l.drafts {
		byPage[d.Page] = d
	}
	for _, m := range s.mentions[l.drafts[0].Page] {
		var found map[*Draft]int
		m.from.Outline.Each(func(sec *Section) {
			for _, b := range sec.Body {
				if b.Kind != parse.List || !b.Ordered || found != nil {
					continue
				}
				order := map[*Draft]int{}
				for i, item := range b.Children {
					for _, mark := range ownText(item).Marks {
						if d := byPage[s.Target(m.from, mark.Target)]; d != nil && mark.Kind == model.Link && order[d] == 0 {
							order[d] = i + 1
						}
					}
				}
				if len(order) == len(l.drafts) {
					found = order
				}
			}
		})
		if found != nil {
			return found
		}
	}
	return nil
}

// ordered reports whether every role has a place in its author's order.
func ordered(l *ladder) bool {
	for _, d := range l.drafts {
		if d.order == 0 {
			return false
		}
	}
	return true
}

// levelsByOrder ranks the roles as their author did: by the columns of a table
// or the like. A role is labelled by its words of seniority; a name that is no
// job's is a label as a whole.
func levelsByOrder(l *ladder) {
	for _, d := range l.drafts {
		label := firstOf(d.Label.Text, d.words)
		if label == "" && (!RoleTitle(d.Role.Title) || proficiency[strings.ToLower(d.Role.Title)]) {
			label = d.Role.Title // "Master" may be a job, and is a level here
		}
		d.Role.Level = &model.Level{Label: label, Order: d.order}
	}
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
	at := l.dir
	if at == "" {
		at = l.drafts[0].Page.Path
	}
	if !s.Choose(at, "level-by-seniority", "no-levels", "no level has a number: words of seniority in the titles rank the roles") {
		return
	}
	order := map[*Draft]int{}
	for i, d := range chain {
		order[d] = i + 1
		if i > 0 && l.dir != "" && d.rank == chain[i-1].rank {
			order[d] = order[chain[i-1]]
		}
	}
	for _, d := range chain {
		// The plain title of a run has no word of its own, and none is made up.
		d.Role.Level = &model.Level{Label: d.words, Order: order[d]}
	}
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
	case a.order > 0 && b.order > 0 && (la == nil || lb == nil || la.Order == lb.Order):
		return a.order - b.order
	case a.Track != "" && a.Label.Text == "" && b.Label.Text == "" && a.order == 0:
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
	byPage := map[*Page]*Draft{} // the last of a page that has several
	for _, d := range l.drafts {
		byPage[d.Page] = d
	}
	if s.listings == nil {
		s.listings = s.readListings()
	}
	got := map[int]map[*Draft]int{} // by index page
	most, best := map[*Draft]int{}, 0
	for page, d := range byPage {
		for _, in := range s.listings[page] {
			if got[in.index] == nil {
				got[in.index] = map[*Draft]int{}
			}
			got[in.index][d] = in.place
		}
	}
	for index, places := range got { // the first of those that list as many
		if len(places) > len(most) || len(places) == len(most) && index < best {
			most, best = places, index
		}
	}
	return most
}

// listing is where an index page lists another page.
type listing struct {
	index int // the index page, by its place among all pages
	place int // the first link to the page
}

// readListings notes for every page which index pages list it. It is done once
// for all tracks: a large framework has an index of everything and a thousand
// tracks, each of which would read that index again.
func (s *Survey) readListings() map[*Page][]listing {
	out := map[*Page][]listing{}
	for n, p := range s.Pages {
		if !p.Index {
			continue
		}
		for i, link := range p.Doc.Links {
			to := s.Target(p, link.Target)
			if to == nil {
				continue
			}
			if have := out[to]; len(have) == 0 || have[len(have)-1].index != n {
				out[to] = append(have, listing{n, i})
			}
		}
	}
	return out
}
