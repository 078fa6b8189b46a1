"""The site serves a reader whose browser runs no script."""

import pytest

from published import KINDS, catalogue
from visits import address_of


def visit(page, server, kind):
    page.goto(address_of(server, KINDS[kind]))


@pytest.mark.parametrize("kind", KINDS)
def test_page_is_whole(plain_page, server, kind):
    visit(plain_page, server, kind)
    assert plain_page.locator("h1").is_visible()
    assert plain_page.locator("header nav a").first.is_visible()
    assert len(plain_page.locator("main").inner_text()) > 60


@pytest.mark.parametrize("kind", KINDS)
def test_every_search_form_leads_to_the_list_of_all_sheets(plain_page, server, kind):
    visit(plain_page, server, kind)
    for number in range(plain_page.locator("form[role=search]").count()):
        visit(plain_page, server, kind)
        field = plain_page.locator("form[role=search]").nth(number).locator("input[name=q]")
        field.fill("forum")
        with plain_page.expect_navigation():
            field.press("Enter")
        assert plain_page.url == f"{server}a-z/?q=forum"


def test_the_list_of_all_sheets_has_them_all(plain_page, server):
    visit(plain_page, server, "a-z")
    links = set(plain_page.locator("main a").evaluate_all("links => links.map(a => a.href)"))
    # Translations are on the home page of their language.
    originals = [sheet for sheet in catalogue()["sheets"] if "translation_of" not in sheet]
    sheets = {server + sheet["url"].removeprefix("./") for sheet in originals}
    assert sheets - links == set()


def test_a_letter_leads_to_its_sheets(plain_page, server):
    visit(plain_page, server, "a-z")
    letter = plain_page.locator("main nav a[href^='#']").first
    target = letter.get_attribute("href")
    letter.click()
    assert plain_page.locator(target).is_visible()


def test_the_search_page_says_what_to_do(plain_page, server):
    visit(plain_page, server, "search-results")
    way_on = plain_page.locator("main a[href*='a-z']")
    assert way_on.first.is_visible()


def test_a_tag_leads_to_its_sheets(plain_page, server):
    visit(plain_page, server, "methode")
    plain_page.locator("main a[rel=tag]").first.click()
    assert plain_page.locator("main h2 a, main h3 a").count() > 0
