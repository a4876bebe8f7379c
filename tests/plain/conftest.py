"""The golden transcript is written by the program and judged by a person. To rewrite it, and then read the diff:

UPDATE_GOLDEN=1 pytest tests/plain
"""

from pathlib import Path

import pytest
from plain.sittings import Sit, Sitting
from small_case import ID

from game.sitting.session import Wanted


@pytest.fixture
def sit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sit:
    """Sit down to the small case, answer some lines, leave."""
    monkeypatch.chdir(tmp_path)

    def play(*lines: str, case: str | None = ID, **wanted: object) -> Sitting:
        asked = Wanted(case, **{"seed": 7, **wanted})  # type: ignore[arg-type]
        return Sitting(tmp_path / "saves", asked).answer(*lines)

    return play
