package gitrepo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"rung/internal/fault"
)

const (
	// leastGit is the oldest version whose options are used here.
	leastGit = "2.31"
	// commandTimeout bounds one run of the program.
	commandTimeout = 60 * time.Second
	// killDelay is how long a killed program may hold its pipes.
	killDelay = 2 * time.Second
	// maxOutput bounds what one run may print; a history of a million commits
	// stays below it.
	maxOutput = 256 << 20
	// maxStderr bounds what is kept of the program's complaints.
	maxStderr = 4 << 10
)

// guards are settings that outrank a repository's own configuration, which
// may come from anybody and can name programs to run.
var guards = []string{
	"-c", "safe.directory=*",
	"-c", "core.fsmonitor=false",
	"-c", "core.hooksPath=" + os.DevNull,
	"-c", "core.quotePath=false",
	"-c", "protocol.ext.allow=never",
	"-c", "log.showSignature=false",
	"-c", "i18n.logOutputEncoding=UTF-8",
	"-c", "gc.auto=0",
	"-c", "maintenance.auto=false",
}

// command is one run of the git program.
type command struct {
	dir       string
	protocols string   // transports that may be used; "" for none
	limit     int      // bytes of output after which the program is ended
	empty     []string // names of settings to be read as empty
}

// commandError is a run that ended badly.
type commandError struct {
	verb   string
	stderr string
	err    error
}

func (e *commandError) Error() string {
	first, _, _ := strings.Cut(strings.TrimSpace(e.stderr), "\n")
	return fmt.Sprintf("git %s: %v: %s", e.verb, e.err, first)
}

func (e *commandError) Unwrap() error { return e.err }

// run runs git in dir and returns what it printed. Output beyond maxOutput is
// an error.
func run(ctx context.Context, dir string, args ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, commandTimeout)
	defer cancel()
	c := command{dir: dir, limit: maxOutput}
	out, err := c.run(ctx, args...)
	if err == nil && len(out) >= maxOutput {
		err = fault.New(fault.Unavailable, "git printed more than %d MiB: the repository is too large to be read as a ladder", maxOutput>>20)
	}
	return out, err
}

// run runs git with args and returns at most limit bytes of what it printed;
// where the limit is reached, the program is ended and that is no error.
func (c command) run(ctx context.Context, args ...string) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	cmd, err := c.build(ctx, args)
	if err != nil {
		return nil, err
	}
	out := &limited{limit: c.limit, full: cancel}
	stderr := &limited{limit: maxStderr}
	cmd.Stdout, cmd.Stderr = out, stderr
	err = cmd.Run()
	switch {
	case out.buf.Len() >= c.limit:
		return out.buf.Bytes(), nil
	case ctx.Err() != nil:
		return nil, timedOut(ctx.Err(), args[0])
	case err != nil:
		return nil, &commandError{verb: args[0], stderr: stderr.buf.String(), err: err}
	}
	return out.buf.Bytes(), nil
}

func (c command) build(ctx context.Context, args []string) (*exec.Cmd, error) {
	program, err := exec.LookPath("git")
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "the git program was not found: install Git %s or newer and put it on the PATH", leastGit)
	}
	cmd := exec.CommandContext(ctx, program, append(guards[:len(guards):len(guards)], args...)...)
	cmd.Dir = c.dir
	cmd.Env = c.environment()
	cmd.WaitDelay = killDelay
	return cmd, nil
}

// environment is what the program may know of ours. Variables that begin with
// GIT_ are not passed on: in a hook they name another repository and index.
func (c command) environment() []string {
	protocols := c.protocols
	if protocols == "" {
		protocols = "none"
	}
	env := []string{
		"LC_ALL=C",
		"HOME=" + os.DevNull,
		"XDG_CONFIG_HOME=" + os.DevNull,
		"GIT_CONFIG_NOSYSTEM=1",
		"GIT_CONFIG_GLOBAL=" + os.DevNull,
		"GIT_TERMINAL_PROMPT=0",
		"GIT_OPTIONAL_LOCKS=0",
		"GIT_NO_REPLACE_OBJECTS=1",
		"GIT_NO_LAZY_FETCH=1",
		"GIT_ALLOW_PROTOCOL=" + protocols,
		"GIT_PAGER=cat",
	}
	// Names that hold "=" cannot be given with -c.
	for i, name := range c.empty {
		env = append(env, fmt.Sprintf("GIT_CONFIG_KEY_%d=%s", i, name), fmt.Sprintf("GIT_CONFIG_VALUE_%d=", i))
	}
	env = append(env, fmt.Sprintf("GIT_CONFIG_COUNT=%d", len(c.empty)))
	for _, name := range []string{"PATH", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT"} {
		if v, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+v)
		}
	}
	return env
}

func timedOut(err error, verb string) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return fault.Wrap(fault.Unavailable, err, "git %s took too long", verb)
	}
	return fmt.Errorf("git %s: %w", verb, err)
}

// limited keeps the first limit bytes written to it, swallows the rest, and
// calls full, if any, when the limit is reached.
type limited struct {
	buf   bytes.Buffer
	limit int
	full  func()
}

func (l *limited) Write(p []byte) (int, error) {
	l.buf.Write(p[:min(len(p), l.limit-l.buf.Len())])
	if l.buf.Len() >= l.limit && l.full != nil {
		l.full()
	}
	return len(p), nil
}
