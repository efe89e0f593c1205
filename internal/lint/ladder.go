package lint

import (
	"rung/internal/model"
	"rung/internal/source"
)

// ladder is what the rules share of a framework. It is made once a run, so
// that every text is cut into words once, however many rules look at it.
type ladder struct {
	framework *model.Framework
	lexicon   *lexicon
	roles     []*model.Role // in force, in reading order
	groups    []*group
	files     []*source.File // what stands beside or above a role, by path
}

// group is the roles in force of one track and language; the foundations of
// one language are a group too.
type group struct {
	track      model.TrackID
	foundation bool
	language   string
	roles      []*model.Role // in reading order
	summaries  []sign        // what the words of each role's summary may be signs of
	texts      []*text       // their statements that are not derived
}

// text is a statement with where it stands and the numbers of its words.
type text struct {
	*model.Statement
	role  *model.Role
	area  *model.Area
	first *text // of this group that says the same, where it is another
	prior *text // the one before it that does
	words []word
	signs sign   // what its words may be a sign of
	hash  uint64 // of its words: equal for texts that say the same
	size  int    // how much it says, in words
	next  int    // where its second sentence begins, or -1
	voice voice  // of its first sentence, in English; unknown elsewhere
	form  form

	spaced bool // there are spaces between its words
}

// newLadder cuts a framework for the rules.
func newLadder(f *model.Framework, sources *source.Set) *ladder {
	l := &ladder{framework: f, lexicon: newLexicon()}
	type key struct {
		track    model.TrackID
		language string
	}
	at := make(map[key]*group)
	for _, r := range f.Roles {
		if r.Status != model.Active {
			continue // what is a draft or deprecated is not held to the standard of the rest
		}
		l.roles = append(l.roles, r)
		k := key{r.Track, r.Language}
		g := at[k]
		if g == nil {
			g = &group{track: r.Track, foundation: r.Foundation, language: r.Language}
			at[k] = g
			l.groups = append(l.groups, g)
		}
		g.roles = append(g.roles, r)
	}
	for _, g := range l.groups {
		l.fill(g, sources)
	}
	l.files = besideRoles(f, sources)
	return l
}

// fill cuts the statements of a group into words.
func (l *ladder) fill(g *group, sources *source.Set) {
	n := 0
	for _, r := range g.roles {
		for _, a := range r.Areas {
			n += len(a.Statements)
		}
	}
	texts, said := make([]text, 0, n), make(map[uint64]*text, n)
	g.texts = make([]*text, 0, n)
	for _, r := range g.roles {
		_, signs := l.lexicon.cut(r.Summary.Text)
		g.summaries = append(g.summaries, signs)
		for _, a := range r.Areas {
			for _, s := range a.Statements {
				if s.Derived {
					continue
				}
				texts = append(texts, text{Statement: s, role: r, area: a})
				t := &texts[len(texts)-1]
				l.read(t, g)
				t.form = formOf(sources.File(s.At.Path), s.At.Start)
				if was := said[t.hash]; was != nil {
					t.prior, t.first = was, was
					if was.first != nil {
						t.first = was.first
					}
				}
				said[t.hash] = t
				g.texts = append(g.texts, t)
			}
		}
	}
}

// read finds out what rules ask of a text.
func (l *ladder) read(t *text, g *group) {
	t.words, t.signs = l.lexicon.cut(t.Text)
	t.hash, t.size, t.spaced, t.next = hashOf(t.words), len(t.words), spaced(t.Text), sentenceEnd(t.Text)
	if !t.spaced {
		t.size = size(t.Text)
	}
	if g.english() {
		t.voice = l.voiceOf(t)
	}
}

// english reports whether rules that know English words may look at it.
func (g *group) english() bool { return isEnglish(g.language) }

func isEnglish(language string) bool {
	return language == "en" || len(language) > 2 && language[:3] == "en-"
}

// hashOf is FNV-1a over the numbers of words.
func hashOf(words []word) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		h = (h ^ uint64(w)) * 1099511628211
	}
	return h
}
