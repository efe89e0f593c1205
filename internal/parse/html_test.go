package parse

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHTMLContent(t *testing.T) {
	t.Parallel()
	const words = "<p>what the page is about, in more words than all else</p>"
	for _, c := range []struct{ name, text, want, passed string }{
		{"main", "<div>up</div><main>" + words + "</main><p>down</p>", "", "up|down"},
		{"heading outside of main", "<header>Site<h1>T</h1></header><main>" + words + "</main>", "h1 T; ", "Site"},
		{"one article", "<p>up</p><article><header><h2>T</h2></header>" + words + "<footer>f</footer></article>", "h2 T; ", "up|f"},
		{"two articles", "<article><h2>A</h2>" + words + "</article><article><h2>B</h2></article>", "h2 A; ", ""},
		{"roles and names", "<div role=navigation>n</div><ul class='md-nav__list toc'><li>t</ul>" + words + "<div hidden>h</div><p style='display: none'>s</p>", "", "n|t|h|s"},
		{"named, but all there is", "<div class=menu>" + words + "</div>", "", ""},
		{"named, with the heading", "<div class='content sidebar'><h1>T</h1></div>" + words, "h1 T; ", ""},
		{"beside a sidebar", "<div class=has-sidebar><p>a</p></div>" + words, "p a; ", ""},
		{"never closed", "<nav><p>n</p>" + words, "p n; ", ""},
		{"nested", "<nav><nav>a</nav>b</nav>" + words, "", "a|b"},
		{"script in what is passed", "<aside><script>if (1 < 2) x('</aside>')</script>a</aside>" + words, "", "a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			doc := mustParse("a.html", c.text)
			got := sketch(doc.Blocks)
			body := "p what the page is about, in more words than all else"
			if before, ok := strings.CutSuffix(strings.Replace(got, "; h2 B", "", 1), body); !ok || before != c.want {
				t.Errorf("got %s, want %s%s", got, c.want, body)
			}
			var passed []string
			for _, p := range doc.Passed {
				passed = append(passed, p.Value)
			}
			if diff := cmp.Diff(c.passed, strings.Join(passed, "|")); diff != "" {
				t.Errorf("passed (-want +got):\n%s", diff)
			}
		})
	}
}

func TestHTMLFacts(t *testing.T) {
	t.Parallel()
	doc := mustParse("a.html", "<html lang=pt-BR><head><title>A &amp;\n b</title></head><section id=x><h2>Y</h2></section>")
	if doc.Name.Value != "A & b" || doc.Language != "pt-BR" || doc.Blocks[0].Anchor != "x" {
		t.Errorf("name %q, language %q, anchor %q", doc.Name.Value, doc.Language, doc.Blocks[0].Anchor)
	}
}

func TestHTMLLists(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"terms", "<dl><dt>a<dd>b<dt>c:</dt><dd>d</dd><dd>e</dd></dl>", "l(i(p a: b); i(p c:; l(i(p d); i(p e))))"},
		{"terms in divs", "<dl><div><dt>a</dt><dd>b</dd></div></dl>", "l(i(p a: b))"},
		{"terms over a list", "<dl><dt>a</dt><dd><ul><li>b</ul></dd></dl>", "l(i(p a:; l(i(p b))))"},
		{"terms without a list", "<dt>a<dd>b", "p a; p b"},
		{"exported", "<ul class='lst-kix_q-0'><li>a</ul><ul class='c1 lst-kix_q-1'><li>b</ul><ul class='lst-kix_q-0'><li>c</ul>", "l(i(p a; l(i(p b)))); l(i(p c))"},
		{"heading left open", "<h2>a<ul><li>b</ul>", "h2 a; l(i(p b))"},
		{"permalink", "<h2>a<a href=#a>¶</a></h2><h3><a href=#b>#</a> b</h3><h3><a href=#c>c</a></h3>", "h2 a; h3 b; h3 c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := sketch(mustParse("a.html", c.text).Blocks); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
