package resolve

import (
	"net/url"
	"path"
	"strings"

	"rung/internal/source"
)

// relative returns the destination by which a link in the file at from reaches
// to, encoded as Markdown wants it.
func relative(from, to string) string {
	base := strings.Split(path.Dir(from), "/")
	if path.Dir(from) == "." {
		base = nil
	}
	parts := strings.Split(to, "/")
	for len(base) > 0 && len(parts) > 1 && base[0] == parts[0] {
		base, parts = base[1:], parts[1:]
	}
	out := strings.Repeat("../", len(base))
	for i, p := range parts {
		if i > 0 {
			out += "/"
		}
		out += encodeSegment(p)
	}
	return out
}

// encodeSegment encodes what would end a link's destination early, and leaves
// the rest readable.
func encodeSegment(s string) string {
	if !strings.ContainsAny(s, " ()<>#?%\"\\") {
		return s
	}
	return strings.NewReplacer("(", "%28", ")", "%29").Replace(url.PathEscape(s))
}

// isMarkdown reports whether the file at p is Markdown by its name. Ladders
// also keep Markdown in files without an extension.
func isMarkdown(p string) bool {
	switch strings.ToLower(path.Ext(p)) {
	case ".md", ".markdown", ".mdx", "":
		return true
	}
	return false
}

// firstLine returns the first line of a span, so that a role or an area is
// pointed at by its heading.
func firstLine(sources *source.Set, at source.Span) source.Span {
	f := sources.File(at.Path)
	if f == nil {
		return at
	}
	line := f.LineSpan(f.Line(at.Start))
	if line.End <= at.Start {
		return at
	}
	return source.Span{Path: at.Path, Start: at.Start, End: min(max(at.End, at.Start), line.End)}
}
