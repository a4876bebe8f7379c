"""A folder of cases can be handed on as one thing; nothing in it reaches beyond it."""

from pathlib import Path

import pytest

from game.reading.diagnostics import as_text
from game.scenario.check import check
from game.scenario.library import Library
from game.scenario.pack import read_pack
from game.scenario.read import read_scenario
from game.scenario.shelf import scenario_files, shipped_scenarios

DATA = Path(__file__).parents[1] / "data"
SMALL = (DATA / "small-case.yaml").read_text(encoding="utf-8")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    folder.mkdir()
    for name in ("later", "earlier"):
        (folder / f"{name}.yaml").write_text(f"id: {name}\n", encoding="utf-8")
    return folder


def wrote(folder: Path, text: str) -> list[str]:
    (folder / "pack.yaml").write_text(f"format: 1\ntitle: Two quarrels\n{text}", encoding="utf-8")
    return [as_text(fault).removeprefix(f"{folder}/") for fault in read_pack(folder)[1]]


def test_a_pack_names_its_author_and_its_order(pack: Path) -> None:
    assert wrote(pack, "author: A. Author\nlicence: CC BY 4.0\ncases: [later, earlier]\n") == []
    read, _ = read_pack(pack)
    assert read.named == "Two quarrels · A. Author · CC BY 4.0"
    assert list(read.cases) == ["later", "earlier"]


def test_a_folder_without_a_pack_file_is_a_pack_without_a_name(pack: Path) -> None:
    read, found = read_pack(pack)
    assert (read.named, list(read.cases), found) == ("", ["earlier", "later"], [])


def test_a_case_that_is_listed_and_missing_is_told_with_the_nearest(pack: Path) -> None:
    assert wrote(pack, "cases: [earlyer, later]\n") == [
        "pack.yaml:3:9: error: no file here has the id “earlyer” "
        "(expected one of earlier, later; did you mean “earlier”?) [no-such-case]"
    ]


def test_a_case_that_is_listed_twice_is_told(pack: Path) -> None:
    assert wrote(pack, "cases: [later, later]\n") == [
        "pack.yaml:3:16: error: “later” is listed twice (expected each case once) [listed-twice]"
    ]


def test_the_pack_file_is_no_case(pack: Path) -> None:
    wrote(pack, "")
    assert [path.name for path in scenario_files(pack)] == ["earlier.yaml", "later.yaml"]


def test_every_shipped_case_is_listed_in_the_shipped_pack() -> None:
    read, found = read_pack(shipped_scenarios())
    assert found == []
    assert sorted(read.cases.values()) == scenario_files(shipped_scenarios())


def test_a_link_out_of_the_pack_is_not_opened(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(SMALL, encoding="utf-8")
    (pack / "borrowed.yaml").symlink_to(tmp_path / "secret.yaml")
    assert "borrowed" not in Library([pack]).ids()
    told = [as_text(fault) for fault in check([pack]).found]
    assert f"{pack}/borrowed.yaml:1:1: error: this is a link out of the folder, and is not opened [leads-out]" in told


def test_a_shared_folder_that_is_a_link_out_of_the_pack_is_not_opened(pack: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "sources.yaml").write_text("nonsense: [", encoding="utf-8")
    (pack / "common").symlink_to(elsewhere)
    (pack / "small.yaml").write_text(SMALL, encoding="utf-8")
    told = [as_text(fault) for fault in read_scenario(pack / "small.yaml")[1]]
    assert f"{pack}/common:1:1: error: this is a link out of the folder, and is not opened [leads-out]" in told
    assert not any("nonsense" in line or "elsewhere" in line for line in told)
