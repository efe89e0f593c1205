package example

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"strconv"
	"sync"

	"golang.org/x/tools/txtar"
)

// Revision is one commit of the ladder's history.
type Revision struct {
	// Author and Email name who made the change.
	Author, Email string
	// Day is how many days before the as-of date the change was made. It is
	// positive and falls from one revision to the next.
	Day int
	// Message is the commit message: a subject, a blank line and a body.
	Message string
	// Files is the whole tree after the change, by slash-separated path.
	// Revisions share the contents of unchanged files: do not write to them.
	Files map[string][]byte
}

const historyFolder = "ladder/history"

var readRevisions = sync.OnceValues(func() ([]Revision, error) {
	return revisionsIn(content, historyFolder)
})

// Revisions returns the ladder's history, oldest first. The caller owns the
// slice, but not the maps and contents in it.
func Revisions() ([]Revision, error) {
	revisions, err := readRevisions()
	return append([]Revision(nil), revisions...), err
}

// revisionsIn applies the archives of a folder one after the other, in the
// order of their names.
func revisionsIn(fsys fs.FS, folder string) ([]Revision, error) {
	names, err := fs.Glob(fsys, path.Join(folder, "*.txtar"))
	if err != nil {
		return nil, fmt.Errorf("list revisions: %w", err)
	}
	var revisions []Revision
	tree := map[string][]byte{}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read revision: %w", err)
		}
		revision, err := nextRevision(tree, txtar.Parse(data))
		if err != nil {
			return nil, fmt.Errorf("revision %s: %w", path.Base(name), err)
		}
		if n := len(revisions); n > 0 && revision.Day >= revisions[n-1].Day {
			return nil, fmt.Errorf("revision %s: day %d is not after the revision before it, of day %d: use a smaller number",
				path.Base(name), revision.Day, revisions[n-1].Day)
		}
		revisions = append(revisions, revision)
		tree = revision.Files
	}
	return revisions, nil
}

func nextRevision(before map[string][]byte, archive *txtar.Archive) (Revision, error) {
	revision, err := parseHeader(archive.Comment)
	if err != nil {
		return Revision{}, err
	}
	revision.Files = maps.Clone(before)
	for _, file := range archive.Files {
		if err := applyStep(revision.Files, file); err != nil {
			return Revision{}, err
		}
	}
	return revision, nil
}

var errHeaderForm = errors.New(`header is not "author: Name <address>", "day: N", a blank line and a message`)

var headerForm = regexp.MustCompile(`\Aauthor: ([^<>\n]+) <([^<>\s]+)>\nday: (\d+)\n\n(\S(?s:.*))\z`)

func parseHeader(comment []byte) (Revision, error) {
	found := headerForm.FindSubmatch(comment)
	if found == nil {
		return Revision{}, errHeaderForm
	}
	day, err := strconv.Atoi(string(found[3]))
	if err != nil || day < 1 {
		return Revision{}, fmt.Errorf("day %s is not a number of days of 1 or more", found[3])
	}
	return Revision{
		Author:  string(found[1]),
		Email:   string(found[2]),
		Day:     day,
		Message: string(bytes.TrimRight(found[4], "\n")) + "\n",
	}, nil
}

// inForce returns the index of the revision that stood at the end of a day. A
// day before the first revision has the first one: the company had a ladder in
// its head before it had one in Git.
func inForce(revisions []Revision, day int) int {
	at := 0
	for i, revision := range revisions {
		if revision.Day >= day {
			at = i
		}
	}
	return at
}
