"""Word files in raw XML (测试用 Word 文件): one with everything a comment may meet, and the pieces to build others."""

import io
import zipfile

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE_TIES = "http://schemas.openxmlformats.org/package/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def word_file(body, **parts):
    """A complete Word file: the body, and further parts by name (comments, footnotes, numbering)."""
    members = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": _ties({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _ties({
            f"rId{number}": (name, f"{name}.xml") for number, name in enumerate(parts, 1)
        }),
        "word/document.xml": f"{_XML}<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    members |= {
        f"word/{name}.xml": f"{_XML}<w:{name} {_NAMESPACES}>{content}</w:{name}>" for name, content in parts.items()
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def _types(parts):
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_CONTENT}.{kind}+xml"/>'
        for name, kind in {"document": "document.main", **{part: part for part in parts}}.items()
    )
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _ties(targets):
    ties = "".join(
        f'<Relationship Id="{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in targets.items()
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE_TIES}">{ties}</Relationships>'


def run(words, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*content, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def cell(*content):
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{"".join(content)}</w:tc>'


def table(*rows):
    columns = '<w:gridCol w:w="2000"/>' * rows[0].count("<w:tc>")
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def field(result):
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = '<w:r><w:instrText xml:space="preserve"> REF a </w:instrText></w:r>'
    return mark("begin") + instruction + mark("separate") + run(result) + mark("end")


def control(properties, *content):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{''.join(content)}</w:sdtContent></w:sdt>"


def box(words):
    """A text box as Word writes it: a shape, and the same for old programs."""
    content = f"<w:txbxContent>{paragraph(run(words))}</w:txbxContent>"
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="600000"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>'
    )
    kind = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    inline = (
        '<wp:inline><wp:extent cx="2000000" cy="600000"/><wp:docPr id="1" name="box"/><a:graphic>'
        f'<a:graphicData uri="{kind}">{shape}</a:graphicData></a:graphic></wp:inline>'
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{inline}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


INSERTED = f'<w:ins w:id="90" w:author="李四">{run("新增7%的")}</w:ins>'
DELETED = '<w:del w:id="91" w:author="李四"><w:r><w:delText>旧</w:delText></w:r></w:del>'
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
COMMENTED = f'<w:commentRangeStart w:id="7"/>{run("老话")}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
INNER = table(cell(paragraph(run("内一"))) + cell(paragraph(run("内二71"))), cell(paragraph()) + cell(paragraph()))
BODY = "".join([
    paragraph(run("总体要求"), properties=NUMBERED),
    paragraph(run("社零增长"), run("0.", "<w:b/>"), run("4%， 进出口下降6.5%。")),
    paragraph(run("见"), f'<w:hyperlink w:anchor="x">{run("链接增长9.1%全部")}</w:hyperlink>', run("之后。")),
    paragraph(run("域"), field("结果12.5%甲"), run("之后。")),
    paragraph(run("简域"), f'<w:fldSimple w:instr=" DOCPROPERTY x ">{run("得13.5%")}</w:fldSimple>', run("之后。")),
    paragraph(run("控件"), control("", run("富14.5%里")), control("<w:text/>", run("纯15.5%")), run("。")),
    paragraph(run("修订"), INSERTED, DELETED, run("话。")),
    paragraph(run("脚注前"), '<w:r><w:t>甲</w:t><w:footnoteReference w:id="2"/><w:t>乙</w:t></w:r>', run("后。")),
    paragraph(run("有框"), box("专栏增长88%"), run("的段。")),
    table(
        cell(paragraph(run("指标"))) + cell(paragraph(run("上年"))) + cell(paragraph(run("今年"))),
        cell(paragraph(run("社零")))
        + cell(paragraph(run("1."), run("2")))
        + cell(paragraph(run("3.5")), INNER, paragraph()),
    ),
    paragraph(run("跨段开始处")),
    paragraph(run("跨段结束处")),
    paragraph("<w:r><w:t>制表</w:t><w:tab/><w:t>17.5%</w:t><w:br/><w:t>换行</w:t></w:r>"),
    paragraph(COMMENTED, run("在此。")),
    "<w:sectPr/>",
])
PARTS = {
    "footnotes": (
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{paragraph("<w:r><w:footnoteRef/></w:r>", run("注里19.5%"))}</w:footnote>'
    ),
    "numbering": (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    ),
    "comments": '<w:comment w:id="7" w:author="张三"><w:p><w:r><w:t>此处已核。</w:t></w:r></w:p></w:comment>',
}
