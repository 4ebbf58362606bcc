"""Scores the extraction on openly licensed texts; `python -m tests.extraction.scoring` prints the table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.domain.extracted import Extraction
from factcheck.domain.statement import HARD_DETAILS, DetailType
from factcheck.domain.text import Span
from factcheck.extraction.extractor import extract
from tests.extraction.gold import Gold, Place, examples, pages, sample, wikinews

DENIALS = frozenset({"denies", "no_evidence", "contradicts"})


@dataclass(slots=True)
class Score:
    """One figure. `right` of `predicted` is the precision, `found` of `gold` the recall."""

    label: str
    measure: str
    right: int = 0
    predicted: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 0.0

    @property
    def value(self) -> float:
        """F, recall or precision, as the measure says."""
        if self.measure == "F":
            both = self.precision + self.recall
            return 2 * self.precision * self.recall / both if both else 0.0
        return self.recall if self.measure == "R" else self.precision

    def same(self, mine: Iterable[object], wanted: Iterable[object]) -> None:
        """Count what is exactly the same."""
        mine, wanted = set(mine), set(wanted)
        common = len(mine & wanted)
        self._add(common, len(mine), common, len(wanted))

    def overlap(self, mine: Sequence[Place], wanted: Sequence[Place]) -> None:
        """Count what shares a character with one of the others."""
        self._add(
            sum(touches(one, wanted) for one in mine),
            len(mine),
            sum(touches(one, mine) for one in wanted),
            len(wanted),
        )

    def _add(self, right: int, predicted: int, found: int, gold: int) -> None:
        self.right += right
        self.predicted += predicted
        self.found += found
        self.gold += gold


def touches(one: Place, others: Iterable[Place]) -> bool:
    """Whether a place shares a character with any of the others."""
    return any(start < one[1] and one[0] < end for start, end in others)


def place(span: Span) -> Place:
    return span.start, span.end


def details(found: Extraction, *types: DetailType) -> list[Place]:
    """The places of all details of some types."""
    return [place(d.span) for one in found.statements for d in one.details if d.type in types]


def score_news() -> list[Score]:
    """Sentences, numbers, times, names and attributions of the news articles."""
    spans, ends = (
        Score("Wikinews: sentences exact", "F"),
        Score("Wikinews: ends of sentences in paragraphs", "F"),
    )
    numbers, times = Score("Wikinews: number words", "R"), Score("Wikinews: dates and times", "F")
    names, said = (
        Score("Wikinews: known names covered whole", "R"),
        Score("Wikinews: sentence is attributed", "F"),
    )
    kept = Score("Wikinews: letters kept as text", "R")
    for one in wikinews():
        found = extract(one["text"])
        mine = {place(statement.span) for statement in found.statements}
        gold = {(start, end) for start, end in one["sentences"]}
        spans.same(mine, gold)
        last = {end for _, end in one["paragraphs"]}
        ends.same({end for _, end in mine} - last, {end for _, end in gold} - last)
        numbers.overlap(
            details(found, DetailType.NUMBER, DetailType.DATE), [(a, b) for a, b in one["numbers"]]
        )
        times.overlap(details(found, DetailType.DATE), [(a, b) for a, b in one["times"]])
        _score_names(
            names, one["names"], one["proper_nouns"], details(found, DetailType.NAME, DetailType.TITLE)
        )
        cues = [place(a.cue) for statement in found.statements for a in statement.attributions if a.cue]
        said.same(
            {sentence for sentence in gold if touches(sentence, cues)},
            {sentence for sentence in gold if touches(sentence, [(a, b) for a, b in one["attributed"]])},
        )
        excluded = sum(len(block.span) for block in found.blocks if block.is_excluded)
        kept.found += len(one["text"]) - excluded
        kept.gold += len(one["text"])
    return [spans, ends, numbers, times, names, said, kept]


def _score_names(score: Score, names: list[Place], nouns: list[Place], mine: list[Place]) -> None:
    for start, end in names:
        parts = [(a, b) for a, b in nouns if start <= a and b <= end]
        if parts:
            score.gold += 1
            score.found += all(touches(part, mine) for part in parts)


def score_hand(texts: Sequence[Gold], who: str) -> list[Score]:
    """Statements, blocks, hard details, speakers of texts that were annotated by hand."""
    statements, blocks = Score(f"{who}: statements exact", "F"), Score(f"{who}: blocks exact", "F")
    hard, typed = Score(f"{who}: hard details", "R"), Score(f"{who}: hard details of one type", "P")
    cues, sources = Score(f"{who}: cue and speaker", "R"), Score(f"{who}: cue and speaker, precision", "P")
    carried = Score(f"{who}: speakers carried on", "R")
    for gold in texts:
        found = extract(gold.text)
        statements.same([place(one.span) for one in found.statements], gold.statements)
        blocks.same([(b.kind.value, place(b.span)) for b in found.blocks], gold.blocks)
        hard.overlap(details(found, *HARD_DETAILS), [span for _, span in gold.hard])
        for kind in HARD_DETAILS:
            typed.overlap(details(found, kind), [span for other, span in gold.hard if other == kind.value])
        mine = [
            (place(a.source), place(a.cue))
            for one in found.statements
            for a in one.attributions
            if a.source and a.cue
        ]
        for score in (cues, sources):
            score.right += sum(_matches(one, gold.said) for one in mine)
            score.predicted += len(mine)
            score.found += sum(_matches(one, mine) for one in gold.said)
            score.gold += len(gold.said)
        inferred = {
            (place(one.span), a.speaker.split()[-1])
            for one in found.statements
            for a in one.attributions
            if a.is_inferred
        }
        carried.same(inferred, {(span, name.split()[-1]) for span, name in gold.carried})
    every = [statements, blocks, hard, typed, cues, sources, carried]
    return [score for score in every if score.gold or score.predicted]


def _matches(one: tuple[Place, Place], others: Iterable[tuple[Place, Place]]) -> bool:
    return any(touches(one[0], [source]) and touches(one[1], [cue]) for source, cue in others)


def score_hints(gold: Gold) -> list[Score]:
    """The sample's links: figures and wordings that differ, and denials among the five best of their statement."""
    hints = extract(gold.text).hints
    differ, denied = Score("sample: hints that differ", "P"), Score("sample: denials in five hints", "R")
    differ.same(
        {frozenset((h.source + 1, h.target + 1)) for h in hints if h.type.startswith("differs")},
        {frozenset((one, two)) for kind, one, two in gold.links if kind == "differs"},
    )
    for kind, one, two in gold.links:
        if kind == "disputes":
            best = [h.target + 1 for h in hints if h.type in DENIALS and h.source + 1 == one][:5]
            denied.gold += 1
            denied.found += two in best
    return [differ, denied]


def score_pages() -> list[Score]:
    """How much of pasted pages is rightly kept as the article: by letters."""
    both, kept = Score("pages: letters of the article", "F"), Score("pages: letters of the article kept", "R")
    for text, wanted in pages():
        blocks = [one.span for one in extract(text).blocks if not one.is_excluded]
        mine = {at for span in blocks for at in range(span.start, span.end) if not text[at].isspace()}
        for score in (both, kept):
            score.same(mine, wanted)
    return [both, kept]


def all_scores() -> list[Score]:
    """Every figure of the table, in its order."""
    return [
        *score_news(),
        *score_hand([sample()], "sample"),
        *score_hints(sample()),
        *score_hand(examples(), "own"),
        *score_pages(),
    ]


def main() -> None:
    """Print the table, and what each of our own texts scores."""
    print(f"{'figure':40} {'':1} {'value':>6} {'precision':>16} {'recall':>16}")
    scores = all_scores()
    for gold in examples():
        scores += score_hand([gold], gold.name)
    for score in scores:
        precision = f"{score.right}/{score.predicted}={score.precision:.3f}" if score.predicted else "-"
        recall = f"{score.found}/{score.gold}={score.recall:.3f}" if score.gold else "-"
        print(f"{score.label:40} {score.measure} {score.value:6.3f} {precision:>16} {recall:>16}")


if __name__ == "__main__":
    main()
