package dialect

import (
	"strings"

	"rung/internal/model"
	"rung/internal/parse"
)

// outline arranges the blocks of a document by their headings. Where the
// author had no headings and set lines in bold instead, these serve. The root
// is the page's title with all beneath it, or a section without heading.
func outline(doc *parse.Document, names repeats) *Section {
	root := &Section{}
	blocks := framedExamples(doc.Blocks)
	o := &outliner{blocks: blocks, names: names, jobs: boldJobs(blocks), stack: []*Section{root}}
	for _, b := range o.blocks {
		o.real = o.real || b.Kind == parse.Heading
	}
	o.kin = o.boldKin()
	folded := paragraphsApart(o.blocks)
	for i, b := range o.blocks {
		title, depth, ok := o.heading(i)
		if !ok {
			o.addBody(b, len(o.stack) > 2 && !folded)
			continue
		}
		if b.Kind == parse.Heading { // ends what lines in bold began, however deep it is
			for o.top().Head != nil && o.top().Head.Kind != parse.Heading {
				o.stack = o.stack[:len(o.stack)-1]
			}
		}
		o.begin(&Section{Head: b, Title: title, Depth: depth, level: b.Kind != parse.Heading && o.kin[title.Value]})
	}
	bulletSections(root)
	unnumber(root)
	return hoist(root, named(doc))
}

// outliner is an outline in the making.
type outliner struct {
	blocks []*parse.Block
	real   bool            // there are headings
	names  repeats         // of the whole set
	jobs   map[string]bool // that lines in bold share
	kin    map[string]bool // lines in bold where half name levels
	stack  []*Section      // from the root to the innermost section
}

func (o *outliner) top() *Section { return o.stack[len(o.stack)-1] }

// begin adds a section under the innermost one that it is deeper than.
func (o *outliner) begin(s *Section) {
	for len(o.stack) > 1 && o.top().Depth >= s.Depth {
		o.stack = o.stack[:len(o.stack)-1]
	}
	o.top().Subs = append(o.top().Subs, s)
	o.stack = append(o.stack, s)
}

// boldJobs returns the jobs that lines in bold share.
func boldJobs(blocks []*parse.Block) map[string]bool {
	var titles []string
	for _, b := range blocks {
		if b.Kind != parse.Paragraph || len(b.Text.Marks) == 0 || len(b.Text.Value) > maxName {
			continue
		}
		if title, ok := boldLine(b); ok {
			titles = append(titles, title.Value)
		}
	}
	if len(titles) < 2 {
		return nil
	}
	jobs := sharedJobs(titles)
	addCounted(jobs, titles)
	return jobs
}

// isLevel reports whether a line in bold names a level.
func (o *outliner) isLevel(title string) bool {
	return LevelName(title) || inJobs(o.jobs, title) || o.kin[title]
}

// boldKin returns the lines of a word or two in bold over prose or bullets, where
// half of them name levels, and two at least: "Maker" between "Learner" and
// "Master" is one as well.
func (o *outliner) boldKin() map[string]bool {
	out := map[string]bool{}
	levels := 0
	for i, b := range o.blocks[:max(len(o.blocks)-1, 0)] {
		if b.Kind != parse.Paragraph || len(b.Text.Marks) == 0 || len(b.Text.Value) > maxName || o.blocks[i+1].Kind == parse.Heading || o.blocks[i+1].Kind == parse.List && isNavigation(o.blocks[i+1]) {
			continue // "Contents" over links
		}
		title, ok := boldLine(b)
		if _, again := boldLine(o.blocks[i+1]); ok && again && LevelName(title.Value) {
			return nil // what is below it are its areas
		}
		if !ok || len(strings.Fields(title.Value)) > 2 || strings.ContainsAny(title.Value, ".!?") || facetOf(title.Value) != noFacet {
			continue
		}
		if out[title.Value] {
			return nil // it comes again at each level
		}
		out[title.Value] = true
		if LevelName(title.Value) {
			levels++
		}
	}
	if levels < 2 || levels*2 < len(out) {
		return nil
	}
	return out
}

// addBody adds a block to the innermost section. Lines without bullets become
// a list, and a line in bold above them a section.
func (o *outliner) addBody(b *parse.Block, lines bool) {
	head, list, ok := bareLines(b, lines)
	switch {
	case !ok:
		o.top().Body = append(o.top().Body, b)
	case head == nil:
		o.top().Body = append(o.top().Body, list)
	default:
		title := head.Text.Slice(0, len(strings.TrimRight(head.Text.Value, ":： ")))
		o.begin(&Section{Head: head, Title: title, Depth: o.boldDepth(head.Text), Body: []*parse.Block{list}})
	}
}

// named reports whether a page has its name from its front matter or its
// file, so that its first heading need not be one.
func named(doc *parse.Document) bool {
	if doc.Front.Text("title") != "" || doc.Name.Value != "" {
		return true
	}
	label, rest := SplitLabel(unhyphen(stemOf(doc.File.Path())))
	return label.Text != "" || RoleTitle(rest)
}

// hoist makes the page's title the root, and takes text before it along. The
// title is the only top section, or a first one that has nothing beneath it
// but prose: some authors set title and areas at one rank.
func hoist(root *Section, named bool) *Section {
	if len(root.Subs) == 0 {
		return root
	}
	top := root.Subs[0]
	if named && top.Head.Kind == parse.Heading && top.Head.Level > 1 && !roleHeading(top.Title.Value) {
		return root
	}
	if len(root.Subs) > 1 && levelTitle(top.Title.Value) && levelTitle(root.Subs[1].Title.Value) {
		return root // the levels of something that only the file names
	}
	if len(root.Subs) > 1 {
		if len(top.Subs) > 0 || hasList(top.Body) || hasQuestion(top.Title.Value) {
			return root
		}
		top.Subs = root.Subs[1:]
	}
	top.Body = append(root.Body[:len(root.Body):len(root.Body)], top.Body...)
	return top
}

func hasQuestion(title string) bool { return strings.HasSuffix(title, "?") }

func hasList(blocks []*parse.Block) bool {
	for _, b := range blocks {
		if b.Kind == parse.List || statesTable(b) {
			return true
		}
	}
	return false
}

// heading says whether block i is a heading or serves as one, and how deep.
func (o *outliner) heading(i int) (title parse.Text, depth int, ok bool) {
	b := o.blocks[i]
	if b.Kind == parse.Heading {
		return b.Text, int(b.Level) * rankStep, b.Text.Value != ""
	}
	title, ok = boldLine(b)
	if !ok && followedByList(o.blocks, i) {
		if title, ok = italicLine(b); !ok {
			title, ok = capitalLine(b)
		}
	}
	switch {
	case !ok || !o.introduces(i) && !o.repeated(i, title):
		return parse.Text{}, 0, false
	case o.real:
		return title, o.boldDepth(title), true
	case i == 0 && !followedByList(o.blocks, i):
		return title, rankStep, true
	}
	return title, 2*rankStep + o.boldRank(title), true
}

// repeated reports a line in bold over prose that comes again at other levels.
func (o *outliner) repeated(i int, title parse.Text) bool {
	if len(o.stack) < 2 || !o.names.again(title.Value) || i+1 == len(o.blocks) || o.blocks[i+1].Kind != parse.Paragraph {
		return false
	}
	_, bold := boldLine(o.blocks[i+1])
	return !bold
}

// rankStep is how much deeper a heading is than one of the rank above: lines in
// bold stand between.
const rankStep = 4

// boldRank returns how far below a heading a line in bold stands: levels above
// what is no level, and what is in italics as well below these.
func (o *outliner) boldRank(title parse.Text) int {
	switch {
	case o.isLevel(title.Value):
		return 1
	case title.Covered(model.Emphasis):
		return 3
	}
	return 2
}

// boldDepth places a bold line below the heading that it stands under: a part of
// a step deeper, so that the next real heading ends it.
func (o *outliner) boldDepth(title parse.Text) int {
	depth := 0
	for _, s := range o.stack {
		if s.Head != nil && s.Head.Kind == parse.Heading {
			depth = s.Depth
		}
	}
	return depth + o.boldRank(title)
}

// boldLine returns the words of a paragraph that is one line of bold type:
// closed ("**Name**") or left open by its author ("***Name").
func boldLine(b *parse.Block) (title parse.Text, ok bool) {
	t := b.Text
	if b.Kind != parse.Paragraph || t.Value == "" || len(t.Breaks()) > 0 {
		return t, false
	}
	open := len(t.Value) - len(strings.TrimLeft(t.Value, "*"))
	if open >= 2 {
		inner := strings.TrimRight(t.Value, "*")
		return t.Slice(open, len(inner)), len(inner) > open && !strings.Contains(inner[open:], "**")
	}
	if !t.Covered(model.Strong) || exampleLead(t.Value) != leadNone {
		return t, false
	}
	return t.Slice(0, len(strings.TrimRight(t.Value, ":"))), true
}

// italicLine returns the words of a paragraph that is a few words in italics,
// as "*Craft*" over a list.
func italicLine(b *parse.Block) (title parse.Text, ok bool) {
	t := b.Text
	const most = 5
	if b.Kind != parse.Paragraph || len(t.Breaks()) > 0 || !t.Covered(model.Emphasis) || len(strings.Fields(t.Value)) > most {
		return t, false
	}
	if strings.ContainsAny(t.Value, ".!?") || exampleLead(t.Value) != leadNone || facetOf(t.Value) != noFacet || Extends(t.Value) || LevelName(t.Value) {
		return t, false
	}
	return t.Slice(0, len(strings.TrimRight(t.Value, ": "))), true
}

// capitalLine returns the words of a paragraph that is a few words in capitals,
// as "SAFETY" over a list in a file without markup.
func capitalLine(b *parse.Block) (title parse.Text, ok bool) {
	t := b.Text
	const most, letters = 5, 3
	if b.Kind != parse.Paragraph || len(t.Breaks()) > 0 || len(strings.Fields(t.Value)) > most {
		return t, false
	}
	words := strings.TrimRight(t.Value, ": ")
	if len(words) < letters || words != strings.ToUpper(words) || words == strings.ToLower(words) || exampleLead(words) != leadNone {
		return t, false
	}
	return t.Slice(0, len(words)), true
}

// introduces reports whether what follows block i is of its section. A bold
// line before another one, or at the end, is a remark. Where the page has real
// headings, whole paragraphs may be bold for weight: there a line in bold is a
// heading only over a list.
func (o *outliner) introduces(i int) bool {
	if i+1 == len(o.blocks) {
		return false
	}
	next := o.blocks[i+1]
	switch next.Kind {
	case parse.Heading:
		return false
	case parse.Paragraph:
		if o.isLevel(strings.Trim(o.blocks[i].Text.Value, "*: ")) {
			return true
		}
		_, bold := boldLine(next)
		sentence := strings.HasSuffix(o.blocks[i].Text.Value, ".")
		return !bold && (!o.real || !sentence && followedByList(o.blocks, i+1))
	default:
		return true
	}
}

func followedByList(blocks []*parse.Block, i int) bool {
	return i+1 < len(blocks) && blocks[i+1].Kind == parse.List
}
