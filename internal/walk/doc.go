// Package walk drives the whole program as people use it: the built binary, a
// database in a folder of its own, Chromium before it, and plain HTTP where
// what matters is what must not be seen. It holds tests alone; each reads as a
// story.
package walk
