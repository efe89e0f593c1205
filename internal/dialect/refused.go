package dialect

import (
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
	"rung/internal/pattern"
)

// refusing matches words by which prose says that something is not asked for.
var refusing = pattern.New(`(?i)(^|[^\p{L}])(not|never|nobody|no[ -]one|none|wrong|avoid|don't|isn't|aren't|nicht|nie|niemals|niemand|falsch|kein(e|er|en)?|jamais|pas|personne|nunca|jamás|nadie|ninguém|não|niet|nooit|niemand|mai|nessuno|nigdy|nie|nikt|не|никогда|никто)($|[^\p{L}])`)

// Refused returns the slugs of the words in code of which the pages of prose say,
// in the same sentence, that they are not asked for: "`smell` holds how it goes
// wrong".
func (s *Survey) Refused() map[string]bool {
	out := map[string]bool{}
	for _, p := range s.Pages {
		if !isData(p.Doc) && (p.Index || aboutLevels(p)) {
			refusedIn(p.Doc.Blocks, out)
		}
	}
	return out
}

func refusedIn(blocks []*parse.Block, out map[string]bool) {
	for _, b := range blocks {
		refusedIn(b.Children, out)
		text := b.Text.Value
		for _, m := range b.Text.Marks {
			if m.Kind != model.Code {
				continue
			}
			end := len(text)
			if i := strings.IndexAny(text[m.End:], ".!;\n"); i >= 0 {
				end = m.End + i
			}
			if refusing.MatchString(text[m.End:end]) {
				out[Slug(text[m.Start:m.End])] = true
			}
		}
	}
}
