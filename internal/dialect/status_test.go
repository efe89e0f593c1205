package dialect_test

import (
	"testing"
	"testing/fstest"

	"rung/internal/model"
)

// TestStatus holds where a role says that it is a draft or not in force any
// more, and which words say so of something else.
func TestStatus(t *testing.T) {
	t.Parallel()
	const rest = "\n\n## Craft\n\n- I coil a rope.\n- I splice a rope.\n"
	const title = "# L1: Deckhand"
	for _, c := range []struct {
		path, text string
		want       model.Status
	}{
		{"boats/L1-Deckhand.md", title + rest, model.Active},
		{"boats/deprecated/L1-Deckhand.md", title + rest, model.Deprecated},
		{"archive/boats/L1-Deckhand.md", title + rest, model.Deprecated},
		{"_archive/L1-Deckhand.md", title + rest, model.Deprecated},
		{"boats/old/L1-Deckhand.md", title + rest, model.Deprecated},
		{"boats/drafts/L1-Deckhand.md", title + rest, model.Draft},
		{"boats/DRAFT-L1-Deckhand.md", title + rest, model.Draft},
		{"boats/L1-Deckhand-deprecated.md", title + rest, model.Deprecated},
		{"boats/L1-Deckhand.deprecated.md", title + rest, model.Deprecated},
		{"boats/L1-Deckhand.md", "# L1: Deckhand (deprecated)" + rest, model.Deprecated},
		{"boats/L1-Deckhand.md", "# [DRAFT] L1: Deckhand" + rest, model.Draft},
		{"boats/L1-Deckhand.md", "# L1: Deckhand - WIP" + rest, model.Draft},
		{"boats/L1-Deckhand.md", "# ~~L1: Deckhand~~" + rest, model.Deprecated},
		{"boats/L1-Deckhand.md", "# L1: ~~Old~~ Deckhand" + rest, model.Active},
		{"boats/L1-Deckhand.md", "---\nstatus: draft\n---\n" + title + rest, model.Draft},
		{"boats/L1-Deckhand.md", "---\ndraft: true\n---\n" + title + rest, model.Draft},
		{"boats/L1-Deckhand.md", "---\ndraft: false\n---\n" + title + rest, model.Active},
		{"boats/L1-Deckhand.md", "---\ndeprecated: true\n---\n" + title + rest, model.Deprecated},
		{"boats/L1-Deckhand.md", "---\nsuperseded_by: L2-Mate.md\n---\n" + title + rest, model.Deprecated},
		{"boats/L1-Deckhand.md", title + "\n\nThis role is deprecated." + rest, model.Deprecated},
		{"boats/L1-Deckhand.md", title + "\n\n> **Deprecated:** see [Mate](L2-Mate.md)." + rest, model.Deprecated},
		{"boats/L1-Deckhand.md", title + "\n\n> [!WARNING]\n> This page is no longer in use." + rest, model.Deprecated},
		{"boats/L1-Deckhand.md", title + "\n\nThis role has been superseded by [Mate](L2-Mate.md)." + rest, model.Deprecated},
		{"boats/L1-Deckhand.md", title + "\n\nDo not use: see the new ladder." + rest, model.Deprecated},
		{"boats/L1-Deckhand.md", title + "\n\n*WIP*" + rest, model.Draft},
		{"boats/L1-Deckhand.md", title + "\n\nThis level is still a draft." + rest, model.Draft},
		{"boats/L1-Deckhand.md", title + "\n\n![status](https://img.shields.io/badge/status-draft-yellow)" + rest, model.Draft},
		{"boats/L1-Deckhand.md", title + "\n\nDiese Rolle ist veraltet." + rest, model.Deprecated},
		{"boats/L1-Deckhand.md", title + "\n\nEste cargo foi descontinuado." + rest, model.Deprecated},
		{"boats/L1-Deckhand.md", title + "\n\nこの役割は廃止されました。" + rest, model.Deprecated},
		{"boats/L1-Deckhand.md", title + "\n\nЭта роль больше не используется." + rest, model.Deprecated},
		{"boats/L1-Deckhand.md", title + "\n\nEntwurf" + rest, model.Draft},
		{"boats/L1-Deckhand.md", title + "\n\nI write drafts of the log, and replace what is obsolete." + rest, model.Active},
		{"boats/L1-Deckhand.md", title + "\n\nA deckhand handles ropes that are no longer new." + rest, model.Active},
		{"boats/L1-Legacy-Engineer.md", "# L1: Legacy Engineer" + rest, model.Active},
		{"boats/L1-Proposal-Manager.md", "# L1: Proposal Manager" + rest, model.Active},
		{"boats/L1-Archive-Clerk.md", "# L1: Archive Clerk" + rest, model.Active},
		{"boats/L1-Draft-Designer.md", "# L1: Draft Designer" + rest, model.Active},
	} {
		fw, _ := mustRead(t, fstest.MapFS{c.path: {Data: []byte(c.text)}})
		switch {
		case len(fw.Roles) != 1:
			t.Errorf("%s %q: %d roles", c.path, c.text, len(fw.Roles))
		case fw.Roles[0].Status != c.want:
			t.Errorf("%s %q: got %s, want %s", c.path, c.text[:len(c.text)-len(rest)], fw.Roles[0].Status, c.want)
		}
	}
}
