package dialect

import (
	"strings"
	"unicode"

	"rung/internal/parse"
)

// languages are the names that folders of translations bear.
var languages = map[string]string{
	"en": "en", "de": "de", "fr": "fr", "es": "es", "pt": "pt", "pt-br": "pt-BR", "it": "it", "nl": "nl", "ja": "ja", "jp": "ja", "ko": "ko", "kr": "ko",
	"zh": "zh", "cn": "zh", "ru": "ru", "pl": "pl", "sv": "sv", "se": "sv", "da": "da", "fi": "fi", "nb": "nb", "no": "nb", "cs": "cs", "tr": "tr", "uk": "uk",
	"english": "en", "german": "de", "french": "fr", "spanish": "es", "portuguese": "pt", "japanese": "ja", "korean": "ko", "chinese": "zh",
}

// stopWords are frequent words that few languages share.
var stopWords = map[string][]string{
	"en": {"the", "and", "with", "for", "of", "to", "is", "are", "my", "that"},
	"de": {"und", "der", "die", "das", "ich", "mit", "nicht", "für", "eine", "ist"},
	"fr": {"les", "des", "est", "une", "dans", "pour", "avec", "je", "sur", "et"},
	"es": {"los", "las", "una", "con", "para", "del", "por", "el", "que", "y"},
	"pt": {"os", "uma", "com", "para", "não", "do", "da", "em", "e", "de"},
	"it": {"il", "gli", "una", "con", "per", "della", "che", "di", "sono", "e"},
	"nl": {"het", "een", "van", "met", "voor", "niet", "ik", "en", "zijn", "de"},
}

// languageOf returns the language of a page: what its front matter says, the
// folder of translations it lies in, else what its words are.
func languageOf(p *Page) string {
	if p.language == "" {
		p.language = findLanguage(p)
	}
	return p.language
}

func findLanguage(p *Page) string {
	for _, key := range []string{"language", "lang", "locale"} {
		if l := p.Doc.Front.Text(key); l != "" && len(l) <= 11 {
			return l
		}
	}
	if l := folderLanguage(p.Dir); l != "" {
		return l
	}
	if p.Doc.Language != "" {
		return p.Doc.Language
	}
	return guess(p.Doc)
}

// folderLanguage returns the language that a folder of the path is named for.
func folderLanguage(dir string) string {
	for _, part := range strings.Split(dir, "/") {
		if l := languages[strings.ToLower(part)]; l != "" {
			return l
		}
	}
	return ""
}

// speaks are the languages of each frequent word.
var speaks = bySpoken(stopWords)

func bySpoken(words map[string][]string) map[string][]string {
	out := map[string][]string{}
	for lang, list := range words {
		for _, w := range list {
			out[w] = append(out[w], lang)
		}
	}
	return out
}

// guessWords is how many words of a page are enough to tell its language.
const guessWords = 300

// letters counts the words of a page and the scripts of their letters.
type letters struct {
	words                    int
	other, kana, hangul, han int
	count                    map[string]int
}

func (l *letters) add(b *parse.Block) {
	if l.words >= guessWords {
		return
	}
	for _, w := range strings.Fields(b.Text.Value) {
		l.words++
		if len(w) <= 5 {
			for _, lang := range speaks[strings.ToLower(w)] {
				l.count[lang]++
			}
		}
		for _, r := range w {
			switch {
			case r < 0x2E80:
				l.other++
			case unicode.In(r, unicode.Hiragana, unicode.Katakana):
				l.kana++
			case unicode.In(r, unicode.Hangul):
				l.hangul++
			case unicode.In(r, unicode.Han):
				l.han++
			}
		}
	}
	for _, c := range b.Children {
		l.add(c)
	}
}

// guess tells the language of a document by its script and frequent words;
// English where nothing speaks for another.
func guess(doc *parse.Document) string {
	l := &letters{count: map[string]int{}}
	for _, b := range doc.Blocks {
		l.add(b)
	}
	switch {
	case l.kana*10 > l.other:
		return "ja"
	case l.hangul*5 > l.other:
		return "ko"
	case l.han*5 > l.other:
		return "zh"
	}
	best, most := "en", 0
	for _, lang := range []string{"en", "de", "fr", "es", "pt", "it", "nl"} {
		if n := l.count[lang]; n > most {
			best, most = lang, n
		}
	}
	return best
}
