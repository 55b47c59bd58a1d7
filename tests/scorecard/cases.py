"""Rows of every kind: each form, measure, standing and reason, assessed by `scorecard()`."""

from __future__ import annotations

from typing import Any

from plantrack.model import Direction, Form, Measure, PriceBasis, Qualifier, Text
from plantrack.scorecard import TargetRow
from tests.builders import PERCENT, PLACE, PROJECTS, row_of

_SHARE: dict[str, Any] = {
    "unit": PERCENT,
    "measure": Measure.POINTS,
    "price_basis": PriceBasis.NONE,
}
_CORRIDOR: dict[str, Any] = dict(
    form=Form.BETWEEN, low="12", high="13", direction=Direction.LESS, **_SHARE
)
_AVERAGE: dict[str, Any] = {
    "unit": PERCENT,
    "measure": Measure.AVERAGE_GROWTH,
    "price_basis": PriceBasis.CONSTANT_2010,
    "start": 2021,
    "baseline": 2020,
    "name": Text("Tốc độ tăng GRDP", "GRDP growth"),
}
_PLACE: dict[str, Any] = {
    "unit": PLACE,
    "decimals": 0,
    "measure": Measure.RANK,
    "price_basis": PriceBasis.NONE,
}
_SUM: dict[str, Any] = {
    "unit": PROJECTS,
    "decimals": 0,
    "measure": Measure.COMPOUND,
    "price_basis": PriceBasis.NONE,
    "form": Form.CUMULATIVE,
    "start": 2021,
    "baseline": 2020,
    "year": 2025,
}
_TOP: dict[str, Any] = dict(
    form=Form.TOP,
    k=2,
    direction=Direction.LESS,
    peers={"here": (None, None), "an": (None, None), "binh": (None, None), "cao": (None, 2024)},
    **_PLACE,
)
_OTHERS = {
    "an": {2020: "80", 2023: "90", 2025: "100"},
    "binh": {2020: "60", 2023: "70", 2025: "75"},
    "cao": {2020: "90", 2023: "95", 2025: "99"},
}
CASES: dict[str, TargetRow] = {
    "behind": row_of({2023: "57.83", 2024: "62.36 preliminary", 2025: "70.95 estimate"}, low="150"),
    "on track": row_of({2023: "100", 2025: "110"}, low="130"),
    "far behind": row_of({2023: "100", 2025: "101"}, low="150"),
    "away": row_of({2023: "100", 2025: "90"}, low="150"),
    "close paces": row_of({2023: "100", 2025: "110.25"}, low="140.8"),
    "one year so far": row_of({2023: "57.83", 2024: "62.36"}, low="150"),
    "one year ahead": row_of({2023: "57.83", 2029: "132"}, low="150"),
    "no change": row_of({2023: "57.83", 2025: "57.84"}, low="150"),
    "at most": row_of(
        {2023: "8.0", 2025: "7.0"},
        form=Form.AT_MOST,
        high="3",
        direction=Direction.LESS,
        decimals=1,
        **_SHARE,
    ),
    "range more": row_of({2023: "60", 2025: "70"}, form=Form.RANGE_MORE, low="140", high="150"),
    "range less": row_of(
        {2023: "60", 2025: "50"},
        form=Form.RANGE_LESS,
        low="20",
        high="30",
        direction=Direction.LESS,
    ),
    "corridor far": row_of({2024: "21.51", 2025: "21.00"}, baseline=2024, **_CORRIDOR),
    "corridor no change": row_of({2024: "21.51", 2025: "21.51"}, baseline=2024, **_CORRIDOR),
    "corridor up": row_of({2023: "8", 2025: "9"}, **_CORRIDOR),
    "overshot below": row_of({2024: "21.51", 2027: "11"}, baseline=2024, **_CORRIDOR),
    "overshot above": row_of({2024: "10", 2027: "15"}, baseline=2024, **_CORRIDOR),
    "inside": row_of({2024: "21.51", 2027: "12.5"}, baseline=2024, **_CORRIDOR),
    "left": row_of({2024: "12.5", 2025: "11.9"}, baseline=2024, **_CORRIDOR),
    "inside slipping": row_of(
        {2024: "12.9", 2025: "12.7"}, baseline=2023, breaks=(2024,), **_CORRIDOR
    ),
    "at target": row_of({2023: "100", 2025: "155"}, low="150"),
    "met in year": row_of({2023: "100", 2030: "155"}, low="150"),
    "missed": row_of({2023: "57.83", 2030: "144.73"}, low="150"),
    "missed high": row_of(
        {2023: "8", 2030: "5"}, form=Form.AT_MOST, high="3", direction=Direction.LESS, **_SHARE
    ),
    "missed corridor": row_of({2023: "8", 2030: "15"}, **_CORRIDOR),
    "hold": row_of(
        {2020: "96", 2025: "97"}, form=Form.HOLD, low="95", start=2021, baseline=2020, **_SHARE
    ),
    "hold broken": row_of(
        {2020: "96", 2022: "94", 2023: "93", 2025: "97"},
        form=Form.HOLD,
        low="95",
        start=2021,
        baseline=2020,
        **_SHARE,
    ),
    "hold lost": row_of(
        {2020: "96", 2022: "94"}, form=Form.HOLD, low="95", start=2021, baseline=2020, **_SHARE
    ),
    "path": row_of(
        {2023: "10", 2025: "14"},
        form=Form.PATH,
        start=2024,
        milestones={2024: ("12", None), 2027: ("20", None), 2030: ("30", None)},
        **_SHARE,
    ),
    "path met": row_of(
        {2023: "10", 2025: "21"},
        form=Form.PATH,
        start=2024,
        milestones={2027: ("20", None), 2030: ("30", None)},
        **_SHARE,
    ),
    "path less": row_of(
        {2023: "10", 2025: "9"},
        form=Form.PATH,
        direction=Direction.LESS,
        start=2024,
        milestones={2027: (None, "7"), 2030: (None, "5")},
        **_SHARE,
    ),
    "change a year": row_of(
        {2022: "10", 2024: "7"},
        form=Form.CHANGE_PER_YEAR,
        low="-3",
        high="-2",
        direction=Direction.LESS,
        start=2023,
        year=2025,
        baseline=2022,
        floor="0",
        **_SHARE,
    ),
    "change compound": row_of(
        {2022: "100", 2024: "108"},
        form=Form.CHANGE_PER_YEAR,
        low="5",
        high="6",
        start=2023,
        baseline=2022,
        year=2026,
    ),
    "cumulative": row_of({2021: "30", 2022: "32", 2023: "33"}, low="166", high="168", **_SUM),
    "cumulative reached": row_of({2021: "80", 2022: "90"}, low="166", **_SUM),
    "cumulative gap": row_of({2021: "80", 2023: "90"}, low="166", **_SUM),
    "average": row_of(
        {2021: "6.75", 2022: "6.63", 2023: "6.84", 2024: "5.67 preliminary", 2025: "8.06 estimate"},
        form=Form.RANGE_MORE,
        low="8",
        high="9",
        **_AVERAGE,
    ),
    "average spans": row_of(
        {(2021, 2022): "6.95", 2023: "7.0"}, form=Form.RANGE_MORE, low="8", high="9", **_AVERAGE
    ),
    "average one": row_of({2021: "6.95"}, form=Form.RANGE_MORE, low="8", high="9", **_AVERAGE),
    "secured": row_of(
        {(2021, 2025): "6.14 estimate"}, form=Form.RANGE_MORE, low="2.5", high="3.5", **_AVERAGE
    ),
    "yearly target": row_of(
        {2025: "8.06 estimate"},
        form=Form.AT_LEAST,
        low="8.75",
        **{**_AVERAGE, "start": 2025, "year": 2025, "baseline": 2024},
    ),
    "average less": row_of(
        {2021: "1", 2022: "2"}, form=Form.AT_MOST, high="3", direction=Direction.LESS, **_AVERAGE
    ),
    "average break": row_of(
        {2021: "6", 2022: "7"}, form=Form.AT_LEAST, low="8", breaks=(2022,), **_AVERAGE
    ),
    "average not begun": row_of(
        {2019: "6", 2020: "9 estimate"}, form=Form.AT_LEAST, low="8", **_AVERAGE
    ),
    "average over": row_of(
        {2021: "6", 2022: "9"}, form=Form.AT_LEAST, low="8", **{**_AVERAGE, "year": 2022}
    ),
    "no series": row_of({}, low="150", with_series=False),
    "not chosen": row_of({}, low="150", preferred=False),
    "no figures": row_of({}, low="150"),
    "bound missing": row_of(
        {2023: "5", 2025: "6"},
    ),
    "baseline missing": row_of({2025: "70.95"}, low="150", missing=(2023,)),
    "target year missing": row_of({2023: "57", 2031: "160"}, low="150"),
    "not after": row_of({2023: "57.83"}, low="150"),
    "awaits": row_of(
        {2024: "21.51", 2025: "20.51 estimate"}, baseline=2023, breaks=(2025,), **_CORRIDOR
    ),
    "zero": row_of({2023: "10", 2025: "5"}, form=Form.AT_MOST, high="0", direction=Direction.LESS),
    "over open": row_of({2023: "97", 2025: "over 98"}, low="99", **_SHARE),
    "up to below": row_of({2023: "97", 2025: "up_to 98"}, low="99", year=2025, **_SHARE),
    "over met": row_of({2023: "97", 2025: "over 99"}, low="99", **_SHARE),
    "about": row_of({2023: "97", 2025: "about 98"}, low="99", **_SHARE),
    "regional": row_of({}, low="150", regional=True),
    "bound about": row_of({2023: "57.83", 2025: "70.95"}, low="150", qualifier=Qualifier.ABOUT),
    "rank out": row_of({2020: "50", 2023: "60", 2025: "70 estimate"}, _OTHERS, **_TOP),
    "rank in": row_of({2020: "50", 2023: "60", 2025: "76"}, _OTHERS, **_TOP),
    "rank missed": row_of({2030: "76"}, {"an": {2030: "80"}, "binh": {2030: "77"}}, **_TOP),
    "rank reached": row_of({2030: "78"}, {"an": {2030: "80"}, "binh": {2030: "77"}}, **_TOP),
    "rank late": row_of({2031: "78"}, {"an": {2031: "80"}, "binh": {2031: "77"}}, **_TOP),
    "rank peers": row_of({2025: "78"}, {"an": {2025: "80"}}, **_TOP),
    "place published": row_of(
        {2023: "16", 2025: "14"}, form=Form.AT_MOST, high="10", direction=Direction.LESS, **_PLACE
    ),
    "place met": row_of(
        {2023: "16", 2025: "9"}, form=Form.AT_MOST, high="10", direction=Direction.LESS, **_PLACE
    ),
    "place top": row_of({2023: "7"}, **{**_TOP, "peers": {}}),
}
