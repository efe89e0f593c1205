package pagetest

import (
	"rung/internal/model"
	"rung/internal/pages/shared"
)

// Frame returns the frame of a served page of the framework.
func Frame(f *model.Framework) shared.Frame {
	return shared.Frame{
		Site: f.Title, Language: "en", Links: shared.Links{Base: "/"},
		Assets: shared.AssetURLs{Style: "/s.css", Script: "/s.js", Icon: "/i.svg"},
	}
}
