package parse

import "strings"

// partOf says what an element is to its page, by its tag, its role, and what
// its author calls it.
func partOf(tag string, attr map[string]string) htmlPart {
	if _, hidden := attr["hidden"]; hidden || attr["aria-hidden"] == "true" || unseen(attr["style"]) {
		return partHidden
	}
	switch tag {
	case "main":
		return partMain
	case "article":
		return partArticle
	case "h1":
		return partHeading
	case "header":
		return partHeader
	case "nav", "footer", "aside", "menu":
		return partSite
	case "button", "select", "svg", "noscript", "iframe", "dialog", "object", "canvas", "textarea", "datalist":
		return partHidden
	}
	switch strings.ToLower(attr["role"]) {
	case "main":
		return partMain
	case "banner":
		return partHeader
	case "navigation", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar":
		return partSite
	}
	if tag == "body" || tag == "html" {
		return partOther
	}
	if namedForSite(attr["class"]) || namedForSite(attr["id"]) {
		return partNamed
	}
	return partOther
}

// unseen reports a style that hides its element.
func unseen(style string) bool {
	if style == "" {
		return false
	}
	s := strings.ReplaceAll(strings.ToLower(style), " ", "")
	return strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden")
}

// siteNames are words by which authors call what belongs to the site.
var siteNames = map[string]bool{
	"breadcrumb": true, "breadcrumbs": true, "sidebar": true, "sidenav": true, "topnav": true, "navbar": true, "nav": true, "navigation": true, "menu": true,
	"toc": true, "cookie": true, "cookies": true, "cookiebanner": true, "consent": true, "gdpr": true, "pagination": true, "pager": true, "footer": true,
	"masthead": true, "topbar": true, "skiplink": true, "social": true, "newsletter": true, "searchbox": true, "headerlink": true,
}

// namedForSite reports whether the words of a class or an id name a part of
// the site. A word such as "has" or "with" before it names what is beside it.
func namedForSite(name string) bool {
	if name == "" {
		return false
	}
	for _, class := range strings.Fields(strings.ToLower(name)) {
		words := strings.FieldsFunc(class, func(r rune) bool { return r == '-' || r == '_' })
		if len(words) > 3 || len(words) > 1 && (words[0] == "has" || words[0] == "with" || words[0] == "no") {
			continue
		}
		for _, w := range words {
			if siteNames[w] {
				return true
			}
		}
		switch class {
		case "skip-link", "skip-to-content", "sr-only", "visually-hidden", "table-of-contents", "prev-next", "edit-link", "edit-this-page":
			return true
		}
	}
	return false
}

// isVoid reports the elements that have no end.
func isVoid(tag string) bool {
	switch tag {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr":
		return true
	}
	return false
}
