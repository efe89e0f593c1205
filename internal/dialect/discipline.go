package dialect

// Discipline reports whether a name is that of a track: a job, a line of work,
// or a title that ends with the word for a ladder.
func Discipline(name string) bool { return isJob(name) }

// ForEveryone reports whether a title says that what stands under it holds for
// all roles: "Everyone", "Core values", "All levels".
func ForEveryone(title string) bool { return forEveryoneTitle(title) }

// FolderLanguage returns the language that a folder of the path is named for,
// or "".
func FolderLanguage(dir string) string { return folderLanguage(dir) }

// TrackName returns the name of a track from the title of a file about it:
// without a pictograph and the words for a ladder at its end.
func TrackName(title string) string {
	name, _ := trackName(title)
	return name
}

// HasRoles reports whether pages, others than data, hold roles.
func (s *Survey) HasRoles() bool {
	for _, p := range s.Pages {
		if k := s.kinds[p]; k == oneRole || k == manyRoles {
			return true
		}
	}
	return false
}

// InUse reports whether a page asks for a competency. All competencies must
// have been entered.
func (s *Survey) InUse(c *Competency) bool {
	s.settleScales()
	return c.used
}
