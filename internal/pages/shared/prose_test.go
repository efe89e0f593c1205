package shared_test

import (
	"bytes"
	"context"
	"testing"

	"rung/internal/model"
	"rung/internal/pages/shared"
)

func mark(k model.MarkKind, start, end int, target string) model.Mark {
	return model.Mark{Kind: k, Start: start, End: end, Target: target}
}

func TestProse(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		prose model.Prose
		want  string
	}{
		{"nothing", model.Prose{}, ""},
		{"plain", model.Prose{Text: "a < b"}, "a &lt; b"},
		{"link without space around it", model.Prose{Text: "See fog.", Marks: []model.Mark{mark(model.Link, 4, 7, "https://x.example/")}},
			`See <a href="https://x.example/" rel="noopener noreferrer external">fog</a>.`},
		{"role", model.Prose{Text: "See L2.", Marks: []model.Mark{{Kind: model.Link, Start: 4, End: 6, Role: "a b/c"}}},
			`See <a href="/roles/a%20b/c">L2</a>.`},
		{"page", model.Prose{Text: "See it.", Marks: []model.Mark{{Kind: model.Link, Start: 4, End: 6, Page: "x/Read me?.md"}}},
			`See <a href="/pages/x/Read%20me%3F.md">it</a>.`},
		{"nested, given outside in", model.Prose{Text: "a bold link", Marks: []model.Mark{mark(model.Link, 2, 11, "mailto:a@x.example"), mark(model.Strong, 2, 6, ""), mark(model.Code, 7, 11, "")}},
			`a <a href="mailto:a@x.example" rel="noopener noreferrer external"><strong>bold</strong> <code>link</code></a>`},
		{"nested, given inside out", model.Prose{Text: "very bold", Marks: []model.Mark{mark(model.Emphasis, 5, 9, ""), mark(model.Strong, 0, 9, "")}},
			`<strong>very <em>bold</em></strong>`},
		{"dead link", model.Prose{Text: "gone", Marks: []model.Mark{mark(model.Link, 0, 4, "../gone.md")}}, "gone"},
		{"script", model.Prose{Text: "x", Marks: []model.Mark{mark(model.Link, 0, 1, " JavaScript:alert(1)")}}, "x"},
		{"data", model.Prose{Text: "x", Marks: []model.Mark{mark(model.Link, 0, 1, "data:text/html,x")}}, "x"},
		{"no host", model.Prose{Text: "x", Marks: []model.Mark{mark(model.Link, 0, 1, "https:evil")}}, "x"},
		{"crossing marks keep the words", model.Prose{Text: "abcdef", Marks: []model.Mark{mark(model.Strong, 0, 4, ""), mark(model.Emphasis, 2, 6, "")}}, "<strong>abcd</strong>ef"},
		{"marks past the end", model.Prose{Text: "ab", Marks: []model.Mark{mark(model.Strong, 1, 9, ""), mark(model.Strong, 2, 1, "")}}, "ab"},
		{"unknown mark", model.Prose{Text: "ab", Marks: []model.Mark{mark("blink", 0, 2, "")}}, "ab"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var b bytes.Buffer
			if err := shared.Prose(shared.Inlines(test.prose, shared.Links{Base: "/"})).Render(context.Background(), &b); err != nil {
				t.Fatal(err)
			}
			if got := b.String(); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestChanged(t *testing.T) {
	t.Parallel()
	const from, to = "I show one thing a week.", "I show two things a week."
	for _, test := range []struct {
		name  string
		marks shared.Marks
		want  string
	}{
		{"both", shared.MarkAdded | shared.MarkRemoved,
			`I show <del><span class="sr">[left out: </span>one thing<span class="sr">]</span></del><ins><span class="sr">[added: </span>two things<span class="sr">]</span></ins> a week.`},
		{"what came", shared.MarkAdded, `I show <ins><span class="sr">[added: </span>two things<span class="sr">]</span></ins> a week.`},
		{"what went", shared.MarkRemoved, `I show <del><span class="sr">[left out: </span>one thing<span class="sr">]</span></del> a week.`},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var b bytes.Buffer
			if err := shared.Prose(shared.Changed(from, to, test.marks)).Render(context.Background(), &b); err != nil {
				t.Fatal(err)
			}
			if got := b.String(); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
