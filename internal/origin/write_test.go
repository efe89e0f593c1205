package origin

import (
	"os"
	"path/filepath"
	"testing"

	"rung/internal/fault"
)

func TestReplace(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, map[string]string{"Bakers/L1.md": "old", "out/L2.md": "old"})
	if err := os.Chmod(filepath.Join(dir, "Bakers", "L1.md"), 0o640); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"Millers": "Bakers", "L3.md": "out/L2.md"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip("no symbolic links here")
		}
	}
	o := mustOpen(t, dir, "")
	if err := o.Replace("Bakers/L1.md", []byte("old"), []byte("new")); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "Bakers", "L1.md"))
	info, err2 := os.Stat(filepath.Join(dir, "Bakers", "L1.md"))
	if err != nil || err2 != nil || string(text) != "new" || info.Mode().Perm() != 0o640 {
		t.Errorf("the file is %q, %v, %v %v", text, info.Mode(), err, err2)
	}
	if list, err := os.ReadDir(filepath.Join(dir, "Bakers")); err != nil || len(list) != 1 {
		t.Errorf("the folder holds %v, %v", list, err)
	}
	for name, want := range map[string]fault.Kind{
		"Bakers/L1.md": fault.Conflict, "Millers/L1.md": fault.Forbidden, "L3.md": fault.Forbidden, "../x": fault.Unavailable, "Bakers": fault.Forbidden,
	} {
		if err := o.Replace(name, []byte("old"), []byte("x")); fault.KindOf(err) != want {
			t.Errorf("Replace(%s) = %v, want %v", name, err, want)
		}
	}
}

func TestCreate(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, map[string]string{"L1.md": "x"})
	o := mustOpen(t, dir, "")
	if err := o.Create("rung.yaml", []byte("title: x\n")); err != nil {
		t.Fatal(err)
	}
	if err := o.Create("rung.yaml", nil); fault.KindOf(err) != fault.Conflict {
		t.Errorf("Create again = %v, want a conflict", err)
	}
}
