package gitrepo

import (
	"context"
	"fmt"
	"io"
	"path"
	"slices"

	"rung/internal/fault"
)

const (
	// maxBlob bounds one file; what is larger is no ladder and cannot be opened.
	maxBlob = 32 << 20
	// maxTree bounds one folder's listing.
	maxTree = 32 << 20
	// maxTrees bounds the folders that are read ahead.
	maxTrees = 20000
)

// errTooLarge is the cause of a failure to open a file beyond maxBlob.
var errTooLarge = fmt.Errorf("file is larger than %d MiB", maxBlob>>20)

// load brings the objects into the cache; those that do not exist stay out.
// It returns the first of them, or nil where that does not exist. The others
// are read ahead: they get a share of the cache and no more.
func (r *Repo) load(ctx context.Context, ids []string, idSize int) (*object, error) {
	first := r.cache.get(ids[0])
	want := slices.DeleteFunc(slices.Clone(ids[1:]), func(id string) bool { return r.cache.get(id) != nil })
	if first == nil {
		want = slices.Insert(want, 0, ids[0])
	}
	share := r.cache.limit / 4
	err := r.blobs.each(ctx, want, func(i int, h header, body io.Reader) error {
		if want[i] != ids[0] && h.size > int64(share) {
			r.lot.Store(max(r.lot.Load()/2, 1)) // files this large are not worth reading ahead
			return nil
		}
		o, err := readObject(h, body, idSize)
		if o == nil {
			return err
		}
		if want[i] == ids[0] {
			first = o
		} else {
			share -= o.cost()
		}
		r.cache.put(want[i], o)
		return nil
	})
	return first, err
}

// readObject keeps of a blob that is too large only its size. It returns nil
// for what is neither blob nor tree.
func readObject(h header, body io.Reader, idSize int) (*object, error) {
	o := &object{kind: h.kind, size: h.size}
	switch {
	case h.kind != "blob" && h.kind != "tree":
		return nil, nil
	case h.kind == "blob" && h.size > maxBlob:
		return o, nil
	case h.size > maxTree:
		return nil, fault.New(fault.Unavailable, "a folder of the repository has too many entries to be read")
	}
	data := make([]byte, h.size)
	if _, err := io.ReadFull(body, data); err != nil {
		return nil, fmt.Errorf("read object: %w", err)
	}
	if h.kind == "blob" {
		o.blob = data
		return o, nil
	}
	t, err := parseTree(data, idSize)
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, err, "a folder of the repository is damaged: run git fsck")
	}
	o.tree = t
	return o, nil
}

// readAhead loads all folders below e that are not known yet, level by level.
func (t *treeFS) readAhead(e entry) error {
	level := []string{e.id}
	for n := 0; len(level) > 0 && n < maxTrees; n += len(level) {
		if _, err := t.repo.load(t.ctx, level, t.idSize()); err != nil {
			return err
		}
		var next []string
		for _, id := range level {
			next = append(next, t.unknownFolders(id)...)
		}
		level = next
	}
	return nil
}

func (t *treeFS) unknownFolders(id string) []string {
	var ids []string
	if o := t.repo.cache.get(id); o != nil {
		for _, e := range o.tree {
			if e.mode.IsDir() && e.id != "" && t.repo.cache.get(e.id) == nil {
				ids = append(ids, e.id)
			}
		}
	}
	return ids
}

// object returns the object, loading the others of its lot on the way.
func (t *treeFS) object(id string, lot []string) (*object, error) {
	o, err := t.repo.load(t.ctx, append([]string{id}, lot...), t.idSize())
	if err == nil && o == nil {
		err = fault.New(fault.Unavailable, "an object of the repository is missing: run git fsck, or fetch what a partial clone left out")
	}
	return o, err
}

// blob returns the bytes of the file e at name. Whoever reads one file of a
// folder reads the others of its kind, so they are asked for as well.
func (t *treeFS) blob(name string, e entry) (*object, error) {
	var lot []string
	if t.repo.cache.get(e.id) == nil {
		lot = t.siblings(name, e)
	}
	o, err := t.object(e.id, lot)
	switch {
	case err != nil:
		return nil, err
	case o.kind != "blob":
		return nil, errTree
	case o.size > maxBlob:
		return nil, errTooLarge
	}
	return o, nil
}

func (t *treeFS) siblings(name string, self entry) []string {
	folder, err := t.lookup(path.Dir(name))
	if err != nil {
		return nil
	}
	list, err := t.list(folder)
	if err != nil {
		return nil
	}
	var ids []string
	lot := int(t.repo.lot.Load())
	for _, e := range list {
		same := e.mode == 0 && e.id != self.id && path.Ext(e.name) == path.Ext(self.name)
		if same && len(ids) < lot && t.repo.cache.get(e.id) == nil {
			ids = append(ids, e.id)
		}
	}
	return ids
}

// size returns the number of bytes of a blob without reading it.
func (t *treeFS) size(e entry) (int64, error) {
	if o := t.repo.cache.get(e.id); o != nil {
		return o.size, nil
	}
	var size int64
	err := t.repo.sizes.each(t.ctx, []string{e.id}, func(_ int, h header, _ io.Reader) error {
		size = h.size
		return nil
	})
	return size, err
}
