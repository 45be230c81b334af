"""How tests sit at the desk: bring a text, fill in what the page shows, press a button."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from speeches.models import Intake, Speech

from .desk import page

DOCUMENTS = Path(__file__).resolve().parents[2] / "fixtures" / "documents"
MESSAGE = (DOCUMENTS / "003_4c7a4ca5e05de16a.txt").read_bytes()
STORY = (DOCUMENTS / "000_877a6427c41ded7e.txt").read_bytes()


def bring(client: Any, content: bytes | str) -> Intake:
    """Paste a text; the intake that it becomes."""
    text = content.decode() if isinstance(content, bytes) else content
    response = client.post(page("intake_add"), {"text": text})
    assert response.status_code == 302, response.content.decode()[:2000]
    return Intake.objects.get(pk=response["Location"].split("/")[-3])


def speech_of(slug: str) -> Speech:
    """The statement of a speaker."""
    return Speech.objects.get(attributions__speaker__slug=slug)


def shown(client: Any, intake: Intake) -> str:
    """The page of an intake."""
    response = client.get(page("intake_change", intake.pk))
    assert response.status_code == 200
    return response.content.decode()


def press(client: Any, intake: Intake, button: str, **changed: Any) -> Any:
    """Send the form as the browser would, with some fields changed (s1_delivered="2017")."""
    fields = fields_of(shown(client, intake))
    more = {
        name if "-" in name else name.replace("_", "-", 1): value for name, value in changed.items()
    }
    response = client.post(
        page("intake_change", intake.pk), fields | more | {button: "x"}, follow=True
    )
    intake.refresh_from_db()
    return response


def fields_of(html: str) -> dict[str, Any]:
    """What the browser would send of a page as it is shown."""
    fields = _Fields()
    fields.feed(html)
    fields.data.pop("csrfmiddlewaretoken", None)
    return fields.data


class _Fields(HTMLParser):
    """What the fields of the page would send."""

    def __init__(self) -> None:
        super().__init__()
        self.data: dict[str, Any] = {}
        self._select = self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        name, value = said.get("name") or "", said.get("value") or ""
        if tag == "input" and name and said.get("type") not in ("submit", "file"):
            if said.get("type") not in ("radio", "checkbox"):
                self.data[name] = value
            elif "checked" in said and (name.endswith("-tag") or name == "cut"):
                self.data.setdefault(name, []).append(value)
            elif "checked" in said:
                self.data[name] = value
        elif tag == "select":
            self._select = name
        elif tag == "option" and (self._select not in self.data or "selected" in said):
            self.data[self._select] = value
        elif tag == "textarea":
            self._area = name
            self.data[name] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            # A browser takes a line end at the very beginning of a text area for none.
            first = not self.data[self._area]
            self.data[self._area] += data.removeprefix("\n") if first else data
