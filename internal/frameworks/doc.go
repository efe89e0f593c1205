// Package frameworks keeps the compiled revisions of the framework: it
// compiles what is new, names statements by the ledger, stores every revision,
// and gives the newest, any older one, and how a statement read at each.
package frameworks
