package walk

import "testing"

// TestWithoutScripts tells the same stories in browsers that run no script.
func TestWithoutScripts(t *testing.T) {
	t.Parallel()
	t.Run("year", func(t *testing.T) {
		t.Parallel()
		s := demo(t, newHome(t))
		yusra := visitor(t, s).WithoutScripts()
		readTheLadder(yusra)
		throughTime(yusra)
		aYear(yusra, visitor(t, s).WithoutScripts())
	})
	t.Run("own", func(t *testing.T) {
		t.Parallel()
		s := serve(t, newHome(t), writeLadder(t))
		ofOnesOwn(s, visitor(t, s).WithoutScripts(), visitor(t, s).WithoutScripts())
	})
}
