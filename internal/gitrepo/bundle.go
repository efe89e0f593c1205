package gitrepo

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"rung/internal/fault"
)

const (
	// maxBundle bounds the file that is unpacked; ladders are text.
	maxBundle = 4 << 30
	// cloneTimeout bounds the unpacking.
	cloneTimeout = 5 * time.Minute
)

// findBundle says whether the regular file at path is a bundle.
func findBundle(path string) (Kind, error) {
	if startsWith(path, "# v2 git bundle\n") || startsWith(path, "# v3 git bundle\n") {
		return Bundle, nil
	}
	return None, nil
}

// startsWith reports whether the regular file at path begins with head.
func startsWith(path, head string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	got := make([]byte, len(head))
	_, err = io.ReadFull(f, got)
	return err == nil && string(got) == head
}

func openBundle(ctx context.Context, path string) (*Repo, error) {
	if info, err := os.Stat(path); err == nil && info.Size() > maxBundle {
		return nil, fault.New(fault.Invalid, "the bundle %s is larger than %d GiB: clone it and give the clone", path, maxBundle>>30)
	}
	file, err := filepath.Abs(path)
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "%s cannot be placed", path)
	}
	temp, err := os.MkdirTemp("", "rung-bundle-")
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "there is no room to unpack a bundle: set TMPDIR to a folder that can be written")
	}
	r, err := unpack(ctx, file, temp)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(temp))
	}
	r.temp = temp
	return r, nil
}

func unpack(ctx context.Context, file, temp string) (*Repo, error) {
	ctx, cancel := context.WithTimeout(ctx, cloneTimeout)
	defer cancel()
	dir := filepath.Join(temp, "bundle.git")
	c := command{dir: temp, protocols: "file", limit: maxOutput}
	_, err := c.run(ctx, "clone", "--quiet", "--bare", "--template=", "--end-of-options", file, dir)
	if err != nil {
		return nil, describeBundle(err, file)
	}
	return open(ctx, dir, Bundle)
}

// describeBundle turns git's refusal of a bundle into what its owner can do.
func describeBundle(err error, file string) error {
	var failed *commandError
	if !errors.As(err, &failed) {
		return err
	}
	if strings.Contains(failed.stderr, "prerequisite") {
		return fault.Wrap(fault.Invalid, err, "the bundle %s lacks the commits that it builds on: make it with git bundle create FILE --all", filepath.Base(file))
	}
	return fault.Wrap(fault.Invalid, err, "the bundle %s cannot be unpacked: check it with git bundle verify", filepath.Base(file))
}
