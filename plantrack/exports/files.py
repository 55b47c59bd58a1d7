"""Which files leave the dashboards, what each is called, and the one way to make one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from plantrack.exports.material import Material
from plantrack.plan import PREFERRED
from plantrack.words import mark

Report = Callable[[float], None]  # hears the share of the work done, from 0 to 1


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file. `maker` is "module:function" below `plantrack.exports`.

    The function takes the material and a report of progress and returns the whole file. Its
    module is loaded when a file is made, since the libraries behind some take long to load.
    """

    id: str
    title: str
    told: str  # what is in it, and for whom
    extension: str
    media_type: str
    maker: str

    @property
    def key(self) -> str:
        """What tells this kind from every other: "figures.csv"."""
        return f"{self.id}.{self.extension}"


@dataclass(frozen=True, slots=True)
class File:
    """A file ready to leave."""

    name: str
    media_type: str
    content: bytes


_CSV: Final = "text/csv; charset=utf-8"

_PDF: Final = "application/pdf"

KINDS: Final = {
    kind.key: kind
    for kind in (
        Kind(
            "slides",
            mark("Slides (PowerPoint)"),
            mark("The slides of the meeting with charts to edit, and the arithmetic in the notes."),
            "pptx",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "slides:slides_file",
        ),
        Kind(
            "brief",
            mark("Brief for leaders (PDF)"),
            mark("One page: the finding, the distances, what each target asks; to print or send."),
            "pdf",
            _PDF,
            "brief.leaders:pdf_file",
        ),
        Kind(
            "report",
            mark("Full report (PDF)"),
            mark("A page for each target with its arithmetic and sources; to read and to file."),
            "pdf",
            _PDF,
            "brief.full:pdf_file",
        ),
        Kind(
            "workbook",
            mark("Workbook (Excel)"),
            mark(
                "Scorecard, figures, targets, sources and calculation with charts; to work on, "
                "and to give back to the update page."
            ),
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "workbook:xlsx_file",
        ),
        Kind(
            "charts",
            mark("All charts (ZIP)"),
            mark("Every chart as PNG, SVG, PDF, a page without network and its numbers as CSV."),
            "zip",
            "application/zip",
            "pictures.archive:zip_file",
        ),
        Kind(
            "figures",
            mark("Figures with their origins (CSV)"),
            mark("Every figure with status, publication and place in it; for a spreadsheet."),
            "csv",
            _CSV,
            "figures_csv:csv_file",
        ),
        Kind(
            "calculation",
            mark("Calculation (CSV)"),
            mark("Every rate, ratio and cut-off of each target, to compute it again."),
            "csv",
            _CSV,
            "calculation_table:csv_file",
        ),
        Kind(
            "calculation",
            mark("Calculation (JSON)"),
            mark("The calculation with every input, for a program."),
            "json",
            "application/json",
            "calculation:json_file",
        ),
    )
}


def made(kind: Kind, material: Material, report: Report = lambda _: None) -> File:
    """Return a file of one kind; the same material gives the same bytes."""
    module, _, function = kind.maker.partition(":")
    make: Callable[[Material, Report], bytes] = getattr(
        import_module(f"{__package__}.{module}"), function
    )
    name = file_name(material, kind.id, kind.extension)
    return File(name, kind.media_type, make(material, report))


def file_name(material: Material, what: str, extension: str) -> str:
    """Return a name telling plan, target set, what it holds, language and revision.

    Only letters a file system anywhere takes: "lang_son_decision_236_brief_vi_r7.pdf".
    """
    series = "" if material.series == PREFERRED else f"_{material.series}"
    return (
        f"{material.plan.id}_{material.target_set}{series}_{what}"
        f"_{material.language}_r{material.revision}.{extension}"
    )
