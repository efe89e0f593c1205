package cli

import (
	"context"
	"fmt"
	"slices"

	"rung/internal/dialect"
	"rung/internal/fault"
	"rung/internal/origin"
	"rung/internal/settings"
)

type initCmd struct {
	Path  string `arg:"" optional:"" name:"PATH" help:"Where the ladders are (default: the current folder)."`
	Force bool   `help:"Write over a rung.yaml that is there."`
	Print bool   `help:"Print it, and write nothing."`
}

func (initCmd) Help() string {
	return `Writes rung.yaml into the folder of the ladders. It says, in comments, how they were read: each
reading that was chosen where another was possible, with the reason and the line that flips it; the
levels and tracks; the files of which nothing was read. As it is written it changes nothing.`
}

func (c initCmd) Run(ctx context.Context, p *program) error {
	l, err := p.openLadder(ctx, c.Path, "", compileOne)
	if err != nil {
		return err
	}
	defer l.Close()
	text := settings.Write(c.inferred(l))
	if c.Print {
		_, err := p.out.Write(text)
		return err
	}
	if l.Kind == origin.File {
		return fault.New(fault.Invalid, "%s is a file, and rung.yaml holds for a folder: name the folder", l.typed)
	}
	if err := c.write(l, text); err != nil {
		return err
	}
	fmt.Fprintf(p.out, "wrote %s with %s; as it is, it changes nothing\n", settings.Name, plural(flippable(l), "reading", "readings"))
	return nil
}

// inferred gathers what is worth saying of a ladder.
func (initCmd) inferred(l *ladder) settings.Inferred {
	in := settings.Inferred{Framework: l.result.Framework}
	if in.Framework.Title == l.Title {
		in.Given = l.Title // it may be the folder's name, which is not to be fixed
	}
	for _, d := range l.result.Report.Sorted() {
		if d.Code == dialect.DataRule.Code && !slices.Contains(in.Unread, d.Primary.Path) {
			in.Unread = append(in.Unread, d.Primary.Path)
		}
	}
	return in
}

// write puts the file into the ladder's folder.
func (c initCmd) write(l *ladder, text []byte) error {
	err := l.Create(settings.Name, text)
	if fault.KindOf(err) != fault.Conflict {
		return err
	}
	before := l.result.Sources.File(settings.Name)
	if !c.Force || before == nil {
		return fault.New(fault.Conflict, "%s is there already: --force writes over it, --print shows what would be written", settings.Name)
	}
	return l.Replace(settings.Name, before.Bytes(), text)
}

func flippable(l *ladder) int {
	n := 0
	for _, r := range l.result.Framework.Readings {
		if r.Setting != "" {
			n++
		}
	}
	return n
}
