package web

import "strings"

// browserName returns what people call the browser that names itself so, as
// "Firefox on Linux". It guesses well enough to tell one's own browsers apart
// and decides nothing.
func browserName(agent string) string {
	name := firstWord(agent, [][2]string{
		{"Edg/", "Edge"}, {"OPR/", "Opera"}, {"Firefox/", "Firefox"}, {"FxiOS/", "Firefox"},
		{"CriOS/", "Chrome"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}, {"curl/", "curl"},
	})
	system := firstWord(agent, [][2]string{
		{"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Android", "Android"}, {"Windows", "Windows"},
		{"Mac OS X", "macOS"}, {"CrOS", "ChromeOS"}, {"Linux", "Linux"},
	})
	switch {
	case name == "" && system == "":
		return "A browser"
	case name == "":
		return "A browser on " + system
	case system == "":
		return name
	default:
		return name + " on " + system
	}
}

// firstWord returns the second of the first pair whose first is in text.
func firstWord(text string, pairs [][2]string) string {
	for _, p := range pairs {
		if strings.Contains(text, p[0]) {
			return p[1]
		}
	}
	return ""
}
