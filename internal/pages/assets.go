package pages

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"rung/internal/pages/shared"
)

//go:embed */*.css shared/*.js shared/icon.svg
var files embed.FS

// Asset is one static file. Its name holds a hash of its content, so whoever
// fetched it may keep it for ever.
type Asset struct {
	Name string // as "rung-0123456789ab.css"
	Type string // media type
	Body []byte
	Gzip []byte // Body compressed
}

// Assets are the static files of all pages: one style sheet, one script, one
// icon. They do not change and are safe for concurrent use.
type Assets struct {
	style, script, icon Asset
}

// NewAssets joins the style sheets and scripts that lie beside the pages:
// those of shared first, each group by name.
func NewAssets() (*Assets, error) {
	style, err := join("css")
	if err != nil {
		return nil, fmt.Errorf("join style sheets: %w", err)
	}
	script, err := join("js")
	if err != nil {
		return nil, fmt.Errorf("join scripts: %w", err)
	}
	icon, err := files.ReadFile("shared/icon.svg")
	if err != nil {
		return nil, fmt.Errorf("read icon: %w", err)
	}
	a := &Assets{}
	for _, in := range []struct {
		to        *Asset
		ext, kind string
		body      []byte
	}{
		{&a.style, "css", "text/css; charset=utf-8", style},
		{&a.script, "js", "text/javascript; charset=utf-8", script},
		{&a.icon, "svg", "image/svg+xml", icon},
	} {
		if *in.to, err = newAsset(in.ext, in.kind, in.body); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// All returns every asset.
func (a *Assets) All() []Asset { return []Asset{a.style, a.script, a.icon} }

// Get returns the asset of that name; ok is false where there is none.
func (a *Assets) Get(name string) (asset Asset, ok bool) {
	for _, x := range a.All() {
		if x.Name == name {
			return x, true
		}
	}
	return Asset{}, false
}

// URLs returns the addresses of the assets below base, which ends in a slash.
func (a *Assets) URLs(base string) shared.AssetURLs {
	return shared.AssetURLs{Style: base + a.style.Name, Script: base + a.script.Name, Icon: base + a.icon.Name}
}

func newAsset(ext, kind string, body []byte) (Asset, error) {
	sum := sha256.Sum256(body)
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return Asset{}, fmt.Errorf("compress %s: %w", ext, err)
	}
	if _, err := w.Write(body); err != nil {
		return Asset{}, fmt.Errorf("compress %s: %w", ext, err)
	}
	if err := w.Close(); err != nil {
		return Asset{}, fmt.Errorf("compress %s: %w", ext, err)
	}
	name := "rung-" + hex.EncodeToString(sum[:6]) + "." + ext
	return Asset{Name: name, Type: kind, Body: body, Gzip: packed.Bytes()}, nil
}

func join(ext string) ([]byte, error) {
	names, err := fs.Glob(files, "*/*."+ext)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(names, func(a, b string) int {
		if first, second := path.Dir(a) == "shared", path.Dir(b) == "shared"; first != second {
			if first {
				return -1
			}
			return 1
		}
		return strings.Compare(a, b)
	})
	var out bytes.Buffer
	for _, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out.Write(bytes.TrimSpace(text))
		out.WriteString("\n")
	}
	return out.Bytes(), nil
}
