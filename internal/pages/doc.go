// Package pages is what people see: components and plain structs, rendered to
// complete HTML that works without a script. Nothing here loads anything; the
// ports that import it (web, publish) fill a struct and render it.
//
// # How a page is added
//
// One directory a page, named for the page:
//
//		internal/pages/plan/plan.go     Page (the struct), Input and Build (pure: values in, Page out)
//		internal/pages/plan/plan.templ  templ View(p Page) { @shared.Layout(p.Frame) { ... } }
//		internal/pages/plan/plan.css    rules of this page alone, inside @layer pages { ... }
//		internal/pages/plan/plan_test.go
//
//	  - Page embeds shared.Frame, which the port fills; everything else in it is
//	    ready to be written: words, addresses, numbers, nested slices. A
//	    template has no logic beyond if and for.
//	  - Addresses come from shared.Links, never from string literals, so that
//	    the same page can be served and published as files.
//	  - What two pages need moves to shared: statement, badge, field, table,
//	    crumbs, notice, empty, date, person.
//	  - Style sheets beside pages are found and joined by themselves (see
//	    Assets); class names begin with the page's name. There are no style or
//	    on... attributes: the content security policy forbids them.
//	  - After changing a .templ file run scripts/templ.sh and commit what it
//	    wrote.
//
// The port's side is one file of the same name in package web with one
// handler a view and a line in routes.go.
package pages
