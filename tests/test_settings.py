"""Settings are read once, checked together, and refused with a way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from plantrack.settings import ROOT, Settings, SettingsProblem


def problems_of(**environment: str) -> list[str]:
    with pytest.raises(SettingsProblem) as refused:
        Settings.from_environment(environment)
    return [problem.en for problem in refused.value.problems]


def test_nothing_set_serves_the_plan_in_seeds_on_this_machine_only() -> None:
    settings = Settings.from_environment({})
    assert (settings.host, settings.port) == ("127.0.0.1", 8501)
    assert settings.seeds == ROOT / "seeds"
    assert settings.ledger_for("any_plan") == ROOT / "data" / "plan.duckdb"


def test_other_seeds_get_a_ledger_under_their_plan_id(tmp_path: Path) -> None:
    settings = Settings.from_environment({"PLANTRACK_SEEDS": str(tmp_path)})
    assert settings.ledger_for("second_plan") == ROOT / "data" / "second_plan.duckdb"


def test_the_default_seeds_by_another_spelling_keep_their_ledger() -> None:
    settings = Settings.from_environment({"PLANTRACK_SEEDS": str(ROOT / "tests" / ".." / "seeds")})
    assert settings.ledger_for("any_plan").name == "plan.duckdb"


def test_a_named_ledger_is_used_for_any_plan(tmp_path: Path) -> None:
    ledger = tmp_path / "mine.duckdb"
    settings = Settings.from_environment({"PLANTRACK_LEDGER": str(ledger)})
    assert settings.ledger_for("any_plan") == ledger


def test_the_data_folder_moves_the_ledger_with_it(tmp_path: Path) -> None:
    settings = Settings.from_environment({"PLANTRACK_DATA": str(tmp_path)})
    assert settings.ledger_for("any_plan") == tmp_path / "plan.duckdb"


def test_a_relative_path_is_taken_from_the_folder_of_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path)
    assert Settings.from_environment({"PLANTRACK_SEEDS": "mine"}).seeds == tmp_path / "mine"


def test_an_empty_value_counts_as_unset() -> None:
    assert Settings.from_environment({"PLANTRACK_PORT": " "}) == Settings()


def test_names_of_other_programs_are_none_of_our_business() -> None:
    assert Settings.from_environment({"STREAMLIT_SERVER_PORT": "1"}) == Settings()


def test_an_unknown_setting_is_refused_with_the_nearest_name_in_both_languages() -> None:
    with pytest.raises(SettingsProblem) as refused:
        Settings.from_environment({"PLANTRACK_PROT": "8502"})
    assert str(refused.value).splitlines() == [
        "PLANTRACK_PROT không phải là một thiết đặt. Ý bạn là PLANTRACK_PORT? Hãy sửa hoặc bỏ đi.",
        "PLANTRACK_PROT is not a setting. Did you mean PLANTRACK_PORT? Correct or remove it.",
    ]


def test_every_problem_is_said_at_once(tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.touch()
    assert problems_of(
        PLANTRACK_SEEDS="nowhere",
        PLANTRACK_DATA=str(file),
        PLANTRACK_LEDGER=str(tmp_path),
        PLANTRACK_USER="two\nlines",
        PLANTRACK_LOG="nowhere/log",
        PLANTRACK_TEST_LONG="yes",
        PLANTRACK_LEGDER="x",
    ) == [
        "PLANTRACK_LEGDER is not a setting. Did you mean PLANTRACK_LEDGER? Correct or remove it.",
        "PLANTRACK_SEEDS is “nowhere”, which is not a folder: give the path of an existing folder.",
        f"PLANTRACK_DATA is “{file}”, which is a file: give the path of a folder.",
        f"PLANTRACK_LEDGER is “{tmp_path}”: give a file in an existing folder.",
        "PLANTRACK_USER must be one line of at most 100 printable characters.",
        "PLANTRACK_LOG is “nowhere/log”: give a file in an existing folder.",
        "PLANTRACK_TEST_LONG is “yes”: write 1 or 0.",
    ]


@pytest.mark.parametrize("port", ["0", "65536", "-1", "8501.0", "abc", "٨٥٠١"])
def test_a_port_is_a_whole_number_a_machine_has(port: str) -> None:
    assert problems_of(PLANTRACK_PORT=port) == [
        f"PLANTRACK_PORT is “{port}”: write a whole number from 1 to 65535."
    ]


@pytest.mark.parametrize("port", ["1", "8502", "65535"])
def test_a_good_port_is_taken(port: str) -> None:
    assert Settings.from_environment({"PLANTRACK_PORT": port}).port == int(port)


@pytest.mark.parametrize(
    "origins", ["*", "example.vn", "https://example.vn/charts", "https://a.vn; sandbox"]
)
def test_sites_that_may_embed_are_named_one_by_one(origins: str) -> None:
    assert problems_of(PLANTRACK_EMBED_ORIGINS=origins) == [
        f"PLANTRACK_EMBED_ORIGINS is “{origins}”: write addresses of web sites without a path,"
        " separated by spaces, for example https://example.vn."
    ]


def test_every_setting_described_can_be_set_and_every_other_name_is_refused(
    tmp_path: Path,
) -> None:
    example = {
        "PLANTRACK_SEEDS": str(tmp_path),
        "PLANTRACK_DATA": str(tmp_path),
        "PLANTRACK_LEDGER": str(tmp_path / "ledger"),
        "PLANTRACK_BACKUPS": str(tmp_path / "copies"),
        "PLANTRACK_BACKUP_HOURS": "6",
        "PLANTRACK_BACKUPS_KEPT": "7",
        "PLANTRACK_HOST": "::1",
        "PLANTRACK_PORT": "9000",
        "PLANTRACK_EMBED_ORIGINS": "https://example.vn http://intranet:8080",
        "PLANTRACK_USER": "Trần Thị Lan",
        "PLANTRACK_LOG": str(tmp_path / "log"),
        "PLANTRACK_MAX_UPLOAD_MB": "50",
        "PLANTRACK_TEST_LONG": "1",
    }
    assert [setting.name for setting in Settings.describe()] == list(example)
    assert Settings.from_environment(example) == Settings(
        seeds=tmp_path,
        data=tmp_path,
        ledger=tmp_path / "ledger",
        backups=tmp_path / "copies",
        backup_hours=6,
        backups_kept=7,
        host="::1",
        port=9000,
        embed_origins=("https://example.vn", "http://intranet:8080"),
        user="Trần Thị Lan",
        log=tmp_path / "log",
        max_upload_mb=50,
        test_long=True,
    )


def test_the_table_is_written_in_both_languages() -> None:
    for setting in Settings.describe():
        assert setting.en
        assert setting.vi
        assert setting.en != setting.vi


def test_the_readme_shows_the_table_of_settings() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    shown = [line for line in readme if line.startswith("| `PLANTRACK_")]
    assert shown == [f"| `{s.name}` | {s.default} | {s.en} |" for s in Settings.describe()]
