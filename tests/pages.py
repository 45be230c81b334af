"""A public page as its reader meets it: headings, links, words; asked for through the client."""

from __future__ import annotations

import json
from typing import Any

from lxml import html


class Page:
    """What came back from an address."""

    def __init__(self, response: Any) -> None:
        self.response = response
        self.status = response.status_code
        self.tree = html.fromstring(response.content)

    def words(self, xpath: str = "//body") -> str:
        """The text of what the path finds, blanks joined."""
        found = self.tree.xpath(xpath)
        return " ".join(" ".join(node.text_content().split()) for node in found)

    def all(self, xpath: str) -> list[str]:
        """The text of each node that the path finds."""
        return [" ".join(node.text_content().split()) for node in self.tree.xpath(xpath)]

    @property
    def h1(self) -> str:
        (heading,) = self.all("//h1")
        return heading

    @property
    def main(self) -> str:
        """The words between the header and the footer, without the breadcrumbs."""
        (main,) = self.tree.xpath("//main")
        trail = main.xpath(".//nav[contains(@class, 'breadcrumbs')]")
        for node in trail:
            node.drop_tree()
        return " ".join(main.text_content().split())

    @property
    def titles(self) -> list[str]:
        """The statements that it lists, by their titles."""
        return self.all("//*[contains(@class, 'row__title')]")

    def links(self, beginning: str = "") -> list[str]:
        """Addresses that the main part of the page leads to."""
        found = self.tree.xpath("//main//a/@href")
        return [address for address in found if address.startswith(beginning)]

    def meta(self, name: str) -> str:
        found = self.tree.xpath(f"//meta[@name='{name}' or @property='{name}']/@content")
        return found[0] if found else ""

    @property
    def canonical(self) -> str:
        (address,) = self.tree.xpath("//link[@rel='canonical']/@href")
        return address

    @property
    def things(self) -> dict[str, dict[str, Any]]:
        """The linked data of the page, by type."""
        (block,) = self.tree.xpath("//script[@type='application/ld+json']")
        return {thing["@type"]: thing for thing in json.loads(block.text)["@graph"]}


def read(client: Any, address: str, status: int = 200) -> Page:
    """Ask for an address as a reader, and expect this status."""
    page = Page(client.get(address))
    assert page.status == status, f"{address}: {page.status}"
    return page


def titles(client: Any, address: str = "/speeches/") -> list[str]:
    """The statements that a list shows, by their titles."""
    return read(client, address).titles
