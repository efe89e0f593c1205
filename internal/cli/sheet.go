package cli

import (
	"bufio"
	"fmt"
	"io"

	"rung/internal/diag"
	"rung/internal/wire"
	"rung/internal/wording"
)

// sheetFormat is the flag of commands that print a sheet.
type sheetFormat struct {
	Format string `default:"text" enum:"text,markdown,json" help:"How to print: ${enum}."`
}

// sheet is what a command has to say about wordings, before it is printed for
// a terminal or for a pull request.
type sheet struct {
	title    string
	chapters []sheetChapter
}

type sheetChapter struct {
	title string // "" for none
	lines []sheetLine
}

// sheetLine is one wording: how it differs from another, or as it is.
type sheetLine struct {
	mark   string // one sign for a terminal
	kind   string // the same in a word
	runs   []wording.Run
	remark string
}

// as returns the runs of a text that is compared with nothing.
func as(text string) []wording.Run { return []wording.Run{{Op: wording.Equal, Text: text}} }

// print writes the sheet, or value where JSON is asked for.
func (f sheetFormat) print(w io.Writer, s sheet, value any) error {
	if f.Format == "json" {
		return wire.Write(w, "answer", value)
	}
	out := bufio.NewWriter(w)
	if f.Format == "markdown" {
		s.markdown(out)
	} else {
		s.text(out)
	}
	return out.Flush()
}

func (s sheet) text(w io.Writer) {
	fmt.Fprintln(w, diag.Plain(s.title))
	for _, c := range s.chapters {
		if c.title != "" {
			fmt.Fprintf(w, "\n%s\n", diag.Plain(c.title))
		}
		for _, l := range c.lines {
			line := l.mark + " " + wording.Marked(l.runs)
			if l.remark != "" {
				line += "  (" + l.remark + ")"
			}
			fmt.Fprintf(w, "  %s\n", diag.Plain(line))
		}
	}
}

func (s sheet) markdown(w io.Writer) {
	fmt.Fprintf(w, "## %s\n", wording.Markdown(diag.Plain(s.title)))
	for _, c := range s.chapters {
		if c.title != "" {
			fmt.Fprintf(w, "\n### %s\n", wording.Markdown(diag.Plain(c.title)))
		}
		fmt.Fprintln(w)
		for _, l := range c.lines {
			line := wording.MarkdownRuns(l.runs)
			if l.kind != "" {
				line = "**" + l.kind + "**: " + line
			}
			if l.remark != "" {
				line += " (" + wording.Markdown(diag.Plain(l.remark)) + ")"
			}
			fmt.Fprintf(w, "- %s\n", line)
		}
	}
}
