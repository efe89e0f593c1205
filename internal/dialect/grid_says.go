package dialect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rung/internal/parse"
	"rung/internal/pattern"
)

// SayingKind is what a part of a cell is.
type SayingKind int

// The kinds of saying.
const (
	Said      SayingKind = iota // a statement
	Exemplary                   // an example of the statement before it, else of the area
	LeadsIn                     // words that introduce what follows
	RefersTo                    // the cell says what another level says
	Unwritten                   // a placeholder
)

// Saying is a part of a cell.
type Saying struct {
	Kind SayingKind
	Text parse.Text
}

// Parts says how the lines of a table's cells are told into statements where
// they are no bullets.
type Parts int

// The ways of telling lines apart.
const (
	ByLine      Parts = iota // each line is a statement
	ByParagraph              // lines belong together, empty lines part them
	Whole                    // a cell is one statement
	BySemicolon              // as ByLine, and semicolons part too
)

// PartsOf looks at all cells that hold texts and says how they are divided:
// where some have empty lines, these part and single line ends do not; a
// semicolon parts only where nearly every cell has one, because it stands in
// sentences too.
func PartsOf(cells []*Cell) Parts {
	texts, semi, blank := 0, 0, false
	for _, c := range cells {
		if c == nil || wordCount(c.Text.Value) < 3 {
			continue
		}
		texts++
		if strings.Contains(c.Text.Value, "; ") {
			semi++
		}
		for i := 1; i < len(c.Text.Breaks()); i++ {
			blank = blank || c.Text.Breaks()[i] == c.Text.Breaks()[i-1]
		}
	}
	switch {
	case texts >= 4 && semi*5 >= texts*4:
		return BySemicolon
	case blank:
		return ByParagraph
	}
	return ByLine
}

// Sayings returns what a cell says, in order. A cell that only marks that
// there is nothing to say gives nothing.
func (c *Cell) Sayings(parts Parts) []Saying {
	if c == nil || c.Block == nil || IsBlank(c.Text.Value) {
		return nil
	}
	if kind, ok := wholeCell(c.Text.Value); ok {
		return []Saying{{kind, c.Text}}
	}
	s := sayer{parts: parts}
	lines := cellLines(c.Block)
	for _, l := range lines {
		s.bullets = s.bullets || l.bullet
	}
	for i, l := range lines {
		if l.text.Value != "" {
			s.line(l, i+1 < len(lines) && lines[i+1].bullet)
		}
	}
	s.flush()
	return s.out
}

// wholeCell judges cells that say one thing only.
func wholeCell(text string) (SayingKind, bool) {
	switch {
	case IsStub(text):
		return Unwritten, true
	case refersOnly(text):
		return RefersTo, true
	}
	return Said, false
}

// sayer goes through the lines of a cell.
type sayer struct {
	parts    Parts
	bullets  bool // the cell has some
	out      []Saying
	open     []parse.Text // lines of a statement in the making
	para     int
	examples bool // a line said that what follows are examples
	exPara   int
}

func (s *sayer) line(l cellLine, bulletNext bool) {
	text := l.text.Value
	if s.examples && l.para != s.exPara && !l.bullet {
		s.examples = false
	}
	switch {
	case exampleLead(text) != leadNone:
		s.flush()
		s.examples, s.exPara = true, l.para
	case exampleStart(text) > 0:
		s.flush()
		s.add(Exemplary, l.text.Slice(exampleStart(text), len(text)))
	case s.examples:
		s.add(Exemplary, l.text)
	case IsStub(text):
		s.flush()
		s.add(Unwritten, l.text)
	case l.bullet && l.depth > 0 && s.hasSaid():
		s.flush()
		s.add(Exemplary, l.text)
	case l.bullet:
		s.flush()
		s.statement(l.text)
	case refersOnly(text) || everythingOf(text):
		s.flush()
		s.add(RefersTo, l.text)
	case bulletNext && strings.HasSuffix(text, ":"), bulletNext && l.text.Covered("strong"):
		s.flush()
		s.add(LeadsIn, l.text)
	case s.continues(l):
		s.open = append(s.open, l.text)
	default:
		s.flush()
		s.open = []parse.Text{l.text}
	}
	s.para = l.para
}

// continues reports whether a line goes on with the one before.
func (s *sayer) continues(l cellLine) bool {
	switch {
	case len(s.open) == 0:
		return s.bullets && s.reopen(l)
	case s.parts == Whole:
		return true
	case l.para != s.para:
		return false
	case s.parts == ByParagraph:
		return true
	}
	return startsLower(l.text.Value) || strings.HasSuffix(s.open[len(s.open)-1].Value, ",")
}

// reopen takes back the bullet before a line that was only broken by its
// author's spreadsheet.
func (s *sayer) reopen(l cellLine) bool {
	n := len(s.out)
	if n == 0 || s.out[n-1].Kind != Said || l.para != s.para || !startsLower(l.text.Value) {
		return false
	}
	s.open, s.out = []parse.Text{s.out[n-1].Text}, s.out[:n-1]
	return true
}

func (s *sayer) hasSaid() bool { return len(s.out) > 0 || len(s.open) > 0 }

func (s *sayer) flush() {
	if len(s.open) > 0 {
		s.statement(parse.Join(s.open...))
		s.open = nil
	}
}

func (s *sayer) statement(t parse.Text) {
	if s.parts != BySemicolon {
		s.add(Said, t)
		return
	}
	from := 0
	for i := 0; i < len(t.Value); i++ {
		if t.Value[i] == ';' {
			s.add(Said, t.Slice(from, i))
			from = i + 1
		}
	}
	s.add(Said, t.Slice(from, len(t.Value)))
}

func (s *sayer) add(kind SayingKind, t parse.Text) {
	if t.Value == "" {
		return
	}
	s.out = append(s.out, Saying{kind, t})
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// wordCount counts words, and letters where a script has no spaces.
func wordCount(s string) int {
	if s == "" {
		return 0
	}
	return wordsIn(s) + 1
}

var exampleBegin = pattern.New(`(?i)^(?:(?:some |for )?(?:examples?|instance|evidence)(?: (?:are|include|might include|of this))?|exemplos?|ejemplos?|exemples?|beispiele?|zum beispiel|z\. ?b\.|p\. ?ex\.|par exemple|por ejemplo|por exemplo|например|esempio|ex\.|e\. ?g\.|例|例えば)\s*[:：,]\s*|^\(?(?:e\. ?g\.|z\. ?b\.|p\. ?ex\.) `)

// exampleStart returns where the words of an example begin in a line that says
// that it is one, as "Example: I did so", or 0.
func exampleStart(text string) int {
	loc := exampleBegin.FindStringIndex(text)
	if loc == nil || loc[1] >= len(text) {
		return 0
	}
	return loc[1]
}

// IsBlank reports text that only says that there is nothing.
func IsBlank(text string) bool {
	if len(text) > 24 {
		return false
	}
	text = strings.ToLower(strings.TrimSpace(text))
	if len(text) > 2 {
		text = strings.TrimRight(text, ".")
		if text == "" {
			return false // "..." is still to be written
		}
	}
	switch text {
	case "", ".", "-", "--", "---", "–", "—", "―", "−", "/", "n/a", "na", "n.a", "none", "not applicable", "nil", "_", "ー", "なし", "нет", "keine", "entfällt", "não se aplica", "no aplica",
		"não aplicável", "sans objet", "nicht zutreffend", "nie dotyczy", "non applicabile", "niet van toepassing", "ej tillämpligt", "не применимо", "неприменимо", "該当なし",
		"not expected", "not required", "nothing", "nothing yet", "no expectation", "no expectations":
		return true
	}
	return false
}

// stubWord matches placeholders. In capitals they may be followed by anything
// ("TODO ask Ann"); in small letters only by punctuation, because "todo lists"
// and "a definir" begin sentences too.
var stubWord = pattern.New(`^[\[(*_<{]*(TODO|TBD|TBC|TBA|WIP|FIXME)\b.{0,60}$|(?i:^[\[(*_<{]*(todo|tbd|tbc|tba|wip|xxx+|coming soon|to ?do|fixme|to be (defined|done|determined|written|added|confirmed|decided)|work in progress|placeholder|lorem ipsum.*|to follow|to come|pending|missing|a definir|por definir|pendiente|pendente|em construção|à définir|à compléter|noch offen|offen|folgt noch|folgt|in arbeit|fehlt( noch)?|t\.b\.d\.|未定|待定|в разработке|\?+)\s*([:.,!–-].{0,40})?[\])*_>}]*$)`)

// IsStub reports a text that stands for one that is still to be written.
func IsStub(text string) bool {
	if len(text) > 90 || text == "" {
		return false
	}
	return strings.Trim(text, ".… ") == "" || stubWord.MatchString(strings.TrimSpace(text))
}
