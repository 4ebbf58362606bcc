"""PDFs as the tests need them: words at places of a page."""

from collections.abc import Sequence

Placed = tuple[float, float, str]
"""Points from the left and from the bottom, and the words."""


def pdf(*pages: Sequence[Placed], size: int = 10, mode: int = 0, info: str = "") -> bytes:
    """A PDF in Helvetica with these words on its pages; `mode` 3 paints nothing."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for page in pages:
        shown = "".join(f"BT {mode} Tr /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n" for x, y, words in page)
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}endstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    made, places = "%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n"
    return f"{made}{made.index('xref' + chr(10) + '0 ')}\n%%EOF\n".encode("latin-1")


def column(left: float, top: float, *lines: str, pitch: float = 12) -> list[Placed]:
    """Lines under each other."""
    return [(left, top - pitch * place, line) for place, line in enumerate(lines)]
