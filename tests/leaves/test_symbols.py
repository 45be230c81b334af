"""Symbols of United Nations documents, told from everything else with a stroke in it."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.symbols import find, normalise, split

KNOWN = [
    "SG/SM/14510",
    "DSG/SM/1083",
    "DEV/3280",
    "UNIS/SGSM/368",
    "OBV/1142",
    "GA/11111",
    "SC/9876",
    "ECOSOC/6868",
    "ENV/DEV/1024",
    "GA/EF/3450",
    "HR/5012",
    "L/T/4382",
    "A/RES/58/220",
    "A/RES/70/1",
    "A/RES/48/134A",
    "A/RES/ES-10/19",
    "A/HRC/RES/32/13",
    "A/64/504",
    "A/72/PV.10",
    "A/CONF.215/2",
    "A/S-27/2",
    "A/C.2/72/L.1/Rev.1",
    "A/AC.105/C.1/L.1",
    "E/2017/100",
    "E/CN.6/2017/L.5",
    "E/HLPF/2017/L.2",
    "S/PRST/2014/5",
    "S/2017/469",
    "S/PV.7000",
    "S/12345",
    "ST/SGB/2003/13",
    "ST/SGB/2003/13/Rev.1",
    "DP/2017/12",
    "TD/B(S-XXVII)/2",
    "TD/B/C.I/MEM.8/2",
    "SSC/17/3",
    "FCCC/CP/2015/10/Add.1",
]

NO_SYMBOLS = [
    "and/or, either/or, his/her, w/o, km/h, N/A, n/a",
    "on 12/09/2017, 2011/12, 24/7, 1/2 and 3/4",
    "A/B tests, an A/C unit, AC/DC, I/O, TCP/IP, CD/DVD, S/M/L",
    "influenza A/H1N1 and A/H5N1",
    "see https://undocs.org/A/RES/58/220 or www.un.org/en/A/RES/58/220",
    "see undocs.org/A/RES/58/220, ?symbol=A/RES/58/220",
    "UN/DESA, SIDS/LDC, SC 1234, A/4 paper",
    "A/RES/, SG/SM/, GA/12345/foo",
]


@pytest.mark.parametrize("symbol", KNOWN)
def test_symbols_are_found_alone_and_in_a_sentence(symbol):
    assert [found.text for found in find(symbol)] == [symbol]
    sentence = f"As the report ({symbol}), “{symbol}” and {symbol}, said, see {symbol}."
    assert [found.text for found in find(sentence)] == [symbol] * 4


@pytest.mark.parametrize("text", NO_SYMBOLS)
def test_other_strokes_are_no_symbols(text):
    assert find(text) == []


def test_older_resolutions_keep_their_session():
    text = "resolutions A/RES/2625 (XXV) and S/RES/1325 (2000) (see above)"
    assert [found.text for found in find(text)] == ["A/RES/2625 (XXV)", "S/RES/1325 (2000)"]


def test_joined_symbols_are_found_one_by_one():
    text = "Press release SG/SM/14510-OBV/1142-DEV/2936"
    assert [found.text for found in find(text)] == ["SG/SM/14510", "OBV/1142", "DEV/2936"]


@given(st.lists(st.sampled_from([*KNOWN, *NO_SYMBOLS, "-", " ", "\n", "(", "word"]), max_size=12))
def test_the_place_of_a_symbol_is_where_it_stands(parts):
    text = " ".join(parts)
    for symbol in find(text):
        assert text[symbol.start : symbol.end] == symbol.text
    known = [part for part in parts if part in KNOWN]
    assert len(find(text)) == len(known)


@given(st.text(alphabet="ASGMRE/-.()0123456789 L", max_size=60))
def test_symbols_never_overlap(text):
    found = find(text)
    for one, following in pairwise(found):
        assert one.end <= following.start
    assert all(any(c.isdigit() for c in symbol.text) for symbol in found)


def test_compounds_are_split():
    assert split("DSG/SM/1083-DEV/3280") == ["DSG/SM/1083", "DEV/3280"]
    assert split("SG/SM/14510 – OBV/1142; A/72/86-S/2017/469") == [
        "SG/SM/14510",
        "OBV/1142",
        "A/72/86",
        "S/2017/469",
    ]
    assert split("A/RES/ES-10/19") == ["A/RES/ES-10/19"]
    assert split(" A/RES/2625  (XXV)\n") == ["A/RES/2625 (XXV)"]
    assert split("  ") == []


@given(st.lists(st.sampled_from(KNOWN), unique=True), st.sampled_from(["-", " - ", "–", "; ", ","]))
def test_what_is_joined_comes_apart(symbols, joint):
    assert split(joint.join(symbols)) == symbols


@given(st.text())
def test_a_key_is_its_own_key(symbol):
    assert normalise(normalise(symbol)) == normalise(symbol)


@pytest.mark.parametrize(
    "written",
    [
        "DSG/SM/1083-DEV/3280",
        "dsg/sm/1083 – dev/3280",
        " DSG/SM/1083—DEV/3280.",
        "ＤＳＧ/SM/1083-DEV/3280",
    ],
)
def test_ways_of_writing_a_symbol_have_one_key(written):
    assert normalise(written) == "DSG/SM/1083-DEV/3280"


@pytest.mark.parametrize("nasty", ["A/", "A/A ", "SG/SM/", "A/1-", "http://", "S-27/", "A/RES/1(("])
def test_nasty_texts_are_read_quickly(nasty):
    started = time.process_time()
    find(nasty * 40_000)
    assert time.process_time() - started < 3
