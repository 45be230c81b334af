"""
An archive of N statements that nobody made, in the format of docs/import.md; always the same one.

    python bench/generate.py 2000 > archive.jsonl

Texts have 600 to 900 words, most of them in few forms (Zipf's law), in six languages. Some words
are put in on purpose, so that a benchmark knows how often it finds them: see ``PLANTED``.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import sys
from collections.abc import Iterator, Sequence
from typing import Any

COMMON, MEDIUM, PHRASE = "cooperation", "desalination", "equitable partnership"
PLANTED = {COMMON: 0.97, MEDIUM: 0.01, PHRASE: 0.002}
"""Words, and in which share of the English statements they stand at least once."""
RARE, RARE_EVERY = "quinquereme", 10
"""A rare word: in so many statements of the whole archive, however large."""

LANGUAGES = {"en": 70, "fr": 8, "es": 8, "ar": 5, "ru": 5, "zh": 4}
_SYLLABLES = {
    "en": "ba con de er fi gra ho in ja ken lo men nor ol pre qua ri ship ter un ver wil yon ze",
    "fr": "ail beau ce des eur fro gue in jeu lan men ne oi pré que ré sou tion ur vé",
    "es": "al bue cion de es fue gran hi in jo lla men ño os par que rio sol tra uno vez",
    "ru": "ба во гра де жи за ин кон ле мир на об пре ро ство те ук фор ция ше",
    "ar": "ال بر تم جد حر دو سل شر صن عد فت قو كل مد نظ وط يس مؤ تع اس",
    "zh": "南 合 作 发 展 国 家 和 平 经 济 社 会 技 术 人 民 大 中 年 力 行 动 共 同 世 界 新 机",
}
_WORDS = 12_000
_COUNTRY_CODES = (
    "AR BD BR CM CN CO CU EG ET FJ GH GT ID IN JM KE LK MA MX MY NG NP PE PH PK RW SN"
    " TH TN TR TZ UG UY VN ZA ZM"
)
_COUNTRIES = _COUNTRY_CODES.split()
_KINDS = ["statement"] * 5 + ["remarks"] * 3 + ["message", "speech"]
_OFFICES = [
    "President",
    "Prime Minister",
    "Minister for Foreign Affairs",
    "Permanent Representative",
]
_FIRST, _LAST = 1960, 2024


class _Zipf:
    """Draws from a sequence: the second half as often as the first, the third a third as often."""

    def __init__(self, choices: Sequence[Any]) -> None:
        self.choices = choices
        self.weights = [*itertools.accumulate(1 / (rank + 2.7) for rank in range(len(choices)))]

    def draw(self, random: random.Random, number: int) -> list[Any]:
        return random.choices(self.choices, cum_weights=self.weights, k=number)


def statements(number: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """So many rows, always the same ones for the same number and seed."""
    chance = random.Random(seed)
    archive = _Archive(number, chance)
    for place in range(number):
        yield archive.statement(place)


class _Archive:
    def __init__(self, number: int, chance: random.Random) -> None:
        self.number, self.chance = number, chance
        self.words = {language: _Zipf(_vocabulary(chance, language)) for language in LANGUAGES}
        self.speakers = _Zipf(
            [_speaker(chance, place) for place in range(_within(number, 50, 2000))]
        )
        self.tags = _Zipf([f"topic {place + 1}" for place in range(400)])
        self.events = [_event(chance, place) for place in range(_within(number, 100, 5000) // 2)]
        self.languages = chance.choices([*LANGUAGES], weights=[*LANGUAGES.values()], k=number)

    def statement(self, place: int) -> dict[str, Any]:
        chance, language = self.chance, self.languages[place]
        [speaker] = self.speakers.draw(chance, 1)
        words = self.words[language]
        year = int(chance.triangular(_FIRST, _LAST + 0.99, _LAST))
        row = {
            "id": f"bench-{place + 1}",
            "kind": chance.choice(_KINDS),
            "mode": "spoken",
            "date": f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            **speaker,
            "language": language,
            "tags": sorted(set(self.tags.draw(chance, chance.randint(2, 6)))),
            "body": self._body(place, language),
            "publisher": "United Nations",
            "source_kind": "meeting-record",
            "rights": "united-nations-public-information",
        }
        topic = " ".join(words.draw(chance, chance.randint(3, 6)))
        row["title"] = f"{speaker['speaker']} on {topic}"
        row["source"] = f"Record {place + 1}"
        if chance.random() < 0.7:
            row |= chance.choice(self.events) | {"date": None}
            row["date"] = row["event_start"]
        return row

    def _body(self, place: int, language: str) -> str:
        chance = self.chance
        drawn = self.words[language].draw(chance, chance.randint(600, 900))
        planted = [words for words, share in PLANTED.items() if chance.random() < share]
        if place % max(1, self.number // RARE_EVERY) == 0:
            planted.append(RARE)
        if language == "en":
            for words in planted:
                for _ in range(chance.randint(1, 4)):
                    drawn.insert(chance.randrange(len(drawn)), words)
        elif RARE in planted:
            drawn.append(RARE)
        return "\n\n".join(_paragraphs(chance, drawn, language))


def _within(number: int, least: int, most: int) -> int:
    return max(least, min(most, number // 50))


def _vocabulary(chance: random.Random, language: str) -> list[str]:
    """Words of two to four syllables; the most frequent are short."""
    syllables = _SYLLABLES[language].split()
    made: dict[str, None] = {}
    while len(made) < _WORDS:
        length = 1 + (len(made) > 15) + (len(made) > 250) + chance.randint(0, 1)
        length += len(made) > 6000
        made["".join(chance.choices(syllables, k=length))] = None
    return [*made]


def _speaker(chance: random.Random, place: int) -> dict[str, str]:
    syllables = _SYLLABLES["en"].split()
    first, last = ("".join(chance.choices(syllables, k=2)).title() for _ in range(2))
    country = chance.choice(_COUNTRIES)
    return {
        "speaker": f"{first} {last} {place + 1}",
        "speaker_country": country,
        "office": chance.choice(_OFFICES),
        "organization": f"Government of {country}",
        "organization_kind": "government",
        "organization_country": country,
    }


def _event(chance: random.Random, place: int) -> dict[str, str]:
    year = int(chance.triangular(_FIRST, _LAST + 0.99, _LAST))
    start = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return {
        "event": f"Conference {place + 1} of {year}",
        "event_kind": chance.choice(["conference", "meeting", "panel", "session"]),
        "event_start": start,
        "event_series": f"Conference series {place % 40 + 1}",
        "city": f"City {place % 60 + 1}",
        "country": chance.choice(_COUNTRIES),
    }


def _paragraphs(chance: random.Random, words: list[str], language: str) -> Iterator[str]:
    """Sentences of about twenty words, paragraphs of about four sentences."""
    between = "" if language == "zh" else " "
    end = "。" if language == "zh" else "."
    place = 0
    while place < len(words):
        sentences = []
        for _ in range(chance.randint(2, 6)):
            sentence = words[place : place + chance.randint(12, 28)]
            place += len(sentence)
            if sentence:
                sentences.append(between.join(sentence).capitalize() + end)
        yield between.join(sentences)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    for row in statements(wanted.number, wanted.seed):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
