"""What the environment asks for, checked."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plantrack.settings.problems import Problem, SettingsProblem
from plantrack.settings.reading import READERS, unknown
from plantrack.settings.table import TABLE, Setting

PREFIX = "PLANTRACK_"
ROOT = Path(__file__).resolve().parents[2]
DEFAULT_SEEDS = ROOT / "seeds"
DEFAULT_DATA = ROOT / "data"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment asks for. Paths are absolute; a given relative path is taken from
    the folder the program was started in.
    """

    seeds: Path = DEFAULT_SEEDS
    data: Path = DEFAULT_DATA
    ledger: Path | None = None  # as given; None = chosen by plan, see `ledger_for`
    backups: Path | None = None  # as given; None = beside the ledger's uploads
    backup_hours: int = 24
    backups_kept: int = 30
    host: str = "127.0.0.1"
    port: int = 8501
    embed_origins: tuple[str, ...] = ()
    user: str | None = None
    log: Path | None = None  # None = standard error
    max_upload_mb: int = 25
    test_long: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read and check the settings in `environment` (default: the process's own).

        An empty value counts as unset. Raises `SettingsProblem` with every problem.
        """
        variables = os.environ if environment is None else environment
        given = {
            name: value.strip()
            for name, value in variables.items()
            if name.startswith(PREFIX) and value.strip()
        }
        problems = [unknown(name) for name in sorted(given) if name not in READERS]
        values: dict[str, object] = {}
        for name, (attribute, read) in READERS.items():
            if name not in given:
                continue
            value = read(name, given[name])
            if isinstance(value, Problem):
                problems.append(value)
            else:
                values[attribute] = value
        if problems:
            raise SettingsProblem(tuple(problems))
        return cls(**values)  # type: ignore[arg-type]  # each reader returns its field's type

    def ledger_for(self, plan_id: str) -> Path:
        """Return the ledger file of a plan: the one given, else one file a plan.

        The default seeds keep `plan.duckdb`; other seeds get a file under their own id, so that
        trying another plan never meets the first plan's ledger.
        """
        if self.ledger is not None:
            return self.ledger
        own = self.seeds.resolve() == DEFAULT_SEEDS
        return self.data / ("plan.duckdb" if own else f"{plan_id}.duckdb")

    @staticmethod
    def describe() -> tuple[Setting, ...]:
        """Return the table of settings, as the documentation shows it."""
        return TABLE
