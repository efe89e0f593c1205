package dialect

import (
	"slices"
	"strings"
)

// laneID tells the lanes of a table of records apart.
type laneID struct {
	column int
	area   string
}

// areaHead matches the heads of columns that name areas.
var areaHead = wordsMatcher(`area areas skill skills competency competencies competence competences dimension dimensions category categories pillar pillars attribute attributes topic topics theme themes
	capability capabilities domain domains aspect aspects criterion criteria group section sub-skill subskill skill-area skill-group focus-area value values behaviour behavior
	bereich kompetenz kompetenzen fähigkeit fähigkeiten kategorie thema área áreas competência competências habilidade dimensão categoria tema competencia habilidad dimensión
	domaine compétence compétences catégorie thème область навык навыки компетенция компетенции категория 領域 分野 スキル 能力 カテゴリ
	område områden kompetens kompetensområde färdighet færdighed kompetence kompetenceområde ferdighet kompetanse kompetanseområde alue osaamisalue taito
	gebied vaardigheid competentie onderdeel vakgebied ambito ambiti competenza competenze abilità àrea competència obszar umiejętność kompetencja oblast dovednost kompetence oblasť zručnosť
	terület kompetencia készség domeniu competență područje vještina področje veščina valdkond oskus joma prasme sritis įgūdis alan yetkinlik beceri bidang kompetensi keterampilan
	τομέας δεξιότητα ικανότητα область сфера напрям навичка област умение lĩnh-vực kỹ-năng năng-lực 领域 能力 技能 维度 영역 역량 기술 תחום מיומנות مجال مهارة`)

// judge decides what each column of the records is for.
func (d *downReader) judge() {
	d.kinds = make([]columnKind, d.g.Width())
	d.kinds[d.level] = levelColumn
	var labels []int // columns of few words that say the same again
	for c := range d.kinds {
		if c == d.level {
			continue
		}
		cells := d.column(c)
		f := factsOf(cells)
		head := d.g.head(c, d.heads)
		switch {
		case f.filled == 0:
			d.kinds[c] = noColumn
		case d.isKey(c):
			d.kinds[c] = keyColumn
		case f.words > 5*f.filled || f.numbers == f.filled || isExampleHead(head):
		case c == d.wordiest():
		case d.repeats(c), d.levelsRepeat() && areaHead.MatchString(head):
			labels = append(labels, c)
		}
	}
	d.labels(labels)
}

// wordiest returns the column that says most, examples aside: whatever it is
// called, it holds the texts.
func (d *downReader) wordiest() int {
	best, most := -1, 0
	for c := range d.kinds {
		if f := factsOf(d.column(c)); c != d.level && f.words > most && f.numbers*2 <= f.filled && !isExampleHead(d.g.head(c, d.heads)) {
			best, most = c, f.words
		}
	}
	return best
}

// isKey reports a column of ids: each another, each without a space.
func (d *downReader) isKey(c int) bool {
	seen := map[string]bool{}
	digits := false
	for _, cell := range d.column(c) {
		v := cell.Text.Value
		if v == "" || seen[v] || strings.Contains(v, " ") || len(v) > 40 {
			return false
		}
		seen[v] = true
		digits = digits || strings.ContainsAny(v, "0123456789")
	}
	return len(seen) > 2 && digits && idHead.MatchString(d.g.head(c, d.heads))
}

// repeats reports whether a column says the same in several records, or leaves
// it to the record above.
func (d *downReader) repeats(c int) bool {
	seen, filled, empty := map[string]bool{}, 0, 0
	for _, cell := range d.column(c) {
		if cell.says() {
			filled++
			seen[Slug(cell.Text.Value)] = true
		} else {
			empty++
		}
	}
	if empty > 0 && c < d.level && filled > 1 {
		return true
	}
	return len(seen) > 0 && (len(seen)*3 <= filled*2 || filled > 1 && len(seen) < filled && empty == 0)
}

// levelsRepeat reports whether several records are of one level.
func (d *downReader) levelsRepeat() bool {
	seen := map[string]bool{}
	for _, r := range d.rows {
		name, _ := headOf(r.cells[d.level])
		seen[Slug(name.Value)] = true
	}
	return len(seen) < len(d.rows)
}

// labels tells columns that name tracks from those that name areas and from
// what only says again what the level is called.
func (d *downReader) labels(columns []int) {
	for _, c := range columns {
		if head := d.g.head(c, d.heads); d.isTrack(c, head) && (trackHead.MatchString(head) || d.begins(c)) && !areaHead.MatchString(head) && !(d.levelsRepeat() && d.followsLevel(c)) {
			d.kinds[c] = trackColumn
			d.fill(c)
		}
	}
	var areas []int
	for _, c := range columns {
		head := d.g.head(c, d.heads)
		switch {
		case d.kinds[c] == trackColumn:
		case d.distinct(c) == 1 && len(d.rows) > 2 && !areaHead.MatchString(head) && !titleHead.MatchString(head):
			d.kinds[c] = noColumn // what is the same for all tells nothing
		case areaHead.MatchString(head):
			areas = append(areas, c)
		case d.followsTrackAndLevel(c):
			d.kinds[c] = titleColumn
		case laneKind(head, d.column(c)) == TextLane:
			areas = append(areas, c)
		}
	}
	if !d.levelsRepeat() && len(areas) > 0 {
		// One record a level: a column of few words is said at each level, as
		// "low" and "high", and names no area.
		d.unless(areas)
		return
	}
	slices.SortStableFunc(areas, func(a, b int) int { return d.distinct(a) - d.distinct(b) })
	for _, c := range areas {
		d.kinds[c] = areaColumn
		d.fill(c)
	}
	d.orderAreas(areas)
}

// unless makes areas of columns only where the same level is told twice under
// different tracks, each in a record of its own.
func (d *downReader) unless(areas []int) {
	for _, c := range areas {
		if areaHead.MatchString(d.g.head(c, d.heads)) {
			d.kinds[c] = areaColumn
			d.fill(c)
		}
	}
}

// orderAreas keeps at most the two outermost columns of areas and the one that
// has most names; the author's order decides which is within which.
func (d *downReader) orderAreas(areas []int) {
	const most = 3
	for i, c := range areas {
		if i >= most {
			d.kinds[c] = laneColumn
		}
	}
}

func (d *downReader) distinct(c int) int {
	seen := map[string]bool{}
	for _, cell := range d.column(c) {
		seen[Slug(cell.Text.Value)] = true
	}
	return len(seen)
}

// isTrack reports whether a column names tracks: its head says so, its values
// do, or its runs each begin the levels anew.
func (d *downReader) isTrack(c int, head string) bool {
	if trackHead.MatchString(head) {
		return true
	}
	named, all := 0, map[string]bool{}
	for _, cell := range d.column(c) {
		v := cell.Text.Value
		if v == "" || all[v] {
			continue
		}
		all[v] = true
		if _, told := trackName(v); told || RoleTitle(v) {
			named++
		}
	}
	return named*3 >= len(all)*2
}

// followsLevel reports whether a column says the same for one level always.
func (d *downReader) followsLevel(c int) bool {
	return d.follows(c, func(r downRow) string { return Slug(r.cells[d.level].Text.Value) })
}

// followsTrackAndLevel reports whether a column says the same for one level of
// a track always: it is what the level is called there.
func (d *downReader) followsTrackAndLevel(c int) bool {
	return d.levelsRepeat() && d.follows(c, func(r downRow) string {
		return Slug(d.track(r).Value) + "\x00" + Slug(r.cells[d.level].Text.Value)
	})
}

func (d *downReader) follows(c int, key func(downRow) string) bool {
	value := map[string]string{}
	for _, r := range d.rows {
		k, v := key(r), Slug(r.cells[c].Text.Value)
		if had, ok := value[k]; ok && had != v && v != "" {
			return false
		} else if !ok {
			value[k] = v
		}
	}
	return true
}

// fill gives the empty cells of a column what stands above them.
func (d *downReader) fill(c int) {
	var above *Cell
	for i, r := range d.rows {
		if r.cells[c].says() {
			above = r.cells[c]
		} else if above != nil {
			d.rows[i].cells[c] = above
		}
	}
}
