package dialect

import "slices"

// headsOther reports a corner that says that the rows are of something else than
// areas, as "Severity" over "L1" and "L2" does. Where the columns are called by
// the jobs of people, whatever the rows are called is what is asked of these, as
// "Module" or "Line" may; and "Section" heads areas as often as it counts pages.
func headsOther(corner string, levels []string) bool {
	return otherHead.MatchString(corner) && !areaHead.MatchString(corner) && !rankedJobs(levels)
}

// rankedJobs reports whether names are those of jobs that rank: one job with
// words of seniority, or jobs with a label each.
func rankedJobs(names []string) bool {
	if len(sharedJobs(names)) > 0 {
		return true
	}
	return len(names) > 0 && !slices.ContainsFunc(names, func(n string) bool {
		label, rest := SplitLabel(plainTitle(n))
		return label.Text == "" || !RoleTitle(rest)
	})
}

// skillsInGroups makes rows statements that are headed like a fact by a word that
// heads areas as well, and stand in a group of statements: "Code" beside "Models",
// both under "Technical", is a skill if texts stand in it.
func (l *Layout) skillsInGroups() {
	stating := map[string]int{} // rows of statements, by their group
	for _, lane := range l.Lanes {
		if lane.Kind == TextLane && len(lane.Labels) > 1 {
			stating[Slug(lane.Labels[0].Value)]++
		}
	}
	for _, lane := range l.Lanes {
		if lane.Kind != ScopeLane || len(lane.Labels) < 2 || stating[Slug(lane.Labels[0].Value)] == 0 {
			continue
		}
		if f := factsOf(lane.All()); weakScope.MatchString(emojiOff(lane.Label().Value)) && f.texts*2 > f.filled {
			lane.Kind = TextLane
		}
	}
}

// factsOnce makes rows statements that are headed like a fact, as "Scope" and
// "Experience", where one head stands over several: a level has a fact once.
func (l *Layout) factsOnce() {
	rows := map[string]int{}
	for _, lane := range l.Lanes {
		rows[Slug(lane.Title().Value)]++
	}
	for _, lane := range l.Lanes {
		if f := factsOf(lane.All()); lane.Kind == ScopeLane && rows[Slug(lane.Title().Value)] > 1 && lane.Label().Value != "" && f.texts*2 > f.filled {
			lane.Kind = TextLane
		}
	}
}
