package lint_test

import "path/filepath"

// corpus holds real ladders beside the repository; it is not part of it.
var corpus = filepath.Join("..", "..", "..", "shared", "corpus")
