package lineagetest

// Kind is a kind of edit.
type Kind string

// The kinds of edits. Those of the first group change one statement, those of
// the second a role or more.
const (
	Typo     Kind = "typo"              // a letter
	Light    Kind = "light rewording"   // a word or a clause
	Heavy    Kind = "heavy rewording"   // the same in other words, less than 0.6 alike letter by letter
	Reorder  Kind = "reordering"        // elsewhere in its area
	Area     Kind = "other area"        // of the same role
	Relevel  Kind = "other level"       // promoted or demoted, sometimes with its scope reworded
	Split    Kind = "statement split"   // one becomes two
	Merge    Kind = "statements merged" // two become one
	Removed  Kind = "removal"
	Revived  Kind = "revival"     // back where it was, in its last words
	Added    Kind = "addition"    // of something the role did not speak of
	Copied   Kind = "near-copy"   // an addition worded after a statement of another track
	Replaced Kind = "replacement" // another matter, in the place of one that goes

	AreaRename  Kind = "area renamed"  // in all roles of a track
	RoleRename  Kind = "role renamed"  // title, and with it the id and mostly the file
	FileMove    Kind = "file moved"    // a track's folder, and with it the ids of its roles
	Format      Kind = "other format"  // other files, and mostly other names of roles or areas
	RoleSplit   Kind = "role split"    // one role becomes two
	RoleMerge   Kind = "roles merged"  // two roles of neighbouring levels become one
	RoleReplace Kind = "role replaced" // another role in its place, to which about half of the statements carry over
	Recast      Kind = "role recast"   // every statement of a role is reworded
)

// Kinds is all kinds, in the order of a report.
func Kinds() []Kind {
	return []Kind{
		Typo, Light, Heavy, Reorder, Area, Relevel, Split, Merge, Removed, Revived, Added, Copied, Replaced,
		AreaRename, RoleRename, FileMove, Format, RoleSplit, RoleMerge, RoleReplace, Recast,
	}
}

// Rates says how often each kind of edit happens in a step: for kinds that
// change statements, of each statement; for the others of each role, of each
// area of a track (AreaRename), of each track (FileMove), or of the ladder
// (Format). A kind that is missing never happens.
type Rates map[Kind]float64

// Usual returns the rates of a ladder that is being worked on: in most steps a
// few edits, in some very many. The result is the caller's own.
func Usual() Rates {
	return Rates{
		Typo: 0.01, Light: 0.04, Heavy: 0.012, Reorder: 0.02, Area: 0.008, Relevel: 0.008, Split: 0.004, Merge: 0.004,
		Removed: 0.012, Revived: 0.004, Added: 0.016, Copied: 0.008, Replaced: 0.003,
		AreaRename: 0.01, RoleRename: 0.02, FileMove: 0.02, Format: 0.05, RoleSplit: 0.008, RoleMerge: 0.008, RoleReplace: 0.004, Recast: 0.01,
	}
}

// Only returns rates of which one kind alone happens.
func Only(k Kind, rate float64) Rates { return Rates{k: rate} }
