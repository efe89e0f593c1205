package frameworks

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"rung/internal/change"
	"rung/internal/fault"
	"rung/internal/lineage"
	"rung/internal/model"
	"rung/internal/settings"
	"rung/internal/store"
)

// voyage is a line in which a statement is reworded, one goes and comes back,
// and a role is renamed.
func voyage() *ladder {
	l := &ladder{commits: []string{"aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc", "dddddddddd"}, trees: map[string]fstest.MapFS{
		"aaaaaaaaaa": pilot("I read the tide tables every morning.", "I keep my radio charged."),
		"bbbbbbbbbb": pilot("I read the tide tables each morning."),
		"cccccccccc": pilot("I read the tide tables each morning.", "I keep my radio charged."),
		"dddddddddd": pilot("I read the tide tables each morning.", "I keep my radio charged."),
	}}
	l.trees["dddddddddd"]["Pilots/L2-Pilot.md"] = &fstest.MapFile{Data: []byte(strings.Replace(
		string(l.trees["cccccccccc"]["Pilots/L2-Pilot.md"].Data), "L2: Pilot", "L2: Harbour Pilot", 1))}
	return l
}

func lifeOf(t *testing.T, s *Service, text string) Life {
	t.Helper()
	f, _ := s.Latest()
	l, err := s.Life(t.Context(), idOf(t, f, text))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestLife(t *testing.T) {
	t.Parallel()
	s := synced(t, opened(t), voyage())
	type row struct{ From, Until, Change, Role, Text string }
	rows := func(l Life) []row {
		var out []row
		for _, w := range l.Wordings {
			r := row{From: w.From.ID[:1], Change: string(w.Change), Role: w.RoleName, Text: w.Text}
			if w.Until != nil {
				r.Until = w.Until.ID[:1]
			}
			out = append(out, r)
		}
		return out
	}
	for text, want := range map[string][]row{
		"I read the tide tables each morning.": {
			{"a", "b", "added", "L2 Pilot", "I read the tide tables every morning."},
			{"b", "d", "reworded", "L2 Pilot", "I read the tide tables each morning."},
			{"d", "", "moved", "L2 Harbour Pilot", "I read the tide tables each morning."},
		},
		"I keep my radio charged.": {
			{"a", "b", "added", "L2 Pilot", "I keep my radio charged."},
			{"c", "d", "revived", "L2 Pilot", "I keep my radio charged."},
			{"d", "", "moved", "L2 Harbour Pilot", "I keep my radio charged."},
		},
	} {
		if diff := cmp.Diff(want, rows(lifeOf(t, s, text))); diff != "" {
			t.Errorf("%s (-want +got)\n%s", text, diff)
		}
	}
	if _, err := s.Life(t.Context(), "s-never"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("Life of what never was: %v, want not found", err)
	}
}

func TestLifeFollowsAliases(t *testing.T) {
	t.Parallel()
	db := opened(t)
	s := synced(t, db, voyage())
	want := lifeOf(t, s, "I keep my radio charged.").ID
	err := db.Update(t.Context(), func(tx store.Tx) error {
		return tx.AddAlias(t.Context(), store.Alias{From: "s-earlier", To: want})
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Life(t.Context(), "s-earlier"); err != nil || got.ID != want {
		t.Errorf("Life of an alias = %s, %v, want that of %s", got.ID, err, want)
	}
}

func TestLivesGrowWithTheLine(t *testing.T) {
	t.Parallel()
	l, db := voyage(), opened(t)
	all := l.commits
	l.commits = all[:2]
	s := synced(t, db, l)
	if got := lifeOf(t, s, "I read the tide tables each morning."); len(got.Wordings) != 2 {
		t.Fatalf("two revisions tell of %d wordings, want 2", len(got.Wordings))
	}
	l.commits = all
	if err := s.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	grown := lifeOf(t, s, "I read the tide tables each morning.")
	if diff := cmp.Diff(lifeOf(t, synced(t, db, l), "I read the tide tables each morning."), grown); diff != "" {
		t.Errorf("told at once and in two parts (-once +parts)\n%s", diff)
	}
}

func kindsOf(r *Report) string {
	var out []string
	for _, s := range r.Statements {
		out = append(out, string(s.Kind))
	}
	for _, x := range r.Roles {
		out = append(out, "role "+string(x.Kind))
	}
	return strings.Join(out, ", ")
}

func TestWhatRevisionsDid(t *testing.T) {
	t.Parallel()
	s := synced(t, opened(t), voyage())
	for revision, want := range map[string]string{
		"aaaaaaaaaa": "added, added, added, role added, role added",
		"bbbbbbbbbb": "reworded, retired",
		"cccccccccc": "revived",
		"dddddddddd": "role renamed",
	} {
		r, err := s.Did(t.Context(), revision)
		if err != nil || kindsOf(r) != want {
			t.Errorf("%.1s did %q (%v), want %q", revision, kindsOf(r), err, want)
		}
	}
	back, err := s.Between(t.Context(), "ccccccc", "aaaaaaa")
	if err != nil || back.From.ID != "aaaaaaaaaa" || kindsOf(back) != "reworded" {
		t.Errorf("between a and c: %q from %q, %v, want a rewording alone", kindsOf(back), back.From.ID, err)
	}
	if back.Version.Step == change.None {
		t.Error("a rewording asks for no step")
	}
	for _, bad := range []string{"", "aaa", "eeeeeeeeee"} {
		if _, err := s.Did(t.Context(), bad); fault.KindOf(err) != fault.NotFound {
			t.Errorf("Did(%q): %v, want not found", bad, err)
		}
	}
}

func TestRolePast(t *testing.T) {
	t.Parallel()
	l := voyage()
	l.commits = append(l.commits, "eeeeeeeeee")
	l.trees["eeeeeeeeee"] = fstest.MapFS{"Pilots/L2-Pilot.md": l.trees["dddddddddd"]["Pilots/L2-Pilot.md"]}
	s := synced(t, opened(t), l)
	steps := func(p RolePast) string {
		out := ""
		for _, st := range p.Steps {
			out += st.Revision.ID[:1]
		}
		return out
	}
	f, _ := s.Latest()
	now, err := s.RolePast(t.Context(), f.Roles[0].ID)
	if err != nil || now.Name != "L2 Harbour Pilot" || now.Gone != nil || steps(now) != "dcba" {
		t.Errorf("%+v, %v, want L2 Harbour Pilot through d, c, b and a", now, err)
	}
	first, err := s.At(t.Context(), "aaaaaaaaaa")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range first.Framework.Roles {
		p, err := s.RolePast(t.Context(), r.ID)
		gone := map[string]string{"L2 Pilot": "d", "L3 Senior Pilot": "e"}[p.Name]
		into := map[string]model.RoleID{"L2 Pilot": f.Roles[0].ID}[p.Name]
		if err != nil || p.Gone == nil || p.Gone.ID[:1] != gone || p.Into != into {
			t.Errorf("%s: gone %v into %q, %v, want gone since %s into %q", p.Name, p.Gone, p.Into, err, gone, into)
		}
	}
	if _, err := s.RolePast(t.Context(), "pilots/never"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("past of a role that never was: %v, want not found", err)
	}
}

func TestDoubts(t *testing.T) {
	t.Parallel()
	l := history()
	l.trees["bbbbbbbbbb"] = pilot("I plan each passage from the tide tables the evening before.", "I keep my radio charged.")
	l.trees["cccccccccc"] = pilot("I plan each passage from the tide tables the evening before.")
	s := synced(t, opened(t), l)
	list, err := s.Doubts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	first, err := s.At(t.Context(), "aaaaaaaaaa")
	if err != nil {
		t.Fatal(err)
	}
	got, err := s.Life(t.Context(), idOf(t, first.Framework, "I keep my radio charged."))
	if err != nil || got.Stands() || got.Last().Certainty == lineage.Confirm {
		t.Errorf("%+v, %v, want retired beyond doubt", got, err)
	}
	if len(list) != 1 {
		t.Fatalf("%d links are in doubt, want that to a statement in quite other words: %+v", len(list), list)
	}
	// What somebody has said about is in doubt no more.
	said := fstest.MapFS{settings.LinksName: {Data: []byte("- statement: " + string(list[0].Statement) + "\n  becomes: " + list[0].Now.Text + "\n  verdict: same\n  why: it is\n")}}
	maps.Copy(said, l.trees["cccccccccc"])
	l.commits, l.trees["dddddddddd"] = append(l.commits, "dddddddddd"), said
	if err := s.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	if list, err := s.Doubts(t.Context()); err != nil || len(list) != 0 {
		t.Errorf("after somebody confirmed it: %+v, %v, want no doubt", list, err)
	}
}
