package web_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rung/internal/compile"
	"rung/internal/web"
)

// TestRealLadders crawls the pages of ladders as companies wrote them: what
// they write must not break a page, a link or the security policy.
func TestRealLadders(t *testing.T) {
	t.Parallel()
	corpus := filepath.Join("..", "..", "..", "shared", "corpus")
	entries, err := os.ReadDir(corpus)
	if err != nil {
		t.Skip("no corpus beside the repository: no real ladder is crawled")
	}
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		t.Run(e.Name(), func(t *testing.T) {
			t.Parallel()
			result, err := compile.Compile(context.Background(), compile.Input{Tree: os.DirFS(filepath.Join(corpus, e.Name()))})
			if err != nil {
				t.Fatal(err)
			}
			edition := &web.Edition{Framework: result.Framework, Sources: result.Sources, Report: result.Report, Prose: web.Prose(result)}
			for page, doc := range crawl(t, newSite(t, config(&shelf{editions: []*web.Edition{edition}}))) {
				if !strings.HasPrefix(page, "/static/") {
					sound(t, page, doc)
				}
			}
		})
	}
}
