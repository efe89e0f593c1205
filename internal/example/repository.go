package example

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

const branch = "refs/heads/main"

// WriteRepository makes dir a bare Git repository with the ladder's history on
// branch main. The directory must be empty or missing. Authors and times are
// those of the revisions, counted back from the UTC day of asOf, and no
// configuration of the user or the machine is read: the same day gives the same
// commit ids. It needs the git program.
func WriteRepository(ctx context.Context, dir string, asOf time.Time) error {
	revisions, err := Revisions()
	if err != nil {
		return err
	}
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("write example repository: %w", err)
	}
	if len(entries) > 0 {
		return fmt.Errorf("write example repository: %s is not empty: name a new folder", dir)
	}
	if err := runGit(ctx, nil, "init", "--quiet", "--bare", "--template=", "--object-format=sha1", "--initial-branch=main", dir); err != nil {
		return err
	}
	// Nothing is lost with a repository that can be made again: do not wait for the disk.
	return runGit(ctx, importStream(revisions, asOf), "-C", dir, "-c", "core.fsync=none", "fast-import", "--quiet", "--done")
}

// importStream writes the history in the language of git fast-import, each
// revision as its difference from the one before.
func importStream(revisions []Revision, asOf time.Time) []byte {
	var out bytes.Buffer
	var before map[string][]byte
	for i, revision := range revisions {
		who := fmt.Sprintf("%s <%s> %d +0000", revision.Author, revision.Email, commitTime(revision, i, asOf).Unix())
		fmt.Fprintf(&out, "commit %s\nauthor %s\ncommitter %s\n", branch, who, who)
		writeData(&out, []byte(revision.Message))
		writeChanges(&out, before, revision.Files)
		out.WriteString("\n")
		before = revision.Files
	}
	out.WriteString("done\n")
	return out.Bytes()
}

// commitTime puts a revision into the working hours of its day, a little
// differently each time.
func commitTime(revision Revision, index int, asOf time.Time) time.Time {
	const day, opening, spread = 24 * time.Hour, 9 * time.Hour, 7
	midnight := asOf.UTC().Truncate(day)
	return midnight.AddDate(0, 0, -revision.Day).Add(opening + time.Duration(index%spread)*67*time.Minute)
}

func writeChanges(out *bytes.Buffer, before, after map[string][]byte) {
	for _, name := range slices.Sorted(maps.Keys(before)) {
		if _, kept := after[name]; !kept {
			fmt.Fprintf(out, "D %s\n", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(after)) {
		if old, known := before[name]; known && bytes.Equal(old, after[name]) {
			continue
		}
		fmt.Fprintf(out, "M 100644 inline %s\n", name)
		writeData(out, after[name])
	}
}

func writeData(out *bytes.Buffer, data []byte) {
	fmt.Fprintf(out, "data %d\n", len(data))
	out.Write(data)
	out.WriteString("\n")
}

func runGit(ctx context.Context, input []byte, args ...string) error {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Env = gitEnvironment(os.Environ())
	cmd.Stdin = bytes.NewReader(input)
	output, err := cmd.CombinedOutput()
	if err != nil {
		return fmt.Errorf("write example repository: run git: %w: %s", err, bytes.TrimSpace(output))
	}
	return nil
}

// gitEnvironment drops every variable that steers git and shuts out its
// configuration files.
func gitEnvironment(environ []string) []string {
	var kept []string
	for _, variable := range environ {
		if !strings.HasPrefix(variable, "GIT_") {
			kept = append(kept, variable)
		}
	}
	return append(kept, "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_TERMINAL_PROMPT=0")
}
