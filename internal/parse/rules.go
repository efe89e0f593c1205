package parse

import "rung/internal/diag"

// The rules of this package. They hold no state; Rules lists them.
var (
	// LimitRule tells of text beyond what is read.
	LimitRule = &diag.Rule{
		Code: "P0001", Slug: "over-limit", Severity: diag.Warning, Since: "0.1.0",
		Title: "text is larger or deeper than what is read",
		Text: `A ladder is text that people write for people. A file of megabytes, a tree of ten thousand files, quotes within quotes sixty
levels deep, data that repeats itself without end: such things are accidents or attacks, and reading them would take the time of
everything else. rung reads up to fixed limits and says where it stopped. Split the file, or point rung at the folder that holds the ladders.`,
		Bad:  "-- Baker/L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n-- Baker/notes.md --\n# Notes\n\n" + deepQuote + " too deep\n",
		Good: "-- Baker/L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n-- Baker/notes.md --\n# Notes\n\n> > deep enough\n",
	}
	// UnreadableRule tells of files that are no text, or cannot be read.
	UnreadableRule = &diag.Rule{
		Code: "P0002", Slug: "unreadable-file", Severity: diag.Warning, Since: "0.1.0",
		Title: "a file cannot be read as text",
		Text: `The file has the name of a text and is none: it is UTF-16, or holds zero bytes, or nobody may read it. Save it as UTF-8.
Symbolic links are not followed, because they may lead out of the ladder; a note says so.`,
		Bad:  "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list\x00 asks for.\n",
		Good: "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n",
	}
	// EncodingRule tells of bytes that are no UTF-8.
	EncodingRule = &diag.Rule{
		Code: "P0003", Slug: "invalid-utf8", Severity: diag.Warning, Since: "0.1.0",
		Title: "a file holds bytes that are no UTF-8",
		Text: `Some letters of the file are written in an older encoding. rung reads them as Windows-1252, which is right nearly always, and
offers to write them so. Look at the letters before you accept, and save the file as UTF-8.`,
		Bad:  "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I brew the caf\xe9's coffee.\n",
		Good: "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I brew the café's coffee.\n",
	}
	// MojibakeRule tells of text that was decoded wrongly and saved again.
	MojibakeRule = &diag.Rule{
		Code: "P0004", Slug: "damaged-text", Severity: diag.Warning, Since: "0.1.0",
		Title: "letters were damaged by a wrong decoding",
		Text: `Somebody opened the file as Windows-1252 or Mac Roman, although it was UTF-8, and saved it again: an apostrophe has become
"â€™", a pictograph a row of odd letters. rung reads the text as it was meant and offers to mend the file. It touches only runs that
decode back without a doubt; accents, Greek and quotation marks that are right stay as they are.`,
		Bad:  "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I know my customersâ€™ names.\n",
		Good: "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I know my customers’ names.\n",
	}
	// DataRule tells of data and front matter that break their format's rules.
	DataRule = &diag.Rule{
		Code: "P0005", Slug: "invalid-data", Severity: diag.Error, Since: "0.1.0",
		Title: "data or front matter has a syntax error",
		Text: `The file, or the block between "---" at its top, is not valid YAML, JSON or CSV, so nothing of it can be used. The message
gives the parser's reason and the place where it gave up; the cause is there or just above it.`,
		Bad:  "-- L1-Baker.md --\n---\nlevel: [1\ntitle: Baker\n---\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n",
		Good: "-- L1-Baker.md --\n---\nlevel: L1\ntitle: Baker\n---\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n",
	}
	// LooseYAMLRule tells of YAML that only people can read.
	LooseYAMLRule = &diag.Rule{
		Code: "P0130", Slug: "loose-yaml", Severity: diag.Warning, Since: "0.1.0",
		Title: "YAML that a strict parser refuses was read as it was meant",
		Text: `A text without quotes that begins with a sign of YAML, or holds a colon and a space, and a tab behind the dash of an item, make the
whole file unreadable to other programs. rung reads the line as it was meant, where that is beyond doubt. Put such texts in quotes.`,
		Bad:  "-- L1-Baker.md --\n---\ntitle: Baker\nmotto: Bread: the rest is butter\n---\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n",
		Good: "-- L1-Baker.md --\n---\ntitle: Baker\nmotto: \"Bread: the rest is butter\"\n---\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n",
	}
	// DuplicateKeyRule tells of records that have one key twice.
	DuplicateKeyRule = &diag.Rule{
		Code: "P0131", Slug: "duplicate-key", Severity: diag.Warning, Since: "0.1.0",
		Title: "a record has one key twice",
		Text: `Most programs take the last of two entries of one key and drop the others without a word. rung reads them all, because texts of a
ladder are seldom meant to be dropped; but which was meant only the author knows. Put both into one, or rename one.`,
		Bad:  "-- L1-Baker.md --\n---\ntitle: Baker\nlevel: L1\nlevel: L1\n---\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n",
		Good: "-- L1-Baker.md --\n---\ntitle: Baker\nlevel: L1\n---\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n",
	}
	// UnclosedRule tells of details that nothing ends.
	UnclosedRule = &diag.Rule{
		Code: "P0006", Slug: "unclosed-details", Severity: diag.Warning, Since: "0.1.0",
		Title: "a <details> has no end",
		Text: `Everything behind the "<details>" is folded away with it, up to the next heading. Put "</details>" on a line of its own behind
the last line that belongs to it.`,
		Bad:  "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n\n<details>\n<summary>Examples</summary>\n\n- I baked forty rolls.\n",
		Good: "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n\n<details>\n<summary>Examples</summary>\n\n- I baked forty rolls.\n\n</details>\n",
	}
)

const deepQuote = ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>"

// Rules returns the rules of this package by code. The caller owns the slice.
func Rules() []*diag.Rule {
	return []*diag.Rule{LimitRule, UnreadableRule, EncodingRule, MojibakeRule, DataRule, UnclosedRule, LooseYAMLRule, DuplicateKeyRule}
}
