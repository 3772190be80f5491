package report

import (
	"bytes"
	"html/template"
)

// briefPage is a brief as one page that needs nothing else; on paper the heads
// of tables come again and rows do not break.
var briefPage = template.Must(template.New("brief").Funcs(template.FuncMap{"inc": func(i int) int { return i + 1 }}).Parse(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>{{.Title}}</title><style>
:root{color-scheme:light dark;--line:#b9bfc6;--soft:#555b63;--link:#0b57a4}
@media (prefers-color-scheme:dark){:root{--line:#4c535b;--soft:#aab1b9;--link:#8ab8ee}}
body{font:1rem/1.5 Georgia,"Times New Roman",serif;max-width:60rem;margin:2rem auto;padding:0 1.25rem;overflow-wrap:anywhere}
h1{font-size:1.8rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.2rem;margin:2rem 0 .5rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:1rem 0}dt{color:var(--soft)}dd{margin:0}
.t{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:start;vertical-align:top;padding:.25rem .6rem .25rem 0;border-bottom:1px solid var(--line)}th{color:var(--soft);font-weight:normal}
a{color:var(--link)}.ref{text-decoration:none;white-space:nowrap}ol,ul{padding-inline-start:1.6rem}li{margin:.25rem 0}.refs{font-size:.9rem}.refs span{color:var(--soft)}
:target{background:color-mix(in srgb,currentColor 14%,transparent)}
@page{size:A4;margin:18mm 16mm}
@media print{:root{color-scheme:light;--line:#b9bfc6;--soft:#444;--link:inherit}body{margin:0;max-width:none;padding:0;font-size:10.5pt}thead{display:table-header-group}tr,li{break-inside:avoid}h2,p:has(+ul),p:has(+.t){break-after:avoid}.t{overflow:visible}}
</style></head><body><main><h1><bdi>{{.Title}}</bdi></h1><p>{{.Lede}}</p>
<dl>{{range .Facts}}<dt>{{.Name}}</dt><dd><bdi>{{.Value}}</bdi></dd>{{end}}</dl>
{{range .Parts}}<h2><bdi>{{.Head}}</bdi></h2>
{{range .Blocks}}{{if .Table}}<div class="t"><table><thead><tr>{{range .Table.Head}}<th scope="col">{{.}}</th>{{end}}</tr></thead><tbody>
{{range .Table.Rows}}<tr>{{range .}}<td>{{template "runs" .}}</td>{{end}}</tr>
{{end}}</tbody></table></div>
{{else if .Items}}<ul>{{range .Items}}<li>{{template "runs" .}}</li>
{{end}}</ul>
{{else}}<p>{{template "runs" .Runs}}</p>
{{end}}{{end}}{{end}}{{if .Refs}}<h2>References</h2><ol class="refs">
{{range $i, $r := .Refs}}<li id="r{{inc $i}}"><bdi>{{.InFull}}</bdi> <span>({{.File}})</span></li>
{{end}}</ol>{{end}}
</main></body></html>
{{define "runs"}}{{range $i, $r := .}}{{if $i}} {{end}}{{if .Text}}{{if .Strong}}<b><bdi>{{.Text}}</bdi></b>{{else if .Quote}}“<bdi>{{.Text}}</bdi>”{{else}}<bdi>{{.Text}}</bdi>{{end}}{{end}}{{if .Ref}} <a class="ref" href="#r{{.Ref}}">[{{.Ref}}]</a>{{end}}{{end}}{{end}}`))

// An htmlBlock is a block, or the items of a list that stand side by side.
type htmlBlock struct {
	BriefBlock
	Items [][]Run
}

// HTML is the brief as a page of its own.
func (b *Brief) HTML() ([]byte, error) {
	type part struct {
		Head   string
		Blocks []htmlBlock
	}
	page := struct {
		*Brief
		Parts []part
	}{Brief: b}
	for _, s := range b.Sections {
		p := part{Head: s.Head}
		for _, x := range s.Blocks {
			if n := len(p.Blocks); x.Item && n > 0 && p.Blocks[n-1].Items != nil {
				p.Blocks[n-1].Items = append(p.Blocks[n-1].Items, x.Runs)
			} else if x.Item {
				p.Blocks = append(p.Blocks, htmlBlock{Items: [][]Run{x.Runs}})
			} else {
				p.Blocks = append(p.Blocks, htmlBlock{BriefBlock: x})
			}
		}
		page.Parts = append(page.Parts, p)
	}
	var w bytes.Buffer
	err := briefPage.Execute(&w, page)
	return w.Bytes(), err
}
