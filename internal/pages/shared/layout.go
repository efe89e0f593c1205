package shared

func documentLanguage(l string) string {
	if l == "" {
		return "en"
	}
	return l
}

func windowTitle(f Frame) string {
	if f.Title == f.Site || f.Title == "" {
		return f.Site
	}
	return f.Title + " · " + f.Site
}

func colourScheme(t Theme) string {
	if t == Auto {
		return "light dark"
	}
	return string(t)
}

func themeClass(t Theme) string {
	if t == Auto {
		return ""
	}
	return "theme-" + string(t)
}

func pressed(on bool) string {
	if on {
		return "true"
	}
	return "false"
}

func pastWords(e Edition) string {
	if e.Time.IsZero() {
		return "This is the ladder as it was at " + e.Short() + "."
	}
	return "This is the ladder as it was on " + Day(e.Time) + "."
}
