package dialect

import "rung/internal/model"

// promoteSecond makes the one role of a page its outline, where the page's
// first heading is that of the whole ladder and the second names the level, as
// "# Sales ladder" over "## S3 · Senior Seller" on every page.
func (s *Survey) promoteSecond(p *Page) {
	root := p.Outline
	if root.Head == nil || len(root.Subs) != 1 || p.Index && p.Dir == "." || p.Names.Label.Text != "" && p.Names.From != "file name" {
		return
	}
	sub := root.Subs[0]
	label, rest := SplitLabel(emojiOff(sub.Title.Value))
	if label.Text == "" || rest == "" || RoleTitle(root.Title.Value) || !holdsList(sub) || len(sub.Subs) == 0 {
		return
	}
	if inner := innerRoles(sub); len(inner) > 1 {
		return
	}
	s.Account(p, root.At(p.Doc), model.TitleText)
	p.Outline = &Section{Head: sub.Head, Title: sub.Title, Depth: sub.Depth, Body: append(root.Body[:len(root.Body):len(root.Body)], sub.Body...), Subs: sub.Subs}
	p.Title = sub.Title
	p.Names = pageNames(p)
}
