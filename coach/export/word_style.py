"""How our Word files look: a page, its styles, and lines to write on.

Only real styles (Title, Heading 1, List Bullet, Quote), so that a reader's own template, a screen
reader and the navigation pane all understand the file.
"""

import re

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

WRITING_LINE = "Writing Line"
SMALL = "Small"
_INK = RGBColor(0x2A, 0x26, 0x21)
_ACCENT = RGBColor(0x2F, 0x61, 0x50)
_QUIET = RGBColor(0x5C, 0x55, 0x4B)
_FONT = "Calibri"
_ENGLISH = "en-GB"
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def new_document(title: str, language: str) -> Document:
    """An empty A4 page with our styles.

    Args:
        title: the title in the file's properties; nobody is named as its author.
        language: the language of the text, as a BCP 47 tag; plain ``en`` is British English.
    """
    made = docx.Document()
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(25)
    page.top_margin = page.bottom_margin = Mm(22)
    _set_styles(made)
    tag = language if _TAG.fullmatch(language) and language != "en" else _ENGLISH
    _set_language(made, tag)
    about = made.core_properties
    about.title, about.language = title[:255], tag
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    for when in ("created", "modified"):  # the template's; the same draft is the same file
        for element in about._element.findall(qn(f"dcterms:{when}")):
            about._element.remove(element)
    _drop_thumbnail(made)
    return made


def _drop_thumbnail(made: Document) -> None:
    """The template's picture of an empty page, which file managers would show for ours."""
    relations = made.part.package.rels
    for name, relation in list(relations.items()):
        if relation.reltype.endswith("/thumbnail"):
            del relations[name]


def _set_styles(made: Document) -> None:
    _set(made, "Normal", size=11, after=8)
    _set(made, "Title", size=22, bold=True, colour=_ACCENT, after=6)
    _set(made, "Heading 1", size=14, bold=True, colour=_ACCENT, before=16, after=4)
    _set(made, "List Bullet", size=11, before=6, after=4)
    _set(made, "Quote", size=11, colour=_QUIET, before=4, after=8)
    _set(made, _added(made, SMALL), size=10, colour=_QUIET, before=4, after=0)
    line = _set(made, _added(made, WRITING_LINE), size=11, after=0)
    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    line.paragraph_format.line_spacing = Pt(26)
    _rule_below(line)
    _no_rule(made, "Title")


def _added(made: Document, name: str) -> str:
    added = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(added, ParagraphStyle)  # noqa: S101 - it was asked to be one
    added.base_style = made.styles["Normal"]
    return name


def _set(
    made: Document,
    name: str,
    *,
    size: int,
    bold: bool = False,
    colour: RGBColor = _INK,
    before: int = 0,
    after: int,
) -> ParagraphStyle:
    style = made.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - the template's own, by name
    font, lines = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = _FONT, Pt(size), bold, False
    font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    lines.space_before, lines.space_after = Pt(before), Pt(after)
    lines.line_spacing = 1.15
    return style


def _rule_below(style: ParagraphStyle) -> None:
    borders = OxmlElement("w:pBdr")
    # "between" draws a line under each of several such paragraphs, "bottom" under the last
    for side in ("w:bottom", "w:between"):
        border = OxmlElement(side)
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "B8AE9F")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    style.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
    )


def _no_rule(made: Document, name: str) -> None:
    for border in made.styles[name].element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _set_language(made: Document, tag: str) -> None:
    for language in made.styles.element.findall(f".//{qn('w:lang')}"):
        language.set(qn("w:val"), tag)


def writing_lines(made: Document, count: int) -> None:
    """Ruled lines to write on by hand, all on one page."""
    for left in reversed(range(count)):
        made.add_paragraph(style=WRITING_LINE).paragraph_format.keep_with_next = left > 0
