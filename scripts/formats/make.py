#!/usr/bin/env python3
"""Write the six documents of corpus/ in every format that analyze reads.

    scripts/formats/make.py OUT

Needs python-docx, python-pptx and openpyxl (pip), LibreOffice's soffice,
pandoc and chromium on the path; a format whose program is missing is left out
and named. Nothing is fetched. OUT is made; what stands in it is overwritten.
internal/corpus/agree_test.go compares what analyze reads in OUT with the plain
text (FORMATS=OUT go test ./internal/corpus -run Agree).
"""
import csv, email.message, html, os, pathlib, re, shutil, subprocess, sys, tempfile

NAMES = ["border-town-report", "fighters-factsheet", "flow-paper", "refugees-factsheet", "returnees-oped", "steering-minutes"]


def cells(line):
    if "\t" in line:
        return [c.strip() for c in line.split("\t")]
    return [c.strip() for c in re.split(r"\s{2,}", line.strip())]


def is_table(lines):
    if len(lines) < 2:
        return False
    if all("\t" in l for l in lines):
        return True
    return sum(bool(re.search(r"\S\s{2,}\S", l)) for l in lines) >= len(lines) - 1


def table(lines):
    """Rows of equal length; a header over two lines of print becomes one."""
    rows = [cells(l) for l in lines]
    if "\t" not in lines[0]:
        width = max(len(r) for r in rows)
        if len(rows) > 2 and len(rows[1]) < width:
            rows[0] = [rows[0][0]] + [f"{a} {b}" for a, b in zip(rows[0][1:], rows[1])] + rows[0][1 + len(rows[1]):]
            del rows[1]
    return rows


def blocks(text):
    """Yield (kind, value): h1, h2, p, li, table."""
    first = True
    for chunk in re.split(r"\n\s*\n", text.strip("\n")):
        lines = chunk.split("\n")
        if is_table(lines):
            yield "table", table(lines)
            continue
        for line in lines:
            line = line.strip()
            if not line:
                continue
            if first:
                yield "h1", line
            elif re.match(r"^[•\-–] ", line):
                yield "li", line[2:].strip()
            elif re.match(r"^[1-9]\. [A-Z][^.]{3,60}$", line) or line.isupper() and len(line) < 50:
                yield "h2", line
            else:
                yield "p", line
            first = False


def write_html(bl, out, title):
    e = html.escape
    s = ["<!DOCTYPE html>", f'<html lang="en"><head><meta charset="utf-8"><title>{e(title)}</title>',
         "<style>@page{size:A4;margin:2.2cm} body{font-family:serif;font-size:11pt} table{border-collapse:collapse} td,th{border:1px solid #888;padding:2px 6px}</style></head><body>"]
    in_list = False
    for kind, v in bl:
        if kind != "li" and in_list:
            s.append("</ul>")
            in_list = False
        if kind == "table":
            s.append("<table>")
            for i, row in enumerate(v):
                t = "th" if i == 0 else "td"
                s.append("<tr>" + "".join(f"<{t}>{e(c)}</{t}>" for c in row) + "</tr>")
            s.append("</table>")
        elif kind == "li":
            if not in_list:
                s.append("<ul>")
                in_list = True
            s.append(f"<li>{e(v)}</li>")
        else:
            s.append(f"<{kind}>{e(v)}</{kind}>")
    s.append("</ul></body></html>" if in_list else "</body></html>")
    out.write_text("\n".join(s), encoding="utf-8")


def write_site(bl, out, title):
    """The same page as a site shows it: with menus, teasers and comments."""
    tmp = out.with_suffix(".tmp")
    write_html(bl, tmp, title)
    body = re.search(r"<body>(.*)</body>", tmp.read_text(encoding="utf-8"), re.S).group(1)
    tmp.unlink()
    menu = "".join(f'<li><a href="/{w}">{w.title()}</a></li>' for w in ["home", "world", "science", "sports", "opinion", "archive"])
    out.write_text(f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)} | A Site of Ours</title>
<meta property="og:site_name" content="A Site of Ours"></head><body><nav><ul>{menu}</ul></nav>
<div class="cookie-banner"><p>We and our 412 partners would like to store things on your machine, which you may refuse.</p></div>
<div class="page"><div class="column-main"><article class="post">{body}</article></div>
<div class="sidebar"><h3>Most read</h3><ul>{menu}</ul><p>Subscribe to our weekly letter and receive the best of what we print.</p></div></div>
<section id="comments"><h3>Comments</h3><p>Somebody: I have read this twice and I still do not believe the second table.</p></section>
<footer><p>Set in our own type. All rights are with those who wrote it, and nobody else.</p></footer></body></html>""", encoding="utf-8")


def write_docx(bl, out, title):
    import docx, docx.oxml, docx.shared
    d = docx.Document()
    d.core_properties.title, d.core_properties.author = title, ""
    for kind, v in bl:
        if kind == "table":
            t = d.add_table(rows=0, cols=max(map(len, v)))
            for i, row in enumerate(v):
                r = t.add_row()
                if i == 0:  # a header stays with its table and comes again on each page
                    r._tr.get_or_add_trPr().append(docx.oxml.OxmlElement("w:tblHeader"))
                for c, s in zip(r.cells, row):
                    c.text = s
                    c.paragraphs[0].runs[0].font.size = docx.shared.Pt(8)
        elif kind == "li":
            d.add_paragraph(v, style="List Bullet")
        elif kind in ("h1", "h2"):
            d.add_heading(v, level=int(kind[1]))
        else:
            d.add_paragraph(v)
    d.save(out)


def write_pptx(bl, out, title):
    import pptx
    from pptx.util import Inches, Pt
    p = pptx.Presentation()
    frame, n = None, 0
    for kind, v in bl:
        if kind in ("h1", "h2") or frame is None or n > 4 or kind == "table":
            slide = p.slides.add_slide(p.slide_layouts[5])
            slide.shapes.title.text = v if kind in ("h1", "h2") else ""
            frame, n = slide.shapes.add_textbox(Inches(0.5), Inches(1.5), Inches(9), Inches(5)).text_frame, 0
            if kind in ("h1", "h2"):
                continue
        if kind == "table":
            t = slide.shapes.add_table(len(v), max(map(len, v)), Inches(0.5), Inches(1.5), Inches(9), Inches(4)).table
            for i, row in enumerate(v):
                for j, s in enumerate(row):
                    t.cell(i, j).text = s
            frame = None
            continue
        para = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
        para.text = v
        n += 1
    p.save(out)


def number(s):
    return int(s.replace(",", "")) if re.fullmatch(r"\d{1,3}(,\d{3})+|\d+", s) else s


def write_xlsx(bl, out, title):
    import openpyxl
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "Sheet1"
    for kind, v in bl:
        if kind == "table":
            ws.append([])
            for row in v:
                ws.append([number(c) for c in row])
            ws.append([])
        else:
            ws.append([v])
            ws.append([])
    for row in ws.iter_rows():
        for c in row:
            if isinstance(c.value, int):
                c.number_format = "#,##0"
    wb.save(out)


def write_csv(bl, out, title):
    with open(out, "w", newline="", encoding="utf-8") as f:
        w = csv.writer(f)
        for kind, v in bl:
            for row in v if kind == "table" else [[v]]:
                w.writerow(row)
            w.writerow([])


def write_mhtml(bl, out, title):
    page = out.with_suffix(".page")
    write_html(bl, page, title)
    m = email.message.EmailMessage()
    m["From"], m["Subject"], m["Snapshot-Content-Location"] = "<Saved by a browser>", title, "https://www.example.org/page"
    m.set_content(page.read_text(encoding="utf-8"), subtype="html", cte="quoted-printable")
    m.make_related()
    m.add_related(b"\x89PNG\r\n", "image", "png", cid="<a@b>")
    page.unlink()
    out.write_bytes(bytes(m))


def convert(program, args):
    if not shutil.which(program):
        missing.add(program)
        return
    r = subprocess.run([program, *args], capture_output=True, text=True)
    if r.returncode:
        print(f"{program}: {r.stderr.strip()[-300:]}", file=sys.stderr)


missing = set()


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        text = (root / "corpus" / f"{name}.txt").read_text(encoding="utf-8")
        bl = list(blocks(text))
        title = bl[0][1]
        for ext, write in {"html": write_html, "site.html": write_site, "docx": write_docx, "pptx": write_pptx, "xlsx": write_xlsx, "csv": write_csv, "mhtml": write_mhtml}.items():
            try:
                write(bl, out / f"{name}.{ext}", title)
            except ImportError as e:
                missing.add(e.name)
        page, docx = str(out / f"{name}.html"), str(out / f"{name}.docx")
        convert("pandoc", [page, "-f", "html", "-o", str(out / f"{name}.epub"), "--metadata", f"title={title}"])
        convert("pandoc", [page, "-f", "html", "-o", str(out / f"{name}.pandoc.odt")])
        convert("pandoc", [page, "-f", "html", "-s", "-o", str(out / f"{name}.pandoc.rtf")])
        with tempfile.TemporaryDirectory() as home:
            convert("chromium", ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={home}", "--no-pdf-header-footer", f"--print-to-pdf={out / (name + '.pdf')}", page])
    docs = [str(out / f"{n}.docx") for n in NAMES]
    with tempfile.TemporaryDirectory() as home:
        env = f"-env:UserInstallation=file://{home}"
        convert("soffice", [env, "--headless", "--convert-to", "odt", "--outdir", str(out), *docs])
        convert("soffice", [env, "--headless", "--convert-to", "rtf", "--outdir", str(out), *docs])
        convert("soffice", [env, "--headless", "--convert-to", "doc", "--outdir", str(out), *docs])
        with tempfile.TemporaryDirectory() as pdfs:
            convert("soffice", [env, "--headless", "--convert-to", "pdf", "--outdir", pdfs, *docs])
            for f in pathlib.Path(pdfs).glob("*.pdf"):
                shutil.copy(f, out / f"{f.stem}.office.pdf")
        convert("soffice", [env, "--headless", "--convert-to", "ods", "--outdir", str(out), *[str(out / f"{n}.xlsx") for n in NAMES]])
    for m in sorted(missing):
        print(f"left out, since it is not installed: {m}", file=sys.stderr)


if __name__ == "__main__":
    main()
