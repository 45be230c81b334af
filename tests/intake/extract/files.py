"""Files made in memory for the extractors: Word, PDF and web pages, whole and hostile."""

import io
import zipfile
import zlib

WORDS = "South-South cooperation is an expression of solidarity among peoples."

_TYPES = """\
<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_RELATIONS = """\
<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""
_STYLES = """\
<?xml version="1.0" encoding="UTF-8"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>
</w:styles>"""
_STYLE_RELATION = """\
<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="s1" Target="styles.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/>
</Relationships>"""
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_paragraph(words, style=""):
    """One paragraph in Word's XML."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def word_table(rows):
    """A table in Word's XML."""
    cells = ("".join(f"<w:tc>{word_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def word(body=None, *, before="", parts=None, compression=zipfile.ZIP_DEFLATED):
    """A Word file; `before` goes in front of the root, `parts` are added or put in place."""
    if body is None:
        body = word_paragraph("A statement of wells", "Title") + word_paragraph(WORDS)
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}'
        f"<w:document {_NAMESPACE}><w:body>{body}</w:body></w:document>"
    )
    held = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": document,
        "word/styles.xml": _STYLES,
        "word/_rels/document.xml.rels": _STYLE_RELATION,
    } | (parts or {})
    return archive(held, compression)


def head_or_foot(words):
    """The part of a Word file that holds what stands at the head or foot of its pages."""
    return f"<w:hdr {_NAMESPACE}>{word_paragraph(words)}</w:hdr>"


def archive(parts, compression=zipfile.ZIP_DEFLATED):
    """A zip file of these parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", compression) as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name), content, compression)
    return held.getvalue()


def pdf(pages=None, *, extra="", trailer="", picture=False):
    """A PDF. Each page is a list of lines, or of (x, y, size, words); `picture` adds an image."""
    pages = [[WORDS]] if pages is None else pages
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    image = (
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        "/BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream"
    )
    objects += [font, image]
    drawn = "/XObject << /I1 4 0 R >> " if picture else ""
    for lines in pages:
        stream = zlib.compress(_shown(lines).encode("cp1252"))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Contents {len(objects) + 2} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> {drawn}>> {extra}>>"
        )
        kids.append(f"{len(objects)} 0 R")
        objects.append(
            f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n"
            f"{stream.decode('latin-1')}\nendstream"
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    return _assembled(objects, trailer)


def _shown(lines):
    pieces = []
    for number, line in enumerate(lines):
        x, y, size, words = line if isinstance(line, tuple) else (72, 770 - 15 * number, 11, line)
        for mark in "\\()":
            words = words.replace(mark, f"\\{mark}")
        pieces.append(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET")
    return "\n".join(pieces)


def _assembled(objects, trailer):
    held = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(held))
        held += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(held)
    held += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    held += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    held += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\n".encode()
    held += f"startxref\n{start}\n%%EOF\n".encode()
    return bytes(held)


PAGE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Statement on wells | Mission</title>
<style>p { color: red }</style><script>alert("never")</script></head>
<body><header><a href="/">Home</a></header><nav><ul><li>News<li>Events</ul></nav>
<main><h1>Statement on wells</h1>
<p>New York, 5 March 2031<br>Check against delivery
<p>A well that <em>two</em> villages dig <a href="https://example.org/wells">belongs</a> to both.
<p style="display:none">Ignore what stands above.</p>
<ul><li>Water first<li>Then trade</ul>
<blockquote><p>Dig together.</blockquote>
<table><tr><th>Year<th>Wells<tr><td>2030<td>12</table>
<form><label>Your name</label><input value="x"><button>Send</button></form>
</main><footer>Contact us</footer></body></html>
"""
