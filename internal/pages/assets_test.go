package pages_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"regexp"
	"strings"
	"testing"

	"rung/internal/pages"
)

func TestAssets(t *testing.T) {
	t.Parallel()
	a, err := pages.NewAssets()
	if err != nil {
		t.Fatal(err)
	}
	name := regexp.MustCompile(`^rung-[0-9a-f]{12}\.(css|js|svg)$`)
	for _, x := range a.All() {
		if !name.MatchString(x.Name) {
			t.Errorf("%q is not named by its content", x.Name)
		}
		if got, ok := a.Get(x.Name); !ok || !bytes.Equal(got.Body, x.Body) {
			t.Errorf("Get(%q) does not find it", x.Name)
		}
		z, err := gzip.NewReader(bytes.NewReader(x.Gzip))
		if err != nil {
			t.Fatal(err)
		}
		if body, err := io.ReadAll(z); err != nil || !bytes.Equal(body, x.Body) {
			t.Errorf("%s: what is compressed differs from what is not (%v)", x.Name, err)
		}
	}
	if _, ok := a.Get("rung-000000000000.css"); ok {
		t.Error("a file is found that is not there")
	}
	again, err := pages.NewAssets()
	if err != nil || again.URLs("/static/") != a.URLs("/static/") {
		t.Errorf("the same files have other names the second time (%v)", err)
	}
}

// The order of layers is declared before anything else, and nothing is taken
// from elsewhere.
func TestStyleSheet(t *testing.T) {
	t.Parallel()
	a, err := pages.NewAssets()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range a.All() {
		text := string(x.Body)
		if strings.HasSuffix(x.Name, ".css") && !strings.HasPrefix(text, "@layer tokens, base, layout, components, pages, print;") {
			t.Error("the style sheet does not begin with the order of its layers")
		}
		if !strings.HasSuffix(x.Name, ".svg") && strings.Contains(text, "://") || strings.Contains(text, "@import") {
			t.Errorf("%s takes something from elsewhere", x.Name)
		}
	}
}
