"""Pages as the national statistics site exports them: every province, title, blanks, notes.

The plan's own row holds its recorded figures; the others hold invented ones of a likely size.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

YEARS = tuple(range(2018, 2026))
HEADINGS = (2018, 2019, 2020, 2021, 2022, 2023, "Prel. 2024", "Est.2025")
REGIONS: Mapping[str, str] = {
    "Red River Delta": "Ha Noi, Vinh Phuc, Bac Ninh, Quang Ninh, Hai Duong, Hai Phong, Hung Yen,"
    " Thai Binh, Ha Nam, Nam Dinh, Ninh Binh",
    "Northern Midlands and mountain areas": "Ha Giang, Cao Bang, Bac Kan, Tuyen Quang, Lao Cai,"
    " Yen Bai, Thai Nguyen, Lang Son, Bac Giang, Phu Tho, Dien Bien, Lai Chau, Son La, Hoa Binh",
    "Northern Central area and Central coastal area": "Thanh Hoa, Nghe An, Ha Tinh, Quang Binh,"
    " Quang Tri, Thua Thien - Hue, Da Nang, Quang Nam, Quang Ngai, Binh Dinh, Phu Yen, Khanh Hoa,"
    " Ninh Thuan, Binh Thuan",
    "Central Highlands": "Kon Tum, Gia Lai, Dak Lak, Dak Nong, Lam Dong",
    "South East": "Binh Phuoc, Tay Ninh, Binh Duong, Dong Nai, Ba Ria - Vung Tau, Ho Chi Minh city",
    "Mekong River Delta": "Long An, Tien Giang, Ben Tre, Tra Vinh, Vinh Long, Dong Thap, An Giang,"
    " Kien Giang, Can Tho, Hau Giang, Soc Trang, Bac Lieu, Ca Mau",
}
PROVINCES = tuple(name.strip() for names in REGIONS.values() for name in names.split(","))
Own = Mapping[int, float]
Table = list[list[object]]


def growth_index(own: Own) -> Table:
    """E03.10: growth as an index, previous year = 100."""
    title = (
        "Index of gross regional domestic product at constant 2010 prices by province"
        " (Previous year = 100)"
    )
    return _page(title, "", own, lambda place, year: 104 + (len(place) * 7 + year) % 60 / 10)


def per_capita(own: Own) -> Table:
    """E03.12: its unit stands in a line of its own."""
    title = "E03.12 Gross regional domestic product per capita by province"
    return _page(title, "Mill. dongs", own, lambda place, year: 40 + len(place) + year - 2018)


def area_population(own: Own) -> Table:
    """E02.01: three columns for each year, under the year."""
    names = (
        "Area(Km2)",
        "Average population (Thous. pers.)",
        "Population density (Person/km2)",
    )
    table: Table = [
        ["E02.01 Area, population and population density by province"],
        [],
        [None, *(cell for heading in HEADINGS for cell in (heading, None, None))],
        [None, *(name for _ in HEADINGS for name in names)],
    ]
    for region, places in REGIONS.items():
        table += [[region, *(cell for _ in YEARS for cell in (9000.5, 12000.1, 1100))]]
        for place in places.split(","):
            name = place.strip()
            values = (
                cell
                for year in YEARS
                for cell in (8310.2, own[year] if name == "Lang Son" else 900.4, 108)
            )
            table.append([name, *values])
    return [*table, [], ["Source: National Statistics Office"]]


def _page(title: str, unit: str, own: Own, other: Callable[[str, int], float]) -> Table:
    table: Table = [[title], *([[None] * 8 + [unit]] if unit else []), [], [None, *HEADINGS]]
    for region, places in REGIONS.items():
        table.append([region, *(other(region, year) for year in YEARS)])
        for place in places.split(","):
            name = place.strip()
            values = (own[year] if name == "Lang Son" else other(name, year) for year in YEARS)
            table.append([f"  {name}", *values])
    note = "(*) Data of 2025 were compiled for the provinces before their merger."
    return [*table, [], [note], ["Source: National Statistics Office"]]
