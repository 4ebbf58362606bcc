"""What a test needs to know of an HTML page, read with the standard library's parser."""

from base64 import b64decode
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"meta", "br", "hr", "img", "link", "input", "wbr"})


@dataclass
class Page(HTMLParser):
    """A parsed page: its elements with their attributes, its ids and links, and its text outside scripts."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    text: str = ""
    scripts: dict[str, bytes] = field(default_factory=dict)
    """What each script carries, by its id: none runs, each is base64."""
    style: str = ""
    open: list[str] = field(default_factory=list)
    by_id: dict[str, str] = field(default_factory=dict)
    """The text of each element that has an id."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open_ids: list[str | None] = []

    @property
    def payload(self) -> bytes:
        """The report.json that it carries."""
        return self.scripts["factcheck-report"]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        assert len(attributes) == len(attrs), f"an attribute twice in <{tag}>"
        self.elements.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
            self.by_id[attributes["id"]] = ""
        if tag == "a":
            self.links.append(attributes["href"])
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append(int(tag[1]))
        if tag not in _VOID:
            self.open.append(tag)
            self._open_ids.append(attributes.get("id"))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes something else"
        self._open_ids.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            self.scripts[self._open_ids[-1] or ""] = b64decode(data, validate=True)
        elif self.open and self.open[-1] == "style":
            self.style += data
        else:
            self.text += data
            for name in self._open_ids:
                if name:
                    self.by_id[name] += data


def read_page(html: bytes) -> Page:
    """The page, after checking that each element is closed in order."""
    page = Page()
    page.feed(html.decode("utf-8"))
    page.close()
    assert page.open == [], "elements left open"
    return page
