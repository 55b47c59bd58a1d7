"""Sound rows → the nouns of the plan, one small function a table."""

from __future__ import annotations

from decimal import Decimal

from plantrack import model
from plantrack.seeds.cells import SoundRow


def _needed(row: SoundRow, column: str) -> Decimal:
    return Decimal(row.text(column))


def source(row: SoundRow) -> model.Source:
    return model.Source(
        id=row.text("id"),
        title=row.text("title"),
        publisher=row.text("publisher"),
        published=row.text("published"),
        url=row.text("url"),
        licence=row.text("licence"),
        note=row.both("note"),
    )


def geography(row: SoundRow) -> model.Geography:
    return model.Geography(
        id=row.text("id"),
        name=row.both("name"),
        level=model.GeographyLevel(row.text("level")),
        parent=row.optional("parent"),
        successor=row.optional("successor"),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
    )


def peer(row: SoundRow) -> model.PeerMember:
    return model.PeerMember(
        peer_set=row.text("id"),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
        geography=row.text("geography"),
    )


def theme(row: SoundRow) -> model.Theme:
    return model.Theme(row.text("id"), row.both("name"), row.optional("parent"))


def unit(row: SoundRow) -> model.Unit:
    return model.Unit(
        row.text("id"), row.both("name"), row.text("quantity"), _needed(row, "factor")
    )


def indicator(row: SoundRow) -> model.Indicator:
    return model.Indicator(
        id=row.text("id"),
        name=row.both("name"),
        unit=row.text("unit"),
        decimals=row.whole("decimals"),
        price_basis=model.PriceBasis(row.text("price_basis")),
        measure=model.Measure(row.text("measure")),
        floor=row.number("floor"),
        ceiling=row.number("ceiling"),
        theme=row.text("theme"),
        parent=row.optional("parent"),
    )


def alias(row: SoundRow) -> model.Alias:
    return model.Alias(row.text("indicator"), row.text("text"))


def compiler(row: SoundRow) -> model.Compiler:
    return model.Compiler(row.text("id"), row.both("name"))


def series(row: SoundRow) -> model.Series:
    return model.Series(
        id=row.text("id"),
        indicator=row.text("indicator"),
        compiler=row.text("compiler"),
        scope=row.text("scope"),
        price_basis=model.PriceBasis(row.text("price_basis")),
        geography_version=row.text("geography_version"),
        preferred=row.yes("preferred"),
        note=row.both("note"),
    )


def break_in(row: SoundRow) -> model.Break:
    return model.Break(row.text("series"), row.whole("first_year_after"), row.both("reason"))


def first_estimates(row: SoundRow) -> tuple[str, str]:
    return row.text("series"), row.text("first")


def figure(row: SoundRow) -> model.Figure:
    return model.Figure(
        series=row.text("series"),
        geography=row.text("geography"),
        period=row.period(),
        value=_needed(row, "value"),
        decimals=row.whole_or_none("decimals"),
        status=model.Status(row.text("status")),
        qualifier=model.Qualifier(row.text("qualifier")),
        use=model.Use(row.text("use")),
        origin=row.text("origin"),
        locator=row.text("locator"),
        note=row.both("note"),
    )


def missing(row: SoundRow) -> model.MissingFigure:
    return model.MissingFigure(
        series=row.text("series"),
        geography=row.text("geography"),
        period=row.period(),
        origin=row.text("origin"),
        reason=row.both("note"),
    )


def rejected(row: SoundRow) -> model.RejectedFigure:
    return model.RejectedFigure(
        series=row.text("series"),
        geography=row.text("geography"),
        period=row.period(),
        value=_needed(row, "value"),
        origin=row.text("origin"),
        locator=row.text("locator"),
        reason=row.both("note"),
    )


def target_set(row: SoundRow) -> model.TargetSet:
    return model.TargetSet(
        id=row.text("id"),
        name=row.both("name"),
        document=row.text("document"),
        adopted=row.day("adopted"),
        in_force_from=row.day("in_force_from"),
        in_force_to=row.day("in_force_to"),
        source=row.text("source"),
    )


def target(row: SoundRow) -> model.Target:
    return model.Target(
        id=row.text("id"),
        target_set=row.text("target_set"),
        indicator=row.text("indicator"),
        geography=row.text("geography"),
        form=model.Form(row.text("form")),
        low=row.number("low"),
        high=row.number("high"),
        direction=model.Direction(row.text("direction")),
        period=row.period(),
        baseline_year=row.whole("baseline_period"),
        qualifier=model.Qualifier(row.text("qualifier")),
        price_basis=model.PriceBasis(row.text("price_basis")),
        peer_set=row.optional("peer_set"),
        k=row.whole_or_none("k"),
        origin=row.text("origin"),
        note=row.both("note"),
    )


def milestone(row: SoundRow) -> model.Milestone:
    year = int(row.text("period_end")[:4])
    return model.Milestone(row.text("target"), year, row.number("low"), row.number("high"))


def threshold(row: SoundRow) -> model.Threshold:
    return model.Threshold(
        method=row.text("method"),
        from_ratio=row.number("from_ratio"),
        standing=model.Standing(row.text("standing")),
        origin=row.text("origin"),
    )


def formula(row: SoundRow) -> model.Formula:
    return model.Formula(
        indicator=row.text("indicator"),
        operation=model.Operation(row.text("operation")),
        applies_to=row.text("applies_to"),
        operands=tuple(row.text("operands").split()),
    )


def frame_item(row: SoundRow) -> model.FrameItem:
    return model.FrameItem(
        id=row.text("id"),
        kind=row.text("kind"),
        parent=row.optional("parent"),
        text=row.both("text"),
        indicator=row.optional("indicator"),
    )
