package shared

import (
	"context"
	"io"
	"strings"

	"github.com/a-h/templ"

	"rung/internal/model"
)

// Prose writes an author's words with their markup. It is Go and no template
// because every space counts here: a template may add one between a link and
// the full stop after it.
func Prose(pieces []Inline) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		var b strings.Builder
		writeInlines(&b, pieces)
		_, err := io.WriteString(w, b.String())
		return err
	})
}

func writeInlines(b *strings.Builder, pieces []Inline) {
	for _, p := range pieces {
		open, end := tags(p)
		b.WriteString(open)
		b.WriteString(templ.EscapeString(p.Text))
		writeInlines(b, p.Kids)
		b.WriteString(end)
	}
}

func tags(p Inline) (open, end string) {
	switch {
	case p.Mark == model.Emphasis:
		return "<em>", "</em>"
	case p.Mark == model.Strong:
		return "<strong>", "</strong>"
	case p.Mark == model.Code:
		return "<code>", "</code>"
	case p.Mark == Inserted:
		return `<ins><span class="sr">[added: </span>`, `<span class="sr">]</span></ins>`
	case p.Mark == Deleted:
		return `<del><span class="sr">[left out: </span>`, `<span class="sr">]</span></del>`
	case p.Mark != model.Link || p.URL == "":
		return "", ""
	}
	open = `<a href="` + templ.EscapeString(p.URL) + `"`
	if p.Out {
		open += ` rel="noopener noreferrer external"`
	}
	return open + ">", "</a>"
}
