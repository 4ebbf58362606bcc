"""The house itself: what is true of the files, whatever the program does."""

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from factcheck.cli.main import main
from factcheck.screens.review_rooms import LATE_ROOMS
from tests.conftest import ROOT, SAMPLE_ARTICLE, without_coverage

PACKAGE = ROOT / "factcheck"
TEXT_SUFFIXES = {".css", ".in", ".md", ".py", ".tcss", ".toml", ".txt"}
OUTER_FILES = [
    ROOT / ".ci" / "run",
    ROOT / ".editorconfig",
    ROOT / ".gitignore",
    ROOT / "Makefile",
    *sorted(ROOT.glob("*.md")),
    *sorted(ROOT.glob("*.toml")),
    *sorted(ROOT.glob("*.txt")),
]

# Written so that this file does not itself hold what it looks for.
INDEX = re.compile(
    r"(?i)\bpy(?!thon\.org)\w+\.(?:org|io)\b|://\S+/simple\b|--?(?:extra-)?index-url|--find-links|--trusted-host"
)
MACHINE_PATH = re.compile(r"(?<![\w.~/}$>-])/(?:home|Users|root|mnt|opt|srv|work|var/folders)/\w")


def package_files() -> Iterator[Path]:
    """Every file of the package that git would keep."""
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc":
            yield path


def pins() -> dict[str, str]:
    """The versions in constraints.txt by canonical name."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = (line.split(";")[0].split("==") for line in lines if line.strip())
    return {canonicalize_name(name.strip()): version.strip() for name, version in pinned}


def needed(name: str, extras: frozenset[str], seen: set[tuple[str, frozenset[str]]]) -> Iterator[str]:
    """The distributions that an installed one needs here, and what those need in turn."""
    if (name, extras) in seen:
        return
    seen.add((name, extras))
    for line in metadata.requires(name) or []:
        requirement = Requirement(line)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras | {""}):
            yield canonicalize_name(requirement.name)
            yield from needed(requirement.name, frozenset(requirement.extras), seen)


def test_importing_one_room_never_loads_another_because_each_init_is_empty() -> None:
    inits = sorted(PACKAGE.rglob("__init__.py"))
    assert PACKAGE / "__init__.py" in inits
    assert [path.relative_to(ROOT) for path in inits if path.read_text(encoding="utf-8").strip()] == []


def test_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for path in package_files() if path.suffix == ".py"}
    assert [
        str(folder.relative_to(ROOT)) for folder in folders if not (folder / "__init__.py").is_file()
    ] == []


def test_no_file_names_an_index_or_a_path_of_somebodys_machine() -> None:
    found = []
    for path in [*package_files(), *OUTER_FILES]:
        if path.suffix in TEXT_SUFFIXES or path in OUTER_FILES:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if INDEX.search(line) or MACHINE_PATH.search(line):
                    found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()}")
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "see https://py" + "pi.org/project/textual",
        "https://files.py" + "thonhosted.org/a.whl",
        "https://mirror.example/py" + "/simple/",
        "--index" + "-url x",
        "open('/ho" + "me/ada/article.txt')",
        "path: /Us" + "ers/ada/article.txt",
    ],
)
def test_the_search_for_indexes_and_machine_paths_finds_them(line: str) -> None:
    assert INDEX.search(line) or MACHINE_PATH.search(line)


def test_constraints_are_exact_pins_and_nothing_else() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pin = re.compile(
        r"[A-Za-z0-9][A-Za-z0-9._-]*==[0-9][A-Za-z0-9.!+]*(?: *; *[a-z_]+ *[<>=!]+ *['\"][^'\"]+['\"])?"
    )
    assert lines
    assert [line for line in lines if not pin.fullmatch(line)] == []
    assert lines == sorted(lines, key=str.casefold)


def test_everything_that_is_installed_for_the_program_and_its_tests_is_pinned_at_that_version() -> None:
    pinned = pins()
    names = set(needed("factcheck", frozenset({"dev", "postgres"}), set()))
    assert "textual" in names
    installed = {name: metadata.version(name) for name in names}
    assert {name: version for name, version in installed.items() if pinned.get(name) != version} == {}


def test_every_direct_dependency_has_a_pin_within_its_range() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    requirements = [Requirement(line) for lines in (project["dependencies"], *extras) for line in lines]
    pinned = pins()
    outside = [
        str(requirement)
        for requirement in requirements
        if not requirement.specifier.contains(pinned.get(canonicalize_name(requirement.name), "0"))
    ]
    assert outside == []


def test_every_dependency_says_what_it_is_for() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    section = text[text.index("\ndependencies = [") : text.index("[project.scripts]")]
    listed = [line.strip() for line in section.splitlines() if line.strip().startswith('"')]
    assert len(listed) > 5
    assert [line for line in listed if not re.search(r'",? *# \w', line)] == []


def test_the_changelog_has_a_place_for_what_is_not_released_and_names_this_version_or_none() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\]", text, flags=re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert set(headings[1:2]) <= {metadata.version("factcheck")}


def test_the_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    kept = {str(path.relative_to(ROOT)) for path in package_files() if not path.name.startswith(".")}
    assert "factcheck/py.typed" in kept
    assert kept - held == set()
    assert {name for name in held if not name.startswith(("factcheck/", "factcheck-"))} == set()


DRAWN = ("app.py", "screens", "services", "widgets")
KEY_IN_PROSE = re.compile(
    r"(?<![\w+’-])(?:esc|escape|enter|tab|space|backspace|pgdn|pgup|page up|page down|ctrl\+\w)(?![\w’-])"
    r"|(?<![\w.’'{/%:-])[b-zB-HJ-Z](?: [a-z]+s\b|$)"  # "v begins a selection", "not saved yet — m"
    r"|— [^\w\s]$"  # "no reply yet — *"
)


def prose(path: Path) -> Iterator[tuple[int, str]]:
    """The texts of more than one word in a module, with their lines: what may be read on a screen."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in documentation:
            continue
        if isinstance(node.value, str) and " " in node.value:
            yield node.lineno, node.value


def test_no_sentence_of_a_screen_names_a_key_by_itself_so_that_a_user_hears_of_keys_of_their_own() -> None:
    files = [path for room in DRAWN for path in sorted({PACKAGE / room, *(PACKAGE / room).rglob("*.py")})]
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in files
        if path.suffix == ".py"
        for line, text in prose(path)
        if KEY_IN_PROSE.search(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    "text",
    ["; enter opens it", " · esc shows all", "v begins a selection", "not saved yet — m", "no reply yet — *"],
)
def test_the_search_for_keys_in_sentences_finds_them(text: str) -> None:
    assert KEY_IN_PROSE.search(text)


PROBE = """
import sys
from factcheck.cli.main import main
try:
    code = main(sys.argv[1:])
except SystemExit as left:
    code = left.code or 0
sys.stdout.flush()
print("\\n" + " ".join([str(code), *sorted(sys.modules)]))
"""


HEAVY = {"alembic", "pydantic", "rich", "sqlalchemy", "sqlmodel", "textual"}
NOT_FOR_A_LIST = {f"factcheck.domain.{room}" for room in ("event", "filter", "fold", "mark", "statement")} | {
    "factcheck.settings",
    "factcheck.store.reading",
    "hashlib",
    "json",
}
NOT_FOR_STATEMENTS = {
    f"factcheck.domain.{room}"
    for room in ("draft", "event", "extracted", "fold", "review", "link", "query", "source", "work_form")
} | {
    "factcheck.extraction",
    "factcheck.settings",
}


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--version"], {"dataclasses", "factcheck.wiring", "typing"}),
        (["--help"], {"dataclasses", "factcheck.wiring", "typing"}),
        (["list"], NOT_FOR_A_LIST),
        (["show", "SLUG"], NOT_FOR_STATEMENTS),
    ],
    ids=("version", "help", "list", "show"),
)
def test_quick_commands_load_neither_screens_nor_database_libraries_nor_what_they_do_not_ask_for(
    arguments: list[str], unwanted: set[str], factcheck_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if arguments[0] in {"list", "show"}:
        assert main(["import", str(SAMPLE_ARTICLE)]) == 0
    slug = capsys.readouterr().out.strip()
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, *(slug if a == "SLUG" else a for a in arguments)],
        cwd=ROOT,
        env=without_coverage(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    code, *loaded = ran.stdout.splitlines()[-1].split()
    assert code == "0", ran.stderr
    assert "list" not in arguments or slug in ran.stdout
    assert (HEAVY | unwanted) & set(loaded) == set()


FIRST_FRAME = """
import sys
from factcheck.app import FactcheckApp
from factcheck.screens.review import ReviewScreen
from factcheck.wiring import wire
loaded = []
def begin(screen):
    loaded.extend(sys.modules)
    screen.app.exit()
ReviewScreen._begin = begin
wiring = wire()
desk = wiring.open_desk()
review = desk.open(desk.find(None).id)
app = FactcheckApp(desk, review, settings=wiring.settings, clock=wiring.clock, keeper=wiring.settings_file)
app.run(headless=True)
app.close()
desk.close()
print(" ".join(loaded))
"""


def test_a_review_is_shown_before_what_only_writing_importing_or_the_desk_needs_is_loaded() -> None:
    assert main(["import", str(SAMPLE_ARTICLE)]) == 0
    ran = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME],
        cwd=ROOT,
        env=dict(os.environ),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    loaded = set(ran.stdout.splitlines()[-1].split())
    assert "factcheck.screens.review" in loaded
    late = HEAVY - {"rich", "textual"} | {
        f"factcheck.{room}" for room in ("documents", "extraction", "report")
    }
    late |= {
        f"factcheck.domain.{room}" for room in ("draft", "event", "extracted", "fold", "history", "review")
    }
    late |= {f"factcheck.screens.{place.partition('.')[0]}" for place in LATE_ROOMS}
    late |= {f"factcheck.domain.{room}" for room in ("query", "source", "work_form")}
    late |= {
        f"factcheck.screens.{room}" for room in ("desk", "desk_view", "dialogs.choice", "help", "palette")
    }
    late |= {f"factcheck.commands.{wall}" for wall in ("desk", "fields", "lists", "signing", "sources")}
    assert loaded & late == set()
