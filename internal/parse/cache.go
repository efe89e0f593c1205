package parse

import (
	"container/list"
	"crypto/sha256"
	"sync"
)

// Cache keeps what files say by the hash of their bytes, so that a blob is
// read once over a whole history. It forgets what was used longest ago. It is
// safe for concurrent use. A nil *Cache keeps nothing.
type Cache struct {
	mu      sync.Mutex // protects all below
	bytes   int
	max     int
	entries map[cacheKey]*list.Element
	used    *list.List // of *cacheEntry, newest first
}

type cacheKey struct {
	format Format
	sum    [sha256.Size]byte
}

type cacheEntry struct {
	key  cacheKey
	size int
	once sync.Once
	tree *Tree
}

// entryOverhead is what an entry costs beside its text, so that many tiny
// files are bounded too.
const entryOverhead = 512

// NewCache returns a cache of trees whose files have at most maxBytes bytes
// together.
func NewCache(maxBytes int) *Cache {
	return &Cache{max: maxBytes, entries: map[cacheKey]*list.Element{}, used: list.New()}
}

// tree returns the tree of content, which read makes where the cache has none.
// Of several callers at a time one reads and the others wait.
func (c *Cache) tree(format Format, content []byte, read func() *Tree) *Tree {
	if c == nil {
		return read()
	}
	e := c.entry(cacheKey{format, sha256.Sum256(content)}, len(content)+entryOverhead)
	e.once.Do(func() { e.tree = read() })
	return e.tree
}

func (c *Cache) entry(key cacheKey, size int) *cacheEntry {
	c.mu.Lock()
	defer c.mu.Unlock()
	if el, ok := c.entries[key]; ok {
		c.used.MoveToFront(el)
		return el.Value.(*cacheEntry)
	}
	e := &cacheEntry{key: key, size: size}
	c.entries[key] = c.used.PushFront(e)
	c.bytes += size
	for c.bytes > c.max && c.used.Len() > 1 {
		old := c.used.Remove(c.used.Back()).(*cacheEntry)
		delete(c.entries, old.key)
		c.bytes -= old.size
	}
	return e
}

// Len returns the number of files that the cache holds.
func (c *Cache) Len() int {
	if c == nil {
		return 0
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.used.Len()
}
