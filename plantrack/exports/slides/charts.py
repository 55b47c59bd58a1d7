"""A native chart on a slide, with the workbook it is edited in."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.parts.chart import ChartPart
from pptx.slide import Slide as Page

from plantrack.charts.native import Native
from plantrack.exports.slides.chart_data import workbook
from plantrack.exports.slides.chart_xml import chart_xml
from plantrack.exports.slides.shapes import add, frame, next_id
from plantrack.exports.slides.sheet import Box
from plantrack.words import Say
from plantrack.words.letters import writable

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def add_chart(page: Page, chart: Native, box: Box, alt: str, language: str, say: Say) -> None:
    """Add a chart an office program can edit; `alt` is its text alternative."""
    package = page.part.package
    part = ChartPart.load(
        package.next_partname(ChartPart.partname_template),
        CONTENT_TYPE.DML_CHART,
        package,
        chart_xml(chart, box, language),
    )
    part.chart_workbook.update_from_xlsx_blob(workbook(chart, say))
    relation = page.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    name, told = quoteattr(say("Chart")), quoteattr(writable(alt))
    add(
        page,
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{next_id(page)}" '
        f"name={name} descr={told}/><p:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'<p:xfrm>{frame(box)}</p:xfrm><a:graphic><a:graphicData uri="{_CHART}">'
        f'<c:chart xmlns:c="{_CHART}" r:id="{relation}"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>",
    )
