package pgtest

import (
	"bytes"
	"os"
	"os/exec"
	"runtime"
)

// process is a child that runs beside the tests.
type process struct {
	cmd    *exec.Cmd
	output bytes.Buffer  // to be read when it has ended
	ended  chan struct{} // closed when it has
}

// startProcess starts cmd on a thread that lives as long as the child: the
// system ends the child with the thread that made it (see account.command).
func startProcess(cmd *exec.Cmd) (*process, error) {
	p := &process{cmd: cmd, ended: make(chan struct{})}
	cmd.Stdout, cmd.Stderr = &p.output, &p.output
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		defer close(p.ended)
		err := cmd.Start()
		started <- err
		if err == nil {
			_ = cmd.Wait() // how it ended is in its output
		}
	}()
	return p, <-started
}

// stop asks the child to end and waits until it has.
func (p *process) stop() error {
	select {
	case <-p.ended:
		return nil
	default:
	}
	if err := p.cmd.Process.Signal(os.Interrupt); err != nil {
		return err
	}
	<-p.ended
	return nil
}
