// Package example is the company that a new user meets first: Tholepin, some
// thirty people who make booking, timetable and tracking software for ferry
// operators. Everybody and everything in it is invented.
//
// The package holds two things, both written by hand in readable files, and
// the little machinery that turns them into values:
//
//   - ladder/history/NN-slug.txtar is the career ladder's history, one file a
//     revision. The archive's comment holds "author: Name <address>",
//     "day: N", a blank line and the commit message. Each file in the archive
//     is a step: "-- PATH --" writes a whole file, "-- edit: PATH --" replaces
//     text by blocks of <<<<<<<, =======, >>>>>>> lines, "-- move: A -> B --"
//     renames a file or, when both end in a slash, a folder, and
//     "-- delete: PATH --" removes a file.
//   - people/*.yaml is who works there; year/*.yaml is what they did, said and
//     thought in the last twelve months, one file a person, and what they told
//     one another (feedback.yaml).
//
// Every date is a number of days before an as-of date: 0 is the as-of day
// itself, 365 a year earlier. So the example is always recent. For this reason
// the texts do not name months or seasons.
//
// To refer to a statement, a YAML file gives the role file and the first few
// words of the statement, as it stood on the day of the reference. The words
// must be enough to tell it from the other statements of that file. Tests check
// all of this, so editing is: change the text, run the tests, read what they say.
package example

import "embed"

//go:embed ladder people year
var content embed.FS
