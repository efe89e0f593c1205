package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"go.yaml.in/yaml/v4"
)

// pipeline is what our pipelines have in common: a workflow has jobs of steps,
// a CI file has jobs with scripts.
type pipeline struct {
	Jobs map[string]struct {
		Steps []struct {
			Name, Run, Uses string
			With            map[string]any
		}
	}
	Ladder struct {
		Before    []string `yaml:"before_script"`
		Script    []string
		Variables map[string]string
	}
}

// hook is an entry of .pre-commit-hooks.yaml.
type hook struct {
	ID, Name, Entry, Language, Files string
	PassFilenames                    *bool `yaml:"pass_filenames"`
}

func mustYAML(t interface{ Fatalf(string, ...any) }, file string, into any) {
	text, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(file)))
	if err != nil {
		t.Fatalf("read %s: %v", file, err)
	}
	if err := yaml.Unmarshal(text, into); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

// commandsOf returns the commands of a pipeline that are about the ladder:
// those that name rung, and do not get it.
func commandsOf(t interface{ Fatalf(string, ...any) }, file string) []string {
	var out []string
	if file == ".pre-commit-hooks.yaml" {
		var hooks []hook
		mustYAML(t, file, &hooks)
		for _, h := range hooks {
			out = append(out, h.Entry)
		}
		return out
	}
	var p pipeline
	mustYAML(t, file, &p)
	for _, name := range []string{"ladder", "findings"} {
		for _, step := range p.Jobs[name].Steps {
			if step.Run != "" && step.Name != "Install rung" {
				out = append(out, step.Run)
			}
		}
	}
	return append(out, p.Ladder.Script...)
}

// runPipeline is a command of the scripts: it runs the commands of a pipeline
// one by one, as its host would, and stops at the first that fails. With "!"
// one must fail.
func runPipeline(ts *testscript.TestScript, neg bool, args []string) {
	commands := commandsOf(ts, args[0])
	if len(commands) < 2 {
		ts.Fatalf("%s has the commands %q, want several", args[0], commands)
	}
	for _, c := range commands {
		err := ts.Exec("sh", "-e", "-c", c)
		if err != nil && neg {
			return
		}
		if err != nil {
			ts.Fatalf("%s: %s: %v", args[0], c, err)
		}
	}
	if neg {
		ts.Fatalf("%s: every command succeeds, want one that fails", args[0])
	}
}

// TestPipelinesFetchHistory wants every job that exports to have all commits.
func TestPipelinesFetchHistory(t *testing.T) {
	t.Parallel()
	var hub, lab pipeline
	mustYAML(t, "docs/pipelines/github.yml", &hub)
	mustYAML(t, "docs/pipelines/gitlab-ci.yml", &lab)
	for name, job := range hub.Jobs {
		exports, whole := false, false
		for _, step := range job.Steps {
			exports = exports || strings.Contains(step.Run, "rung export")
			whole = whole || strings.HasPrefix(step.Uses, "actions/checkout@") && step.With["fetch-depth"] == 0
		}
		if exports && !whole {
			t.Errorf("the job %s exports from a shallow clone", name)
		}
	}
	if lab.Ladder.Variables["GIT_DEPTH"] != "0" || len(lab.Ladder.Before) == 0 {
		t.Errorf("the ladder of GitLab is a shallow clone: %+v", lab.Ladder)
	}
}

// TestHooks wants the hooks to be what pre-commit needs, and those that our
// example names to be there.
func TestHooks(t *testing.T) {
	t.Parallel()
	var hooks []hook
	mustYAML(t, ".pre-commit-hooks.yaml", &hooks)
	var ids []string
	for _, h := range hooks {
		ids = append(ids, h.ID)
		if h.Name == "" || h.Language != "golang" || !strings.HasPrefix(h.Entry, "rung ") || h.PassFilenames == nil || *h.PassFilenames {
			t.Errorf("hook %+v", h)
		}
	}
	var config struct {
		Repos []struct{ Hooks []struct{ ID string } }
	}
	mustYAML(t, "docs/pipelines/pre-commit-config.yaml", &config)
	if len(config.Repos) != 1 || len(config.Repos[0].Hooks) == 0 {
		t.Fatalf("the example names no hook: %+v", config)
	}
	for _, h := range config.Repos[0].Hooks {
		if !slices.Contains(ids, h.ID) {
			t.Errorf("the example names %s, which is none of %v", h.ID, ids)
		}
	}
}
