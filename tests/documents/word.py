"""Word files as the tests need them."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = (
    '<c:coreProperties xmlns:c="c" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/">{}</c:coreProperties>'
)


def part(name: str, inside: str) -> str:
    """The XML of a part with this root."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_SPACES}>{inside}</w:{name}>'


def relations(*of: tuple[str, str, str]) -> str:
    """Relations: id, kind, target; a target with a colon is outside."""
    lines = (
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if ":" in target else "/>")
        for key, kind, target in of
    )
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(lines)}</Relationships>'


def docx(body: str, core: str = "", **parts: str) -> bytes:
    """A Word file with this in its body and in `footnotes`, `endnotes`, `comments`, `styles`."""
    files = {
        "_rels/.rels": relations(
            ("r1", "officeDocument", "word/document.xml"),
            ("r2", "metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _CORE.format(core),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(*((n, n, f"{n}.xml") for n in parts if "_" not in n)),
    }
    for name, inside in parts.items():
        if name.endswith("_links"):
            files[f"word/_rels/{name.removesuffix('_links')}.xml.rels"] = inside
        else:
            files[f"word/{name}.xml"] = part(name, inside)
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    """A zip file of these texts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return held.getvalue()


def p(*runs: str, style: str = "") -> str:
    """A paragraph of runs; what is no XML becomes a run of its own."""
    told = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{told}{''.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
