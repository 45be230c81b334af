"""/tags/<slug>/: one tag with its statements, its years, its neighbours."""

import pytest

from speeches.models import TagLabel
from tests.builders import a_speech, a_tag, many_speeches, tag
from tests.pages import read

pytestmark = pytest.mark.django_db


def test_it_says_what_the_tag_covers_and_what_else_it_is_called(client):
    aid = a_tag("official development assistance", scope_note="Public money for development.")
    TagLabel.objects.create(tag=aid, label="ODA")
    page = read(client, aid.get_absolute_url())
    assert page.h1 == "official development assistance"
    assert "Public money for development." in page.main
    assert "Also called ODA" in page.main
    assert page.meta("description").startswith("0 statements on official development assistance.")


def test_its_newest_statements_come_first_and_all_of_them_a_click_away(client):
    trade = a_tag("trade")
    for year in range(2001, 2013):
        a_speech(f"On trade in {year}", delivered=str(year), tags=[trade])
    page = read(client, "/tags/trade/")
    assert "12 statements" in page.all("//h2")
    titles = page.all("//*[@class='row__title']")
    assert titles[0] == "On trade in 2012"
    assert len(titles) == 10
    assert "/speeches/?tag=trade" in page.links()


def test_broader_narrower_and_related_tags_are_apart(client):
    cooperation = a_tag("cooperation")
    south = a_tag("South-South cooperation", broader=cooperation)
    triangular = a_tag("triangular cooperation", broader=south)
    north = a_tag("North-South cooperation")
    south.related.add(north)
    page = read(client, south.get_absolute_url())
    by_heading = {
        name: page.words(f"//section[h2[.='{name}']]/ul")
        for name in ("Broader", "Narrower", "Related")
    }
    assert by_heading == {
        "Broader": "cooperation",
        "Narrower": triangular.name,
        "Related": north.name,
    }


def test_tags_met_together_lead_to_the_statements_with_both(client):
    a_speech(tags=["trade", "equity"])
    a_speech(tags=["trade", "equity", "aid"])
    a_speech(tags=["trade", "secret"], published=False)
    page = read(client, "/tags/trade/")
    assert page.words("//section[h2[.='Often together']]/ul").split()[0] == "equity"
    assert "/speeches/?tag=trade&tag=equity" in page.links()
    assert "secret" not in page.main


def test_its_years_stand_in_a_chart_and_in_a_table(client):
    for delivered in ("2012", "12 September 2017", "2017", "unknown"):
        a_speech(delivered=delivered, tags=["trade"])
    page = read(client, "/tags/trade/")
    assert page.all("//figure//tbody//th | //figure//tbody//td") == ["2012", "1", "2017", "2"]
    assert "/speeches/?tag=trade&year=2017" in page.links()
    assert "4 statements" in page.all("//h2")


def test_a_tag_of_one_year_says_so_without_a_chart(client):
    a_speech(delivered="2012", tags=["trade"])
    page = read(client, "/tags/trade/")
    assert "All that has a date is of 2012." in page.main
    assert not page.tree.xpath("//figure")


def test_drafts_are_nowhere_on_it(client):
    a_speech("A secret draft", published=False, tags=["trade"], delivered="1999")
    page = read(client, "/tags/trade/")
    assert "No statement carries this tag yet" in page.main
    assert "secret" not in page.main
    assert "1999" not in page.main


def test_an_earlier_address_leads_to_the_present_one_with_its_query(client):
    trade = a_tag("trade")
    trade.slug = "commerce"
    trade.save()
    response = client.get("/tags/trade/?page=2")
    assert response.status_code == 301
    assert response["Location"] == "/tags/commerce/?page=2"


def test_an_unknown_tag_is_not_found(client):
    read(client, "/tags/no-such-tag/", status=404)


def test_markup_in_a_name_is_shown_as_text(client):
    loud = a_tag("<script>alert(1)</script>", scope_note="</script><b>bold</b>")
    page = read(client, loud.get_absolute_url())
    assert page.h1 == "<script>alert(1)</script>"
    assert page.things["CollectionPage"]["about"]["description"] == "</script><b>bold</b>"


def test_it_has_a_feed(client):
    a_tag("trade")
    page = read(client, "/tags/trade/")
    assert page.tree.xpath("//link[@type='application/atom+xml']/@href") == ["/tags/trade/feed/"]


@pytest.mark.parametrize("count", [3, 300])
def test_it_takes_as_many_queries_for_three_as_for_three_hundred(client, queries_of, count):
    trade = a_tag("trade", broader=a_tag("economy"))
    trade.related.add(a_tag("finance"))
    for speech in many_speeches(count):
        tag(speech, trade)
    assert queries_of("/tags/trade/") == 9
