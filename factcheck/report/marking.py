"""Comments and tracked changes put into the XML of a Word file, without touching anything else in it."""

from bisect import bisect_left, bisect_right
from copy import deepcopy
from typing import Any

from factcheck.domain.visible import visible
from factcheck.domain.word_diff import Part, word_diff
from factcheck.report.manuscript import Leaf, Manuscript
from factcheck.report.remarks import Remark

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HOLDS_RUNS = frozenset(
    {"p", "hyperlink", "ins", "moveTo", "smartTag", "sdtContent", "customXml", "fldSimple", "dir", "bdo"}
)
_INSERTED = frozenset({"ins", "moveTo"})


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


class Marking:
    """The tree of a manuscript while it is marked. `comment_id` is the first number that is free for comments."""

    def __init__(self, manuscript: Manuscript, comment_id: int) -> None:
        self._leaves = list(manuscript.leaves)
        self._starts = [leaf.start for leaf in self._leaves]
        self.space = str(manuscript.tree.tag).rpartition("}")[0].lstrip("{")
        self.next_comment = comment_id
        ids = (str(v) for e in manuscript.tree.iter() for k, v in e.attrib.items() if k == self._name("id"))
        self._next_id = max((int(one) for one in ids if one.isdecimal()), default=0) + 1

    def mark(self, remark: Remark) -> int | None:
        """Put the anchor of a comment and the suggested words at their place; the comment's number.

        None when nothing of the remark's text stands in the file.
        """
        self._cut(remark.start)
        self._cut(remark.end)
        inside = self._between(remark.start, remark.end)
        if not inside:
            return None
        number = str(self.next_comment)
        self.next_comment += 1
        self._anchor(inside[0]).addprevious(self._make("commentRangeStart", id=number))
        end = self._make("commentRangeEnd", id=number)
        self._anchor(inside[-1]).addnext(end)
        reference = self._make("r")
        reference.append(self._make("commentReference", id=number))
        end.addnext(reference)
        if remark.change is not None:
            self._change(remark, *remark.change)
        return int(number)

    def _change(self, remark: Remark, old: str, new: str) -> None:
        at = remark.start
        for run in word_diff(old, new):
            if run.part is Part.ADDED:
                self._insert(at, visible(run.text, keep_line_feeds=True), remark)
                continue
            if run.part is Part.REMOVED:
                self._delete(at, at + len(run.text), remark)
            at += len(run.text)

    def _delete(self, start: int, end: int, remark: Remark) -> None:
        self._cut(start)
        self._cut(end)
        for leaf in self._between(start, end):
            run = self._anchor(leaf)
            if run.tag != self._name("r"):
                continue  # a formula, or a change that is tracked already: left as it is
            gone = self._tracked("del", remark)
            run.addprevious(gone)
            gone.append(run)
            for text in run.iter(self._name("t")):
                text.tag = self._name("delText")
                text.set(_SPACE, "preserve")

    def _insert(self, at: int, words: str, remark: Remark) -> None:
        """Put new words at a place, in the looks of the character before it in the statement, else of the one after."""
        self._cut(at)
        before = self._between(max(at - 1, remark.start), at)
        after = self._between(at, at + 1)
        if not before and not after:
            return
        beside = before[-1] if before else after[0]
        run, come = self._make("r"), self._tracked("ins", remark)
        looks = beside.element.getparent().find(self._name("rPr"))
        if looks is not None:
            run.append(deepcopy(looks))
        for number, line in enumerate(words.split("\n")):
            if number:
                run.append(self._make("br"))
            text = self._make("t")
            text.text = line
            text.set(_SPACE, "preserve")
            run.append(text)
        come.append(run)
        if before:
            _put_after(self._anchor(beside), come)
        else:
            self._anchor(beside).addprevious(come)

    def _between(self, start: int, end: int) -> list[Leaf]:
        """The leaves that have a character of the run."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        found = self._leaves[first : bisect_left(self._starts, end)]
        return [leaf for leaf in found if leaf.end > start and leaf.start < end]

    def _anchor(self, leaf: Leaf) -> Any:
        """The element round a leaf that stands among runs: nearly always the run itself."""
        element = leaf.element
        while (parent := element.getparent()) is not None and _local(parent) not in _HOLDS_RUNS:
            element = parent
        return element

    def _cut(self, at: int) -> None:
        """See to it that a run begins at this character, where one can."""
        index = bisect_right(self._starts, at) - 1
        if index < 0 or self._leaves[index].end <= at:
            return
        leaf = self._leaves[index]
        run = leaf.element.getparent()
        if run is None or run.tag != self._name("r"):
            return
        first = leaf.element
        if leaf.start < at or leaf.offset:  # blanks that are no part of the text may stand before it
            if leaf.element.tag not in (self._name("t"), self._name("delText")):
                return
            first = self._halved(index, at)
        if any(_local(one) != "rPr" for one in first.itersiblings(preceding=True)):
            _split(run, first)

    def _halved(self, index: int, at: int) -> Any:
        """Cut the text of a leaf in two; the second part, which follows it in the same run."""
        leaf = self._leaves[index]
        text, cut = leaf.element.text or "", leaf.offset + at - leaf.start
        second = deepcopy(leaf.element)
        leaf.element.text, second.text = text[:cut], text[cut:]
        for half in (leaf.element, second):
            half.set(_SPACE, "preserve")
        leaf.element.addnext(second)
        self._leaves[index] = Leaf(at, leaf.end, second, 0)
        if leaf.start < at:
            self._leaves.insert(index, Leaf(leaf.start, at, leaf.element, leaf.offset))
            self._starts.insert(index + 1, at)
        return second

    def _tracked(self, kind: str, remark: Remark) -> Any:
        self._next_id += 1
        author, at = visible(remark.author), f"{remark.at[:19]}Z"
        return self._make(kind, id=str(self._next_id), author=author, date=at)

    def _name(self, local: str) -> str:
        return f"{{{self.space}}}{local}"

    def _make(self, tag: str, **attributes: str) -> Any:
        from lxml import etree

        return etree.Element(self._name(tag), {self._name(name): value for name, value in attributes.items()})


def _split(run: Any, first: Any) -> None:
    """Move a child of a run, and all that follow it, into a run of the same looks behind it."""
    second = run.makeelement(run.tag, dict(run.attrib))
    for one in run:
        if _local(one) == "rPr":
            second.append(deepcopy(one))
    for one in [first, *first.itersiblings()]:
        second.append(one)
    run.addnext(second)


def _put_after(element: Any, come: Any) -> None:
    """Put an insertion behind an element: outside somebody else's insertion, which is parted there."""
    around = element.getparent()
    if _local(around) not in _INSERTED:
        element.addnext(come)
        return
    rest = around.makeelement(around.tag, dict(around.attrib))
    for one in list(element.itersiblings()):
        rest.append(one)
    if len(rest):
        around.addnext(rest)
    around.addnext(come)
