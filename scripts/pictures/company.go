package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"
)

// company is the running example company.
type company struct {
	url string
	cmd *exec.Cmd
}

var address = regexp.MustCompile(`http://[0-9.]+:[0-9]+`)

// startCompany builds the program and starts the example company, with its
// data in dir, on a port that is free.
func startCompany(ctx context.Context, dir string) (*company, error) {
	binary := filepath.Join(dir, "bin", "rung")
	build := exec.CommandContext(ctx, "go", "build", "-o", binary, "./cmd/rung")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return nil, fmt.Errorf("build the program: %w", err)
	}
	cmd := exec.CommandContext(ctx, binary, "demo", "--addr", "127.0.0.1:0")
	cmd.Stderr = os.Stderr
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "XDG_DATA_HOME=" + dir, "XDG_CONFIG_HOME=" + dir}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the example company: %w", err)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if url := address.FindString(lines.Text()); url != "" {
			return &company{url, cmd}, nil
		}
	}
	return nil, fmt.Errorf("the example company did not say where it is: %w", cmd.Wait())
}

// stop ends the company as an operator does.
func (c *company) stop() error {
	if err := c.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	return c.cmd.Wait()
}
