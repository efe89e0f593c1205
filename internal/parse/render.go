package parse

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"sync"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	gohtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	nethtml "golang.org/x/net/html"

	"rung/internal/source"
)

// RenderHTML returns a page of prose as HTML that is safe to put into a page
// of ours: damaged letters mended, headings with the ids that Tree.Anchors
// lists, scripts and styles gone. Every destination of a link or an image goes
// through link: where it returns false, the words stay and the link goes. A
// file of data gives "".
func RenderHTML(file *source.File, link func(target string) (href string, ok bool)) string {
	src := file.Bytes()
	format := FormatOf(file.Path(), src)
	if format == RST && !isUTF16(src) { // its words as they stand: no reader of Markdown shows it
		return relink([]byte("<pre>"+html.EscapeString(newMender(&Tree{}, src).repair(string(bytes.TrimPrefix(src, bom))))+"</pre>"), link)
	}
	if format != Markdown && format != HTML || isUTF16(src) || bytes.IndexByte(src, 0) >= 0 {
		return ""
	}
	body := []byte(newMender(&Tree{}, src).repair(string(bytes.TrimPrefix(src, bom))))
	if _, _, rest, ok := splitFront(body); ok && format == Markdown {
		body = body[rest:]
	}
	if format == Markdown {
		body = renderMarkdown(onlyNewlines(body))
	}
	return relink(policy().SanitizeBytes(body), link)
}

// renderMarkdown turns Markdown into HTML that nobody has checked yet.
func renderMarkdown(src []byte) []byte {
	if tooMuch(src) || nestingOfLines(src).levels > MaxBlockDepth {
		return []byte("<pre>" + html.EscapeString(string(src)) + "</pre>")
	}
	md := newMarkdown(extension.Linkify)
	md.Renderer().AddOptions(gohtml.WithUnsafe()) // what comes out is sanitised as a whole
	root := md.Parser().Parse(text.NewReader(src), parser.WithContext(parser.NewContext()))
	r := &markdownReader{md: md, tree: &Tree{}, src: src, slugs: newSlugger(), repair: func(s string) string { return s }}
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the walker never fails
		if h, ok := n.(*ast.Heading); ok && entering {
			id := cutHeadingID(h, src)
			if slug := r.slugs.slug(r.inline(h).Value); id == "" {
				id = slug
			}
			h.SetAttributeString("id", []byte(id))
		}
		return ast.WalkContinue, nil
	})
	var out bytes.Buffer
	if err := md.Renderer().Render(&out, src, root); err != nil {
		return []byte("<pre>" + html.EscapeString(string(src)) + "</pre>")
	}
	return out.Bytes()
}

var anyID = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[^\s"'<>]*$`) })

// policy allows what prose is made of, details too, and nothing that runs.
// Links of any kind pass here: relink decides about each.
func policy() *bluemonday.Policy {
	p := bluemonday.UGCPolicy()
	p.AllowElements("details", "summary")
	p.AllowAttrs("id").Matching(anyID()).Globally()
	p.AllowAttrs("open").OnElements("details")
	p.AllowAttrs("type", "checked", "disabled").OnElements("input")
	p.RequireNoFollowOnLinks(false)
	return p
}

// relink passes the destinations of checked HTML through link.
func relink(src []byte, link func(string) (string, bool)) string {
	var out strings.Builder
	z := nethtml.NewTokenizer(bytes.NewReader(src))
	var open []bool // whether each open <a> was kept
	for {
		switch kind := z.Next(); kind {
		case nethtml.ErrorToken:
			return out.String()
		case nethtml.StartTagToken, nethtml.SelfClosingTagToken:
			t := z.Token()
			keep := true
			switch t.Data {
			case "a":
				keep = redirect(&t, "href", link)
				if kind == nethtml.StartTagToken {
					open = append(open, keep)
				}
			case "img":
				if keep = redirect(&t, "src", link); !keep {
					out.WriteString(html.EscapeString(attribute(t, "alt")))
				}
			}
			if keep {
				out.WriteString(t.String())
			}
		case nethtml.EndTagToken:
			t := z.Token()
			if n := len(open); t.Data == "a" && n > 0 {
				keep := open[n-1]
				if open = open[:n-1]; !keep {
					continue
				}
			}
			out.WriteString(t.String())
		default:
			out.Write(z.Raw())
		}
	}
}

// redirect replaces the destination of a tag; it returns false where there is
// none to go to. A tag without one is left alone.
func redirect(t *nethtml.Token, key string, link func(string) (string, bool)) bool {
	for i, a := range t.Attr {
		if a.Key != key {
			continue
		}
		href, ok := link(a.Val)
		t.Attr[i].Val = href
		return ok
	}
	return key != "src"
}

func attribute(t nethtml.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
