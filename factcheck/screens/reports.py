"""The reports: which forms, into which folder; written in the background, then opened by a key."""

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.commands.command import Where
from factcheck.domain.signoff import SignedState
from factcheck.errors import FactcheckError, StorageFailedError, UsageError
from factcheck.paths import write_whole
from factcheck.report.forms import FORMS, Form
from factcheck.screens.commanded import Act, bindings_of
from factcheck.screens.report_choices import CHECKED, CLAIM_REVIEW, REDACTED, WAYS, switched, told, wishes
from factcheck.screens.review_list import ReviewList
from factcheck.widgets.painted import PaintedLine, padded, paragraph

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen

_FOLDER = "report_folder"
_URL = "review_url"
_MARK, _NAME, _WHAT = 4, 17, 50
_SAID = {
    SignedState.UNSIGNED: "An unsigned working copy: it may still be changed.",
    SignedState.SIGNED: "The signed report, to the byte, with every signature under it.",
    SignedState.CHANGED: "Changed since it was signed: an unsigned copy that names what it supersedes.",
    SignedState.WITHDRAWN: "The sign-off was withdrawn: an unsigned copy that names what it supersedes.",
}


_REDACTED = (
    "A redacted copy: unsigned, without internal sources, excerpts and queries; it says what it leaves out."
)


_CHANGES = "A checked copy: the recommended changes alone, without the report and its signatures."


_NO_CHECKED_COPY = "no checked copy: this form has what was found out"


class ReportsScreen(ReviewList, inherit_bindings=False):
    """The forms of the report."""

    CSS_PATH = "sign_off.tcss"
    BINDINGS = bindings_of(Where.REPORTS)
    WHERE = Where.REPORTS
    NAME = "Reports"
    GAP = 0
    LIST = "forms"

    def __init__(self, review: "ReviewScreen") -> None:
        super().__init__(review)
        self._forms: Sequence[Form] = tuple(FORMS.values())
        self._wanted = {"html"} & FORMS.keys()
        self._ways: set[str] = set()
        self._came_as_word = False
        self._told: dict[str, tuple[str, str]] = {}
        self._written: dict[str, Path] = {}
        self._is_writing = False
        self._state = SignedState.UNSIGNED

    def acts(self) -> dict[str, Act]:
        return super().acts() | {
            "choose_form": self._choose,
            "report_folder": self._ask_folder,
            "write_reports": self._write_all,
            "open_report": self._open,
        }

    @property
    def folder(self) -> Path:
        """Where the reports go."""
        return Path(self.review.typed.get(_FOLDER) or ".").expanduser().absolute()

    # ------------------------------------------------------------------------------------------ what is listed

    def read_again(self) -> None:
        self._state = self.port.signing.state()
        self._came_as_word = self.port.signing.came_as_word()
        self._show()

    def _show(self) -> None:
        self.frame.say_where(self._what_kind())
        self._keys.dim(frozenset() if self._written else frozenset({"open_report"}))
        self.show_entries()

    def _what_kind(self) -> str:
        """What will be written: whatever holds less than the report is not called signed."""
        if CHECKED in self._ways:
            return _CHANGES
        return _REDACTED if REDACTED in self._ways else _SAID[self._state]

    def _is_left_out(self, form: Form) -> bool:
        """Whether there is no such thing as a checked copy in this form, and one is wished for."""
        return CHECKED in self._ways and not form.has_checked_copy

    def _to_write(self) -> list[Form]:
        return [f for f in self._forms if f.name in self._wanted and not self._is_left_out(f)]

    def count(self) -> int:
        return len(self._forms) + len(WAYS)

    def lines_of(self, index: int, width: int) -> Sequence[PaintedLine]:
        if index >= len(self._forms):
            way = WAYS[index - len(self._forms)]
            what = f"{way.only}: {way.told}" if way.only else way.told
            line = _line(way.name, what, width, is_wanted=way.name in self._ways)
            return (
                [line] if index > len(self._forms) else [(), ((" " * _MARK, ""), ("made how", "muted")), line]
            )
        form = self._forms[index]
        what = told(form.name, form.suffix, came_as_word=self._came_as_word)
        is_wanted = form.name in self._wanted
        if self._is_left_out(form):  # and says nothing of what was written before, which has more in it
            return [_line(form.name, _NO_CHECKED_COPY, width, is_wanted=is_wanted, is_left_out=True)]
        line = _line(form.name, what, width, is_wanted=is_wanted)
        news, look = self._told.get(form.name, ("", "muted"))
        told_lines = paragraph(news, max(8, width - _MARK), look) if news else []
        return [line, *(((" " * _MARK, ""), *one) for one in told_lines)]

    def standing(self) -> PaintedLine:
        return (
            (f" · {len(self._to_write())} chosen", ""),
            (f" · into {self.folder}", "muted"),
            (" · writing…" if self._is_writing else "", "warning"),
        )

    def empty(self) -> Sequence[PaintedLine]:
        return [(("  There are no forms.", "strong"),)]

    # ------------------------------------------------------------------------------------------ what is done

    def on_block_list_entry_taken(self) -> None:
        """A click on the chosen form chooses it, or leaves it out."""
        self.call_later(self._choose)

    def _choose(self) -> None:
        index = self.chosen()
        if index is None:
            return
        if index >= len(self._forms):
            self._ways = switched(self._ways, WAYS[index - len(self._forms)].name)
        elif self._forms[index].name == CLAIM_REVIEW and CLAIM_REVIEW not in self._wanted:
            self._ask_url()
        else:
            self._wanted ^= {self._forms[index].name}
        self._show()

    def _ask_url(self) -> None:
        """That form is about a public page, and nobody can guess which."""
        from factcheck.screens.dialogs.line import LineDialog

        async def ask(typed: str) -> str:
            if not typed.strip().startswith(("https://", "http://")):
                raise UsageError(
                    "That is no address of a public page.", "Type one that begins with https://."
                )
            return typed.strip()

        def asked(url: str | None) -> None:
            if url is not None:
                self.review.keep_typed(_URL, url)
                self._wanted |= {CLAIM_REVIEW}
            self._show()

        told = (("Only statements that are marked for publication are in it.", "muted"),)
        typed = self.review.typed.get(_URL, "")
        dialog = LineDialog[str]("Address of the public page", told, typed, ask=ask, keep=lambda text: None)
        self.app.push_screen(dialog, asked)

    def _ask_folder(self) -> None:
        from factcheck.screens.dialogs.line import LineDialog

        async def ask(typed: str) -> str:
            folder = Path(typed.strip() or ".").expanduser().absolute()
            if not await asyncio.to_thread(folder.is_dir):
                raise StorageFailedError(f"{folder} is not a folder.", "Name one that is there.")
            return str(folder)

        def asked(folder: str | None) -> None:
            if folder is not None:
                self.review.keep_typed(_FOLDER, folder)
            self._show()

        told = (("The reports are written here; what is there under the same name is replaced.", "muted"),)
        dialog = LineDialog[str](
            "Folder of the reports", told, str(self.folder), ask=ask, keep=lambda text: None
        )
        self.app.push_screen(dialog, asked)

    def _write_all(self) -> None:
        if not self._wanted:
            self.say(f"no form is chosen; {self.key_of('choose_form')} chooses one")
        elif self._is_writing:
            self.say("it is being written already")
        elif forms := self._to_write():
            self._is_writing = True
            self.run_worker(self._writing(forms))
        else:
            self.say(f"there is {_NO_CHECKED_COPY}")

    async def _writing(self, forms: Sequence[Form]) -> None:
        """One after the other, each said where it stands."""
        folder, slug, is_redacted = self.folder, self.port.article.slug, REDACTED in self._ways
        wanted = wishes(self._ways, self.review.typed.get(_URL, ""), self.review.newsroom)
        for form in forms:
            self._tell(form, "writing…", "warning")
            path = folder / form.file_name(slug, wanted, is_redacted=is_redacted)
            try:
                rendered = self.port.signing.render(form.name, wanted, is_redacted=is_redacted)
                content = await asyncio.wrap_future(rendered)
                await asyncio.to_thread(write_whole, path, content)
            except FactcheckError as error:
                self._tell(form, f"{error.sentence} {error.next_step}", "error")
            except OSError as error:
                self._tell(form, f"{path}: {error.strerror or 'cannot be written'}", "error")
            else:
                self._written[form.name] = path
                self._tell(form, f"{len(content):,} bytes · {path.name}", "accent")
        self._is_writing = False
        self._show()

    def _tell(self, form: Form, words: str, look: str) -> None:
        self._told[form.name] = (words, look)
        if self.is_attached:
            self._show()

    def _open(self) -> None:
        """Only ever by this key: nothing that was written opens by itself."""
        index = self.chosen()
        form = self._forms[index] if index is not None and index < len(self._forms) else None
        path = self._written.get(form.name) if form else None
        if path is None:
            self.say(
                f"this form is not written yet; {self.key_of('write_reports')} writes those that are chosen"
            )
            return
        opener = "open" if sys.platform == "darwin" else "xdg-open"
        try:
            subprocess.Popen(  # noqa: S603  # the system's own opener, and a file that we have just written
                [opener, str(path)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            self.say(f"there is no {opener} here; the file is {path}")
        else:
            self.say(f"opening {path}")


def _line(name: str, what: str, width: int, *, is_wanted: bool, is_left_out: bool = False) -> PaintedLine:
    room = max(8, width - _MARK)
    if is_left_out:
        box, look, name_look = "[-]" if is_wanted else " - ", "muted", "muted"
    else:
        box, look, name_look = ("[x]", "accent strong", "strong") if is_wanted else ("[ ]", "muted", "")
    return (
        padded(box, _MARK, look),
        padded(name, min(_NAME, room), name_look),
        padded(what, max(1, min(_WHAT, room - _NAME)), "muted"),
    )
