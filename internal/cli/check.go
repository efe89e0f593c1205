package cli

import (
	"context"
	"fmt"
	"io"

	"rung/internal/compile"
	"rung/internal/diag"
)

type checkCmd struct {
	Path     string `arg:"" optional:"" name:"PATH" help:"Where the ladders are (default: the current folder)."`
	Format   string `default:"text" enum:"text,json,sarif,github" help:"How to print: ${enum}."`
	FailOn   string `default:"error" enum:"error,warning" help:"The mildest finding that makes the exit status 1: ${enum}."`
	Coverage bool   `help:"Also show, file by file, what every text ended as; with --format json, this alone."`
	Fix      bool   `help:"Apply the fixes that change no meaning to the files, and say which."`
	NoCache  bool   `help:"Read the files anew, also those of which a check has been made before."`
	Verbose  bool   `short:"v" help:"Also say, on the standard error, what was read and which readings were chosen."`
	revision
}

func (checkCmd) Help() string {
	return `Prints one diagnostic after the other, each with its place, its code and what to do, and exits
with 1 when one of them is at least as bad as --fail-on says. "rung explain CODE" says more about a
code. The formats:

  text     for people, with the line of source; files as you would type them
  json     one object, for programs of your own; files below PATH, as rung export has them
  sarif    SARIF 2.1.0, for code hosts; files below the top of the repository
  github   annotations on a pull request, from GitHub Actions; files likewise

With --fix, files are changed: only by fixes that change no meaning, only plain files in the folder
that is named, each whole or not at all. What is printed is what is left.

What a check finds is kept in the user's cache folder ($XDG_CACHE_HOME/rung), by the hash of every
byte that it depends on and of this program: the same files are answered at once the next time.
--no-cache, or RUNG_CACHE=off in the environment, leaves the folder alone.`
}

func (c checkCmd) Run(ctx context.Context, p *program) error {
	run := compileOne
	fixing := &fixing{changed: map[string][]byte{}, before: map[string][]byte{}}
	switch {
	case c.Fix:
		run = fixing.compile
	case !c.NoCache && !c.Verbose && !c.Coverage: // these show more than what is wrong
		run = compileKnown(p.answers())
	}
	l, err := p.openLadder(ctx, c.Path, c.Rev, run)
	if err != nil {
		return err
	}
	defer l.Close()
	if c.Fix {
		if err := fixing.write(p, l.Origin); err != nil {
			return err
		}
	}
	if c.Verbose {
		sayRead(p.err, l.result)
	}
	if err := c.print(p, l); err != nil {
		return err
	}
	limit := diag.Error
	if c.FailOn == "warning" {
		limit = diag.Warning
	}
	if worst, any := l.result.Report.Worst(); any && worst >= limit {
		return errFindings
	}
	return nil
}

func (c checkCmd) print(p *program, l *ladder) error {
	if !c.Coverage {
		return c.printFindings(p, l)
	}
	if c.Format == "text" {
		if err := c.printFindings(p, l); err != nil {
			return err
		}
		fmt.Fprintln(p.out)
	}
	return c.printCoverage(p.out, l)
}

func (c checkCmd) printFindings(p *program, l *ladder) error {
	rules := compile.Rules()
	switch c.Format {
	case "json":
		list, sources := l.found("")
		return diag.JSON(p.out, list, sources, rules)
	case "sarif":
		list, sources := l.found(l.repositoryFolder())
		return diag.SARIF(p.out, list, sources, rules)
	case "github":
		list, sources := l.found(l.repositoryFolder())
		return diag.GitHub(p.out, list, sources, rules)
	default:
		list, sources := l.found(l.typedFolder())
		return diag.Text(p.out, list, sources, diag.Style{Color: p.colors(), Rules: rules})
	}
}

// sayRead says what was read, and how where more than one reading was
// possible.
func sayRead(w io.Writer, r *compile.Result) {
	f := r.Framework
	statements := 0
	for _, role := range f.Roles {
		statements += len(role.Statements())
	}
	fmt.Fprintf(w, "%s: %s, %s, %s, %s, %s\n", f.Title,
		plural(len(r.Sources.Paths()), "file", "files"), plural(len(f.Tracks), "track", "tracks"), plural(len(f.Roles), "role", "roles"),
		plural(statements, "statement", "statements"), plural(len(f.Pages), "page", "pages"))
	for _, role := range f.Roles {
		fmt.Fprintf(w, "  %s: %s, %s\n", role.Path(), role.Name(), plural(len(role.Statements()), "statement", "statements"))
	}
	for _, reading := range f.Readings {
		fmt.Fprintf(w, "  %s: read as %s, since %s\n", reading.Path, reading.Reading, reading.Why)
		if reading.Setting != "" {
			fmt.Fprintf(w, "    %s in rung.yaml reads it the other way\n", reading.Setting)
		}
	}
}
