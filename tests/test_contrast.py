"""The colours of static/css/tokens.css can be read, in light and in dark, by everybody."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parent.parent / "static" / "css" / "tokens.css"
PAIR = re.compile(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
COLOURS = {name: themes for name, *themes in PAIR.findall(TOKENS.read_text())}

GROUNDS = ("paper", "sheet", "hollow")
AAA, AA, EDGE = 7.0, 4.5, 3.0
PROMISES = [
    # statement text and what stands beside it
    *[("ink", ground, AAA) for ground in (*GROUNDS, "ochre-wash", "sea-wash", "alarm-wash")],
    *[("ink-soft", ground, AAA) for ground in (*GROUNDS, "ochre-wash")],
    # interface
    *[("ink-faint", ground, AA) for ground in (*GROUNDS, "ochre-wash", "sea-wash")],
    *[("sea", ground, AA) for ground in (*GROUNDS, "sea-wash", "ochre-wash", "alarm-wash")],
    *[("sea-deep", ground, AA) for ground in (*GROUNDS, "sea-wash", "ochre-wash", "alarm-wash")],
    *[("ochre", ground, AA) for ground in (*GROUNDS, "ochre-wash")],
    *[("alarm", ground, AA) for ground in (*GROUNDS, "alarm-wash")],
    ("on-sea", "sea", AA),
    ("on-sea", "sea-deep", AA),
    # edges of controls, shapes that mean something, the ring of the focus
    *[("line", ground, EDGE) for ground in GROUNDS],
    *[("sea", ground, EDGE) for ground in GROUNDS],
]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_right_at_its_ends():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PROMISES)
def test_what_is_written_can_be_read(front, ground, least, theme):
    found = contrast(COLOURS[front][theme], COLOURS[ground][theme])
    assert found >= least, f"--{front} on --{ground}: {found:.2f}, promised {least}"


def test_only_the_tokens_name_colours():
    """Other sheets use the names, or the colours of the two themes come apart."""
    raw = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(", re.IGNORECASE)
    exempt = {"tokens.css", "print.css", "admin.css"}
    sheets = [sheet for sheet in TOKENS.parent.rglob("*.css") if sheet.name not in exempt]
    assert sheets
    for sheet in sheets:
        assert not raw.findall(sheet.read_text()), f"{sheet.name} names a colour of its own"
