// Package cli is rung on the command line: one file a verb. It is the only
// place that picks stores, opens ladders and starts ports.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"rung/internal/fault"
)

// helpWidth is the most characters that a line of help has.
const helpWidth = 100

const description = `Compile career ladders from Git, read them as pages, and run the growth conversation on them.

A PATH is a folder, a single file, a Git work tree, a bare repository or a Git bundle.
Nothing is written into it but by "rung check --fix" and "rung init".

Exit status: 0 clean, 1 findings, 2 usage, 3 failure.`

// grammar is every command and flag.
type grammar struct {
	Ladder string `short:"C" placeholder:"PATH" help:"Where the ladders are, for commands whose PATH is not given (default: the current folder)."`

	Check   checkCmd   `cmd:"" group:"ladders" help:"Compile the ladders and report what is wrong with them."`
	Explain explainCmd `cmd:"" group:"ladders" help:"Say what a diagnostic means, with a bad and a good example."`
	Init    initCmd    `cmd:"" group:"ladders" help:"Write a commented rung.yaml from what was inferred."`
	Export  exportCmd  `cmd:"" group:"ladders" help:"Print the compiled framework as JSON or CSV."`

	History historyCmd `cmd:"" group:"ladders" help:"Say which statement is which through all revisions."`
	Diff    diffCmd    `cmd:"" group:"ladders" help:"Say what changed between two revisions, in words."`
	Compare compareCmd `cmd:"" group:"ladders" help:"Say what one role asks beyond another."`
	Impact  impactCmd  `cmd:"" group:"ladders" help:"Say what a change would do to people's ratings and evidence."`
	Life    lifeCmd    `cmd:"" group:"ladders" help:"Print every wording that a statement has had."`
	Blame   blameCmd   `cmd:"" group:"ladders" help:"Say where each statement of a role comes from."`

	Demo  demoCmd  `cmd:"" group:"serving" help:"Serve the built-in example company, ready to click through."`
	Serve serveCmd `cmd:"" group:"serving" help:"Serve the whole application over the ladders at PATH."`

	Login  loginCmd  `cmd:"" group:"evidence" help:"Sign this terminal in to a server."`
	Logout logoutCmd `cmd:"" group:"evidence" help:"Forget the sign-in to a server."`
	Log    logCmd    `cmd:"" group:"evidence" help:"Record evidence: something that happened. Works offline too."`

	Invite  inviteCmd  `cmd:"" group:"operation" help:"Make a link with which somebody sets a new password."`
	Backup  backupCmd  `cmd:"" group:"operation" help:"Copy the database to a file, also while a server runs."`
	Restore restoreCmd `cmd:"" group:"operation" help:"Put a copy back in place of the database."`
	Version versionCmd `cmd:"" group:"operation" help:"Compute the version step between two revisions; alone, print the version of this program."`
}

// program is what surrounds one run: its streams, its environment and the
// clock. Nothing below main reads those of the process.
type program struct {
	in       io.Reader
	out, err io.Writer
	env      map[string]string
	now      func() time.Time
	wait     func(context.Context, time.Duration) error
	ladder   string // -C
}

// Main runs the command line and returns its exit status. It ends early, and
// in good order, on an interrupt.
func Main(args []string, in io.Reader, out, err io.Writer, env []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends it at once
	p := &program{in: in, out: out, err: err, env: parseEnv(env), now: time.Now, wait: wait}
	return p.run(ctx, args)
}

func parseEnv(list []string) map[string]string {
	env := make(map[string]string, len(list))
	for _, kv := range list {
		if k, v, ok := strings.Cut(kv, "="); ok {
			env[k] = v
		}
	}
	return env
}

// run parses the arguments and runs the command that they name.
func (p *program) run(ctx context.Context, args []string) int {
	var g grammar
	exited := false
	parser, err := kong.New(&g,
		kong.Name("rung"), kong.Description(description), kong.UsageOnError(),
		kong.Writers(p.out, p.err), kong.Vars{"demo_addr": demoAddress()},
		kong.Exit(func(int) { exited = true }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, FlagsLast: true, NoExpandSubcommands: true, WrapUpperBound: helpWidth}),
		kong.ExplicitGroups([]kong.Group{
			{Key: "ladders", Title: "Ladders:"}, {Key: "serving", Title: "Serving:"},
			{Key: "evidence", Title: "Evidence:"}, {Key: "operation", Title: "Operation:"},
		}))
	if err != nil {
		return p.fail(fmt.Errorf("build the command line: %w", err))
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	chosen, err := parser.Parse(args)
	if exited { // help was printed
		return exitClean
	}
	if err != nil {
		return p.usage(err)
	}
	p.ladder = g.Ladder
	chosen.BindTo(ctx, (*context.Context)(nil))
	return p.finish(chosen.Run(p))
}

// usage reports a command line that was not understood.
func (p *program) usage(err error) int {
	var parse *kong.ParseError
	name := "rung"
	if errors.As(err, &parse) && parse.Context.Selected() != nil {
		name = parse.Context.Selected().FullPath()
	}
	fmt.Fprintf(p.err, "rung: %s\nRun \"%s --help\" to see how it is used.\n", err, name)
	return exitUsage
}

// path returns the ladder's place: the argument, else -C, else the current
// folder. Both at once are refused where they differ.
func (p *program) path(arg string) (string, error) {
	switch {
	case arg != "" && p.ladder != "" && arg != p.ladder:
		return "", fault.New(fault.Invalid, "-C says %s and the argument says %s: name the ladders once", p.ladder, arg)
	case arg != "":
		return arg, nil
	case p.ladder != "":
		return p.ladder, nil
	default:
		return ".", nil
	}
}
