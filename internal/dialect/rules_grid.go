package dialect

import "rung/internal/diag"

// The rules of tables.
var (
	// CellStubRule tells of cells that are still to be written.
	CellStubRule = &diag.Rule{
		Code: "P0120", Slug: "stub-cell", Severity: diag.Warning, Since: "0.2.0",
		Title: "a cell of a table is still to be written",
		Text: `The cell holds a placeholder, as "TODO" or "TBD", where the table says what is expected at a level. A placeholder is no
statement: nobody can be rated on it, so it is left out. Write the text, or empty the cell.`,
		Bad:  "-- Baking.md --\n# Baking levels\n\n| | L1 | L2 |\n|---|---|---|\n| Bread | I bake what the list asks for. | I write the list of the week. |\n| Guests | I greet who comes in. | TODO |\n",
		Good: "-- Baking.md --\n# Baking levels\n\n| | L1 | L2 |\n|---|---|---|\n| Bread | I bake what the list asks for. | I write the list of the week. |\n| Guests | I greet who comes in. | I win guests back who were lost. |\n",
	}
	// CopyRule tells of tables that repeat pages.
	CopyRule = &diag.Rule{
		Code: "P0121", Slug: "copied-table", Severity: diag.Note, Since: "0.2.0",
		Title: "a table of data says what a page says",
		Text: `Most texts of the file stand in another file of the ladder too: it is an export of it, or what it was made from. It is not read, so
that nobody is asked the same twice. The two drift apart when one of them is edited: keep one, or make one from the other.`,
		Bad:  "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n- I weigh the flour.\n\n## Guests\n\n- I greet who comes in.\n-- L2-Baker.md --\n# L2: Senior Baker\n\n## Bread\n\n- I write the list of the week.\n\n## Guests\n\n- I win guests back who were lost.\n-- ladder.csv --\n,Bread,Guests\nL1,\"I bake what the list asks for.\n\nI weigh the flour.\",I greet who comes in.\nL2,I write the list of the week.,I win guests back who were lost.\n",
		Good: "-- L1-Baker.md --\n# L1: Baker\n\n## Bread\n\n- I bake what the list asks for.\n- I weigh the flour.\n\n## Guests\n\n- I greet who comes in.\n-- L2-Baker.md --\n# L2: Senior Baker\n\n## Bread\n\n- I write the list of the week.\n\n## Guests\n\n- I win guests back who were lost.\n",
	}
)
