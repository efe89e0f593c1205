package gitrepo

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
	"time"

	"rung/internal/fault"
)

const (
	// ahead is how many ids are sent before the first answer is read. They
	// must fit into a pipe, or both sides wait for each other.
	ahead = 200
	// batchTimeout bounds the answers to one lot of ids.
	batchTimeout = 60 * time.Second
	// maxHeader bounds the first line of an answer.
	maxHeader = 4 << 10
)

// batch is a long-lived cat-file. It starts with the first request and again
// after a failure; requests wait for one another.
type batch struct {
	dir  string
	mode string // --batch or --batch-check

	mu     sync.Mutex // protects all below and the talk with the program
	p      *process
	closed bool
}

type process struct {
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	stdout *bufio.Reader
	stderr *limited
}

func newBatch(dir, mode string) *batch { return &batch{dir: dir, mode: mode} }

// answer receives the header of the i-th id and, in mode --batch, a reader of
// exactly its bytes, of which it may leave a rest.
type answer func(i int, h header, body io.Reader) error

// each asks for the ids in order. An error ends the program, so that the next
// request meets a fresh one.
func (b *batch) each(ctx context.Context, ids []string, f answer) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	for start := 0; start < len(ids); start += ahead {
		lot := ids[start:min(start+ahead, len(ids))]
		err := b.talk(ctx, lot, func(i int, h header, body io.Reader) error { return f(start+i, h, body) })
		if err != nil {
			return err
		}
	}
	return nil
}

// talk sends one lot and reads its answers.
func (b *batch) talk(ctx context.Context, ids []string, f answer) error {
	if err := b.start(); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, batchTimeout)
	defer cancel()
	p := b.p
	stop := context.AfterFunc(ctx, func() { p.kill() })
	err := p.exchange(ids, b.mode == "--batch", f)
	if !stop() {
		err = errors.Join(timedOut(ctx.Err(), "cat-file"), err)
	}
	if err == nil {
		return nil
	}
	b.p = nil
	p.end()
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, errProtocol) {
		return fault.Wrap(fault.Unavailable, fmt.Errorf("%w: %s", err, p.stderr.buf.String()),
			"git could not read an object of the repository: run git fsck, or fetch what a partial clone left out")
	}
	return err
}

func (p *process) exchange(ids []string, withBody bool, f answer) error {
	if _, err := io.WriteString(p.stdin, strings.Join(ids, "\n")+"\n"); err != nil {
		return fmt.Errorf("ask git: %w", io.ErrUnexpectedEOF)
	}
	for i := range ids {
		if err := readAnswer(p.stdout, i, withBody, f); err != nil {
			return err
		}
	}
	return nil
}

// readAnswer reads one answer and leaves r at the next.
func readAnswer(r *bufio.Reader, i int, withBody bool, f answer) error {
	line, err := r.ReadSlice('\n')
	if err != nil {
		if errors.Is(err, bufio.ErrBufferFull) {
			err = errProtocol
		}
		return fmt.Errorf("read header: %w", err)
	}
	h, err := parseHeader(string(line))
	if err != nil {
		return err
	}
	if h.kind == "" || !withBody {
		return f(i, h, strings.NewReader(""))
	}
	body := &io.LimitedReader{R: r, N: h.size}
	if err := f(i, h, body); err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, body); err != nil {
		return fmt.Errorf("skip object: %w", err)
	}
	end, err := r.ReadByte()
	switch {
	case body.N > 0 || err != nil:
		return fmt.Errorf("read object: %w", io.ErrUnexpectedEOF)
	case end != '\n':
		return errProtocol
	}
	return nil
}

// start makes sure that a program runs. The caller holds b.mu.
func (b *batch) start() error {
	if b.closed {
		return fault.New(fault.Unavailable, "the repository is closed")
	}
	if b.p != nil {
		return nil
	}
	p, err := startProcess(b.dir, b.mode)
	if err != nil {
		return err
	}
	b.p = p
	return nil
}

func startProcess(dir, mode string) (*process, error) {
	// The process outlives the request that starts it, so no context ends it.
	cmd, err := command{dir: dir}.build(context.Background(), []string{"cat-file", mode})
	if err != nil {
		return nil, err
	}
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("start git: %w", err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("start git: %w", err)
	}
	p := &process{cmd: cmd, stdin: stdin, stderr: &limited{limit: maxStderr}}
	cmd.Stderr = p.stderr
	p.stdout = bufio.NewReaderSize(stdout, 64<<10)
	if err := cmd.Start(); err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "the git program could not be started")
	}
	return p, nil
}

// kill ends the program at once; reads of its output then end too.
func (p *process) kill() {
	_ = p.cmd.Process.Kill() // it may have ended by itself
}

// end waits until the program is gone and its pipes are closed.
func (p *process) end() {
	p.kill()
	_ = p.stdin.Close()
	_ = p.cmd.Wait() // killed, so the status says nothing
}

func (b *batch) close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	if b.p != nil {
		b.p.end()
		b.p = nil
	}
}
