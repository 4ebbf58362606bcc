"""What is measured of exports and of verifying: the bounds, and that what is verified is good."""

from pathlib import Path

from bench.exports import FORMS
from bench.figures import Standing
from bench.report import exports
from bench.signed import commands_on_signed
from bench.starts import Samples
from bench.stores import Store
from factcheck.cli.main import main
from tests.build import open_shop


def test_each_form_has_its_aim_and_a_must_of_four_times_that_and_less_for_a_shorter_article() -> None:
    taken = {form: Samples([0.6]) for form in FORMS}
    long = {f.what.split()[2].rstrip(","): f for f in exports(taken, 10_000)}
    assert long["json"].standing is Standing.ABOVE_AIM
    assert long["pdf"].standing is Standing.OK
    assert (long["docx"].aim, long["docx"].must) != (None, None)
    assert all(f.standing is Standing.MISS for f in exports({"csv": Samples([0.6])}, 1_000))
    assert [f.standing for f in exports({"html": Samples(missed=1)}, 10_000)] == [Standing.NOT_SHOWN]


def test_what_is_verified_is_valid_in_each_form(tmp_path: Path) -> None:
    shop = open_shop(tmp_path, "The bridge cost 40,000 crowns.\n")
    shop.close()
    commands = commands_on_signed(Store(tmp_path / "store", shop.article.slug, 1, 1, "", 0))
    assert len(commands) == 3
    assert [main(command) for command in commands.values()] == [0, 0, 0]
