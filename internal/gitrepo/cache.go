package gitrepo

import (
	"container/list"
	"sync"
)

// cacheBytes bounds what is kept of the objects read.
const cacheBytes = 128 << 20

// entryCost is what an object costs beside its bytes.
const entryCost = 200

// object is a blob or a tree, by kind. Of a blob that is too large to be read
// only the size is kept.
type object struct {
	tree tree
	blob []byte
	size int64
	kind string
}

func (o *object) cost() int { return entryCost + len(o.blob) + len(o.tree)*entryCost }

// cache keeps the objects used last, by id, within a number of bytes.
type cache struct {
	mu    sync.Mutex
	limit int
	used  int
	order *list.List // of *cached, newest first
	byID  map[string]*list.Element
}

type cached struct {
	id string
	o  *object
}

func newCache(limit int) *cache {
	return &cache{limit: limit, order: list.New(), byID: map[string]*list.Element{}}
}

// get returns the object, or nil where it is not kept.
func (c *cache) get(id string) *object {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.byID[id]
	if e == nil {
		return nil
	}
	c.order.MoveToFront(e)
	return e.Value.(*cached).o
}

func (c *cache) put(id string, o *object) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.byID[id] != nil {
		return
	}
	c.byID[id] = c.order.PushFront(&cached{id: id, o: o})
	c.used += o.cost()
	for c.used > c.limit && c.order.Len() > 1 {
		last := c.order.Back()
		c.order.Remove(last)
		delete(c.byID, last.Value.(*cached).id)
		c.used -= last.Value.(*cached).o.cost()
	}
}
