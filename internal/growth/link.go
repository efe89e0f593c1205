package growth

import (
	"net/url"
	"strings"

	"rung/internal/fault"
)

// cleanLink returns the address trimmed and notes under name what is wrong
// with it: only http and https, with a host, without a name or password.
func cleanLink(wrong *fault.Fields, name, link string, maximum int) string {
	link = cleanText(wrong, name, link, textRule{max: maximum})
	if link == "" {
		return ""
	}
	u, err := url.Parse(link)
	switch {
	case err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.Hostname() == "" || strings.ContainsAny(link, " \t"):
		wrong.Add(name, "Please give a whole web address, as https://example.org/page.")
	case u.User != nil:
		wrong.Add(name, "Please take the name and password out of the address.")
	}
	return link
}
