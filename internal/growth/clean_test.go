package growth

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rung/internal/fault"
	"rung/internal/model"
)

// wrongFields returns the names of the fields that err complains about.
func wrongFields(t *testing.T, err error) []string {
	t.Helper()
	if err != nil && fault.KindOf(err) != fault.Invalid {
		t.Fatalf("got a fault of kind %v, want invalid", fault.KindOf(err))
	}
	var out []string
	for _, f := range fault.FieldsOf(err) {
		out = append(out, f.Name)
	}
	return out
}

func TestCleanEvidence(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		change func(*Evidence)
		want   []string
	}{
		{"as it should be", func(*Evidence) {}, nil},
		{"no text", func(e *Evidence) { e.Text = " \n\t " }, []string{"text"}},
		{"as long as allowed", func(e *Evidence) { e.Text = strings.Repeat("é", MaxEvidenceText) }, nil},
		{"one too long", func(e *Evidence) { e.Text = strings.Repeat("é", MaxEvidenceText+1) }, []string{"text"}},
		{"control character", func(e *Evidence) { e.Text = "a\x00b" }, []string{"text"}},
		{"text that turns around", func(e *Evidence) { e.Text = "a\u202Eb" }, []string{"text"}},
		{"no text at all", func(e *Evidence) { e.Text = "a\xffb" }, []string{"text"}},
		{"two lines where one is meant", func(e *Evidence) { e.With = "Bo\nCy" }, []string{"with"}},
		{"too many people", func(e *Evidence) { e.With = strings.Repeat("x", MaxEvidenceWith+1) }, []string{"with"}},
		{"a script for a link", func(e *Evidence) { e.Link = "javascript:alert(1)" }, []string{"link"}},
		{"a link without a host", func(e *Evidence) { e.Link = "https:///x" }, []string{"link"}},
		{"a link to nowhere", func(e *Evidence) { e.Link = "/x" }, []string{"link"}},
		{"a link with a password", func(e *Evidence) { e.Link = "https://a:b@example.org" }, []string{"link"}},
		{"a long link", func(e *Evidence) { e.Link = "https://example.org/" + strings.Repeat("x", MaxEvidenceLink) }, []string{"link"}},
		{"a good link", func(e *Evidence) { e.Link = " HTTP://example.org/a?b=c#d " }, nil},
		{"no day", func(e *Evidence) { e.Happened = time.Time{} }, []string{"happened"}},
		{"tomorrow, where it is tomorrow already", func(e *Evidence) { e.Happened = today.AddDate(0, 0, 1) }, nil},
		{"the day after", func(e *Evidence) { e.Happened = today.AddDate(0, 0, 2) }, []string{"happened"}},
		{"long ago", func(e *Evidence) { e.Happened = time.Date(EarliestYear-1, 1, 1, 0, 0, 0, 0, time.UTC) }, []string{"happened"}},
		{"no kind", func(e *Evidence) { e.Kind = "x" }, []string{"kind"}},
		{"for everybody", func(e *Evidence) { e.Visible = "all" }, []string{"visible"}},
		{"a long key", func(e *Evidence) { e.Key = strings.Repeat("k", MaxEvidenceKey+1) }, []string{"key"}},
		{"many statements", func(e *Evidence) { e.Statements = refs(MaxEvidenceLinks) }, nil},
		{"too many statements", func(e *Evidence) { e.Statements = refs(MaxEvidenceLinks + 1) }, []string{"statements"}},
		{"much wrong", func(e *Evidence) { *e = Evidence{} }, []string{"text", "happened", "kind", "visible"}},
	} {
		e := Evidence{Text: "I mended it", Happened: today, Kind: Delivered, Visible: Private}
		c.change(&e)
		_, err := e.Clean(today)
		if d := cmp.Diff(c.want, wrongFields(t, err)); d != "" {
			t.Errorf("%s: wrong fields (-want +got):\n%s", c.name, d)
		}
	}
}

func refs(n int) []StatementRef {
	out := make([]StatementRef, n)
	for i := range out {
		out[i].Statement = model.StatementID("s-" + string(rune(97+i)))
	}
	return out
}

func TestCleanNormalises(t *testing.T) {
	t.Parallel()
	got, err := Evidence{
		Text: "  cafe\u0301\r\nopened\r ", Kind: Helped, Visible: ToManager,
		Happened:   time.Date(2026, 5, 3, 23, 30, 0, 0, time.FixedZone("west", -8*3600)),
		Statements: []StatementRef{{"s-1", "r1"}, {"s-2", "r1"}, {"s-1", "r2"}},
	}.Clean(today)
	want := Evidence{
		Text: "café\nopened", Kind: Helped, Visible: ToManager,
		Happened:   time.Date(2026, 5, 3, 0, 0, 0, 0, time.UTC),
		Statements: []StatementRef{{"s-1", "r1"}, {"s-2", "r1"}},
	}
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("evidence (-want +got):\n%s", d)
	}
}

func TestCleanRating(t *testing.T) {
	t.Parallel()
	s := DefaultScale()
	for _, c := range []struct {
		name string
		r    Rating
		want []string
	}{
		{"in the middle without words", Rating{Value: "maturing"}, nil},
		{"no opportunity without words", Rating{Value: NoOpportunity}, nil},
		{"lowest without words", Rating{Value: "improvement-needed"}, []string{"words"}},
		{"highest with blanks", Rating{Value: "exceeding", Words: "  "}, []string{"words"}},
		{"highest with words", Rating{Value: "exceeding", Words: "she led it"}, nil},
		{"of no scale", Rating{Value: "7"}, []string{"value"}},
		{"too many words", Rating{Value: "maturing", Words: strings.Repeat("x", MaxRatingWords+1)}, []string{"words"}},
		{"too much evidence", Rating{Value: "maturing", Evidence: evidenceIDs(MaxRatingEvidence + 1)}, []string{"evidence"}},
	} {
		_, err := c.r.Clean(s)
		if d := cmp.Diff(c.want, wrongFields(t, err)); d != "" {
			t.Errorf("%s: wrong fields (-want +got):\n%s", c.name, d)
		}
	}
	got, _ := Rating{Value: "maturing", Evidence: []EvidenceID{"b", "a", "b"}}.Clean(s)
	if want := []EvidenceID{"a", "b"}; !slices.Equal(got.Evidence, want) {
		t.Errorf("evidence %v, want %v", got.Evidence, want)
	}
}

func evidenceIDs(n int) []EvidenceID {
	var out []EvidenceID
	for i := range n {
		out = append(out, EvidenceID(rune('a'+i)))
	}
	return out
}

func TestCleanEmail(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{" Ada@Example.ORG ", "ada@example.org"},
		{"ada.b+c@mail.example.org", "ada.b+c@mail.example.org"},
		{"ada@localhost", "ada@localhost"},
		{"ada@bücher.example", "ada@bücher.example"},
		{"", ""}, {"ada", ""}, {"@example.org", ""}, {"ada@", ""}, {"a b@example.org", ""}, {"ada@exa mple.org", ""},
		{"a@b@c", ""}, {"ada@-x.org", ""}, {"ada@x..org", ""}, {".ada@x.org", ""}, {"a..b@x.org", ""},
		{"Ada <ada@example.org>", ""}, {"ada@example.org\r\nBcc: x@y.z", ""},
		{strings.Repeat("a", 65) + "@example.org", ""}, {"a@" + strings.Repeat("b.", 130) + "org", ""},
	} {
		var wrong fault.Fields
		got := CleanEmail(&wrong, "email", c.in)
		if ok := len(wrong) == 0; ok != (c.want != "") || ok && got != c.want {
			t.Errorf("CleanEmail(%q) = %q, %v; want %q", c.in, got, wrong, c.want)
		}
	}
}

func TestCleanOthers(t *testing.T) {
	t.Parallel()
	clean := func(_ any, err error) []string { return wrongFields(t, err) }
	far := time.Date(LatestYear+1, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name      string
		got, want []string
	}{
		{"person", clean(Person{ID: "p", Name: "Ada", Email: "ada@example.org"}.Clean()), nil},
		{"empty person", clean(Person{}.Clean()), []string{"name", "email"}},
		{"her own manager", clean(Person{ID: "p", Manager: "p", Name: "Ada", Email: "a@b.c"}.Clean()), []string{"manager"}},
		{"long name", clean(Person{Name: strings.Repeat("x", MaxPersonName+1), Email: "a@b.c"}.Clean()), []string{"name"}},
		{"team", clean(Team{Name: strings.Repeat("x", MaxTeamName)}.Clean()), nil},
		{"long team", clean(Team{Name: strings.Repeat("x", MaxTeamName+1)}.Clean()), []string{"name"}},
		{"assignment", clean(Assignment{Role: "a/b", Since: today, Maturity: "new in role"}.Clean()), nil},
		{"empty assignment", clean(Assignment{}.Clean()), []string{"since", "role"}},
		{"long maturity", clean(Assignment{Role: "a/b", Since: far, Maturity: strings.Repeat("x", MaxMaturity+1)}.Clean()), []string{"maturity", "since"}},
		{"aim", clean(Aim{Role: "a/b", Visible: Private}.Clean()), nil},
		{"empty aim", clean(Aim{}.Clean()), []string{"role", "visible"}},
		{"feedback", clean(Feedback{Author: "a", Subject: "b", Tone: Praise, Text: "x", Visible: ToManager}.Clean()), nil},
		{"feedback to oneself", clean(Feedback{Author: "a", Subject: "a", Tone: Advice, Text: "x", Visible: Private}.Clean()), []string{"subject"}},
		{"empty feedback", clean(Feedback{}.Clean()), []string{"text", "subject", "tone", "visible"}},
		{"long feedback", clean(Feedback{Subject: "b", Tone: Praise, Text: strings.Repeat("x", MaxFeedbackText+1), Visible: Private}.Clean()), []string{"text"}},
		{"plan", clean(PlanItem{Action: "read", Visible: Private}.Clean()), nil},
		{"empty plan", clean(PlanItem{}.Clean()), []string{"action", "visible"}},
		{"far plan", clean(PlanItem{Action: strings.Repeat("x", MaxPlanText+1), Helper: strings.Repeat("x", MaxPlanHelper+1), Due: far, Visible: Private}.Clean()), []string{"action", "helper", "due"}},
		{"token", clean(Token{Name: "laptop"}.Clean()), nil},
		{"long token", clean(Token{Name: strings.Repeat("x", MaxTokenName+1)}.Clean()), []string{"name"}},
	} {
		if d := cmp.Diff(c.want, c.got); d != "" {
			t.Errorf("%s: wrong fields (-want +got):\n%s", c.name, d)
		}
	}
}

func TestIDsSortByTime(t *testing.T) {
	t.Parallel()
	now := today
	ids := NewIDs(func() time.Time { return now }, strings.NewReader(strings.Repeat("chance!!", 2001)))
	var got []string
	for i := range 2000 {
		if i == 500 {
			now = now.Add(-time.Hour) // the clock is set back
		}
		if i == 1000 {
			now = now.Add(2 * time.Hour)
		}
		got = append(got, ids.Next())
	}
	if !slices.IsSorted(got) || len(slices.Compact(slices.Clone(got))) != len(got) {
		t.Error("ids do not ascend, each once")
	}
	if len(got[0]) != 26 {
		t.Errorf("an id has %d characters, want 26", len(got[0]))
	}
}
