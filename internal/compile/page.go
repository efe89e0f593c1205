package compile

import (
	"rung/internal/parse"
	"rung/internal/resolve"
)

// Target is what a link in a page of prose leads to, within the framework.
type Target = resolve.Target

// PageHTML returns a page of prose as HTML that is safe to put into a page of
// ours, each link within the framework led through href: the path of the
// framework's own files is not the caller's. Where href returns false, and
// where a link is dead, its words stay without a link. Links that leave the
// framework stay as they are. ok is false where path is no page of the
// framework.
func (r *Result) PageHTML(path string, href func(Target) (string, bool)) (html string, ok bool) {
	file := r.Sources.File(path)
	if file == nil || r.Framework.Page(path) == nil {
		return "", false
	}
	return parse.RenderHTML(file, func(target string) (string, bool) {
		to := r.linker.Target(path, target, "")
		switch to.Kind {
		case resolve.Outside:
			return target, true
		case resolve.Dead:
			return "", false
		}
		return href(to)
	}), true
}
