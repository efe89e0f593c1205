package lineage

import "testing"

func TestFateOf(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		given, now string
		want       Fate
	}{
		{"I lead the weekly planning.", "I lead the weekly planning", FateKept},
		{"I lead the weekly planning.", "i lead “the weekly” planning!", FateKept},
		{"I lead the weekly planning of my team.", "I lead the weekly planning of my own team.", FateNotice},
		{"I write tests in C", "I write tests in C++", FateNotice},
		{"I lead the weekly planning.", "I decide what several teams build next year.", FateRerate},
		{"計画を立て、進捗を共有する", "計画を立て、進捗を毎週共有する", FateNotice},
		{"計画を立てる", "顧客と契約を交渉する", FateRerate},
	} {
		if got := FateOf(c.given, &Wording{Text: c.now}); got != c.want {
			t.Errorf("FateOf(%q, %q) = %q, want %q", c.given, c.now, got, c.want)
		}
	}
	if got := FateOf("anything", nil); got != FateRetired {
		t.Errorf("FateOf of what is gone = %q, want retired", got)
	}
}
