package prose

import "testing"

func TestFit(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, source, want string }{
		{"the page's own heading goes", `<h1 id="how">How  we <em>grow</em></h1><p>x</p>`, `<p>x</p>`},
		{"another first heading stays, one rank lower", `<h1 id="a">Levels</h1><h2>One</h2><h6>Deep</h6>`, `<h2 id="h-a">Levels</h2><h3>One</h3><h6>Deep</h6>`},
		{"only the first is compared", `<h2>One</h2><h1>How we grow</h1>`, `<h3>One</h3><h2>How we grow</h2>`},
		{"ranks close up", `<h1>How we grow</h1><h3>One</h3><h4>Two</h4>`, `<h2>One</h2><h3>Two</h3>`},
		{"ids stay apart", `<p id="main">a</p><p id="main">b</p>`, `<p id="h-main">a</p><p>b</p>`},
		{"picture from elsewhere", `<img src="https://x.example/a.png" alt="A boat">`, `<a href="https://x.example/a.png" rel="noopener noreferrer external">[A boat]</a>`},
		{"picture in a link", `<a href="/x"><img src="https://x.example/a.png"></a>`, `<a href="/x"><span>[picture]</span></a>`},
		{"picture without source", `<img alt="A boat">`, `<span>[A boat]</span>`},
		{"picture in the text", `<img src="data:image/png;base64,AA" alt="dot">`, `<img src="data:image/png;base64,AA" alt="dot"/>`},
		{"boxes", `<li><input type="checkbox" disabled="" checked=""> done</li><li><input type="checkbox"> open</li>`, `<li>☑  done</li><li>☐  open</li>`},
		{"what scrolls", `<pre><code>x</code></pre><table><tbody><tr><td style="x" align="left">1</td></tr></tbody></table>`,
			`<pre tabindex="0"><code>x</code></pre><table tabindex="0"><tbody><tr><td align="left">1</td></tr></tbody></table>`},
		{"folds", `<details open=""><summary>More</summary>x</details>`, `<details open=""><summary>More</summary>x</details>`},
		{"nothing", ``, ``},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := fit(test.source, "How we grow"); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
