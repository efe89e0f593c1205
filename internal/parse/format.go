package parse

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"rung/internal/pattern"
)

// formats by extension, lower case. Extensions that are not here and not
// "" belong to files that are no text of a ladder.
var formats = map[string]Format{
	".md": Markdown, ".markdown": Markdown, ".mdown": Markdown, ".mkd": Markdown, ".mdx": Markdown, ".txt": Markdown,
	".yml": YAML, ".yaml": YAML, ".json": JSON, ".jsonc": JSON, ".json5": JSON, ".toml": TOML, ".csv": CSV, ".tsv": CSV, ".html": HTML, ".htm": HTML, ".rst": RST, ".rest": RST,
}

// licence matches names of files that belong to a repository and not to what
// it is about, whatever their extension.
var licence = pattern.New(`(?i)^(un)?licen[cs]es?$|^licen[cs]e[-_. ]|^copying|^notice$|^copyright|^patents$|^third[-_ ]party`)

// bare are further such names, which count only without an extension.
var bare = pattern.New(`(?i)^(makefile|dockerfile|gemfile|procfile|rakefile|version|cname|authors|contributors|maintainers|codeowners)$`)

// FormatOf decides the format of the file at name: by its extension, else by
// what stands in it. It returns Unknown for what is no text of a ladder.
func FormatOf(name string, content []byte) Format {
	base := path.Base(name)
	ext := strings.ToLower(path.Ext(base))
	stem := strings.TrimSuffix(base, path.Ext(base))
	if licence.MatchString(stem) {
		return Unknown
	}
	if f, ok := formats[ext]; ok {
		return f
	}
	if ext != "" && !strings.ContainsAny(ext, " -") && len(ext) <= 6 && !digitExt(ext) {
		return Unknown
	}
	if bare.MatchString(base) {
		return Unknown
	}
	return sniff(content)
}

// digitExt tells "L1.0-Graduate" from a name with an extension.
func digitExt(ext string) bool {
	return len(ext) > 1 && ext[1] >= '0' && ext[1] <= '9'
}

// sniffed is how much of a file is looked at to tell what it is.
const sniffed = 64 << 10

// sniff decides by content: text that has a heading, a list or a bold line is
// Markdown.
func sniff(content []byte) Format {
	head := content[:min(len(content), sniffed)]
	if len(head) == 0 || !isText(head) {
		return Unknown
	}
	trimmed := bytes.TrimSpace(bytes.TrimPrefix(head, bom))
	switch {
	case bytes.HasPrefix(trimmed, []byte("#!")):
		return Unknown
	case bytes.HasPrefix(bytes.ToLower(trimmed), []byte("<!doctype html")), bytes.HasPrefix(bytes.ToLower(trimmed), []byte("<html")):
		return HTML
	case markdownLine.Match(head):
		return Markdown
	}
	return Unknown
}

var markdownLine = pattern.New(`(?m)^ {0,3}(#{1,6} +\S|[-*+] +\S|> ?\S|\*\*\S)`)

var bom = []byte{0xEF, 0xBB, 0xBF}

// isText reports whether content has no bytes that text never has. The last
// few bytes may be a character cut in two.
func isText(content []byte) bool {
	return bytes.IndexByte(content, 0) < 0 && (utf8.Valid(content[:max(0, len(content)-4)]) || bytes.Count(content, []byte{'\n'}) > 0)
}

// isUTF16 reports the byte order marks of UTF-16.
func isUTF16(content []byte) bool {
	return bytes.HasPrefix(content, []byte{0xFF, 0xFE}) || bytes.HasPrefix(content, []byte{0xFE, 0xFF})
}
