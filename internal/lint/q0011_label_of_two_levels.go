package lint

import (
	"slices"
	"strings"

	"rung/internal/diag"
	"rung/internal/model"
	"rung/internal/pattern"
)

var q0011LabelOfTwoLevels = &Rule{
	Rule: diag.Rule{
		Code: "Q0011", Slug: "label-of-two-levels", Severity: diag.Note, Since: "0.1.0",
		Title: "one word of rank stands for two levels",
		Text: `"Senior" is L3 in the other tracks and L4 in this one. Titles travel further than ladders: people compare them, and are
paid by them. Either the title or the level of the odd one is not what was meant, or the tracks use two scales and a
reader should be told. Managers and directors are left alone: there the word before the post says how many people they lead.`,
		Bad: `A senior driver is where the others have a principal.
-- Boats/L3-Senior-Mate.md --
# L3: Senior Mate

## Craft

- I keep the boat ready for the morning.
-- Docks/L3-Senior-Docker.md --
# L3: Senior Docker

## Craft

- I stack what is needed first at the top.
-- Vans/L4-Senior-Driver.md --
# L4: Senior Driver

## Craft

- I park where nobody has to walk around me.
`,
		Good: `Each word is one level.
-- Boats/L3-Senior-Mate.md --
# L3: Senior Mate

## Craft

- I keep the boat ready for the morning.
-- Docks/L3-Senior-Docker.md --
# L3: Senior Docker

## Craft

- I stack what is needed first at the top.
-- Vans/L3-Senior-Driver.md --
# L3: Senior Driver

## Craft

- I park where nobody has to walk around me.
`,
	},
	Run: labelOfTwoLevels,
}

// ranks are words of rank in the languages in which ladders are written, and
// posts those that make a title another: a senior manager is no senior
// engineer, and some managers manage accounts.
var (
	ranks = []string{"intern", "trainee", "apprentice", "graduate", "junior", "associate", "intermediate", "senior", "staff", "principal", "lead", "distinguished", "fellow", "júnior", "pleno", "sênior", "especialista"}
	posts = []string{"manager", "management", "director", "head", "vp", "chief", "executive", "leiter", "leiterin", "gerente", "diretor"}
)

// numbered matches labels of a scale that is numbered throughout.
var numbered = pattern.New(`^\p{L}+ ?\d+$`)

// rankOf returns the words of rank of a role's title, as "senior principal",
// or "" where it has none, is a post, or its level has no number of its own.
func rankOf(r *model.Role) string {
	if r.Level == nil || r.Foundation || !numbered.MatchString(r.Level.Label) {
		return ""
	}
	var rank []string
	for _, w := range strings.Fields(plain(r.Title)) {
		switch {
		case slices.Contains(ranks, w):
			rank = append(rank, w)
		case slices.Contains(posts, w):
			return ""
		}
	}
	return strings.Join(rank, " ")
}

// standing is where a word of rank stands in each track: the first role of a
// track that bears it counts, since "Senior" may go on for a level or two.
type standing struct {
	roles   []*model.Role
	tracks  map[model.TrackID]bool
	byLabel map[string]int
}

func labelOfTwoLevels(p *Pass) {
	all, order := make(map[string]*standing), []string(nil)
	for _, g := range p.ladder.groups {
		for _, r := range g.roles {
			rank := rankOf(r)
			if rank == "" {
				continue
			}
			key := g.language + " " + rank
			s := all[key]
			if s == nil {
				s = &standing{tracks: make(map[model.TrackID]bool), byLabel: make(map[string]int)}
				all[key], order = s, append(order, key)
			}
			if !s.tracks[g.track] {
				s.tracks[g.track] = true
				s.roles = append(s.roles, r)
				s.byLabel[strings.ToLower(r.Level.Label)]++
			}
		}
	}
	for _, key := range order {
		_, rank, _ := strings.Cut(key, " ")
		p.oddStandings(rank, all[key])
	}
}

// oddStandings reports the tracks in which a rank is not where it is in most.
func (p *Pass) oddStandings(rank string, s *standing) {
	var usual *model.Role
	for _, r := range s.roles {
		if n := s.byLabel[strings.ToLower(r.Level.Label)]; n >= 2 && n*2 > len(s.roles) {
			usual = r
			break
		}
	}
	if usual == nil {
		return // the tracks do not agree on anything
	}
	for _, r := range s.roles {
		if strings.EqualFold(r.Level.Label, usual.Level.Label) || !sameScale(r.Level.Label, usual.Level.Label) {
			continue
		}
		p.at(p.heading(r), "%q is %s here and %s in %s, expected one level for one word", rank, r.Level.Label, usual.Level.Label, others(s.byLabel[strings.ToLower(usual.Level.Label)])).
			related(p.heading(usual), "%s here", usual.Level.Label).
			help("give the role the title or the level that the other tracks give it, or tell readers that this track has a scale of its own").
			add()
	}
}

func others(n int) string {
	if n == 2 {
		return "two other tracks"
	}
	return "most other tracks"
}

// sameScale reports whether two labels count on one scale: "M2" and "L2" need
// not be alike.
func sameScale(a, b string) bool {
	letters := func(s string) string { return strings.ToLower(strings.TrimRight(s, "0123456789 ")) }
	return letters(a) == letters(b)
}
