package sqlite

// syncDir does nothing: the file system writes names in order with its journal.
func syncDir(string) error { return nil }
