"""The annotated texts that the extraction is scored on, read from `fixtures/extraction`."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from tests.conftest import FIXTURES, SAMPLE_ARTICLE

Place = tuple[int, int]
FOLDER = FIXTURES / "extraction"
HARD = ("name", "title", "number", "date", "quote")


@dataclass(slots=True)
class Gold:
    """What a person found in a text. Places are half-open, in code points; links name statements from 1."""

    name: str
    text: str
    statements: list[Place] = field(default_factory=list)
    blocks: list[tuple[str, Place]] = field(default_factory=list)
    hard: list[tuple[str, Place]] = field(default_factory=list)
    said: list[tuple[Place, Place]] = field(default_factory=list)
    carried: list[tuple[Place, str]] = field(default_factory=list)
    links: list[tuple[str, int, int]] = field(default_factory=list)


def wikinews() -> list[dict[str, Any]]:
    """The news articles with their sentences, names, numbers, times and attributions, as they are in the file."""
    found: list[dict[str, Any]] = json.loads((FOLDER / "wikinews.json").read_text(encoding="utf-8"))
    return found


def sample() -> Gold:
    """The sample article."""
    data = json.loads((FOLDER / "zelensky_gold.json").read_text(encoding="utf-8"))
    gold = Gold("sample", SAMPLE_ARTICLE.read_bytes().decode("utf-8"))
    gold.blocks = [(one["kind"], (one["start"], one["end"])) for one in data["blocks"]]
    for one in data["statements"]:
        gold.statements.append((one["start"], one["end"]))
        gold.hard += [(d["type"], (d["start"], d["end"])) for d in one["details"] if d["type"] in HARD]
        gold.said += [
            ((a["source"][0], a["source"][1]), (a["cue"][0], a["cue"][1])) for a in one["attributions"]
        ]
    gold.links = [(one["type"], one["from"], one["to"]) for one in data["links"]]
    return gold


def examples() -> list[Gold]:
    """Our own short texts, one a genre."""
    return [
        _example(path.stem, json.loads(path.read_text(encoding="utf-8")))
        for path in sorted((FOLDER / "examples").glob("*.json"))
    ]


def pages() -> list[tuple[str, set[int]]]:
    """Our own pasted pages: each text, and the places of the letters that are the article's and not the page's."""
    found = []
    for page in json.loads((FOLDER / "pages.json").read_text(encoding="utf-8")):
        text, kept = "", set[int]()
        for part, line in page["lines"]:
            kept |= set(range(len(text), len(text) + len(line))) if part == "in" else set()
            text += line + page["joint"]
        found.append((text, {at for at in kept if not text[at].isspace()}))
    return found


def _example(name: str, data: dict[str, Any]) -> Gold:
    """Put the text together: statements parted by a space, blocks by a blank line."""
    gold = Gold(name, "")
    for block in data["blocks"]:
        start = len(gold.text)
        gold.text += block.get("excluded", "")
        for number, one in enumerate(block.get("statements", ())):
            gold.text += " " if number else ""
            begin = len(gold.text)
            gold.text += one["text"]
            _read(gold, one, begin)
        gold.blocks.append((block["kind"], (start, len(gold.text))))
        gold.text += "\n\n"
    return gold


def _read(gold: Gold, one: dict[str, Any], begin: int) -> None:
    gold.statements.append((begin, begin + len(one["text"])))
    for kind in HARD:
        taken = 0
        for words in one.get(kind, []):
            start, end = _find(one["text"], words, taken)
            taken = end if kind == "number" else 0
            gold.hard.append((kind, (begin + start, begin + end)))
    for speaker, cue in one.get("said", []):
        source = _find(one["text"], speaker)
        verb = _nearest(one["text"], cue, source)
        gold.said.append(((begin + source[0], begin + source[1]), (begin + verb[0], begin + verb[1])))
    if "carried" in one:
        gold.carried.append(((begin, begin + len(one["text"])), one["carried"]))


def _find(text: str, words: str, start: int = 0) -> Place:
    """Where words stand as whole words. Raises ValueError when they do not."""
    before, after = (r"(?<!\w)" if words[0].isalnum() else ""), (r"(?!\w)" if words[-1].isalnum() else "")
    found = re.compile(before + re.escape(words) + after).search(text, start)
    if not found:
        raise ValueError(f"{words!r} is not in {text!r}")
    return found.span()


def _nearest(text: str, words: str, place: Place) -> Place:
    """Where a cue stands that occurs more than once: as near to its speaker as it does. Raises ValueError."""
    found, start = [_find(text, words)], 0
    while (start := found[-1][1]) < len(text):
        try:
            found.append(_find(text, words, start))
        except ValueError:
            break
    return min(found, key=lambda one: max(one[0] - place[1], place[0] - one[1]))
