"""The credit of a page: its terms, and what readers copy to reuse it as it is or adapted."""

from html.parser import HTMLParser

import pytest

from published import SITE, parse_page

METHOD = "methodes/world-cafe/"
FORMS = ["Texte", "HTML", "Markdown"]


class Links(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.links.append((tag, dict(attributes)))


def test_a_page_tells_its_terms_and_its_credit():
    root = parse_page(SITE / METHOD / "index.html")
    box = root.xpath("//section[@class='reutiliser']")[0]
    licence = box.xpath(".//a[@rel='license']")[0]
    assert licence.get("href") == "https://creativecommons.org/licenses/by-sa/4.0/deed.fr"
    said = box.xpath(".//q")[0].text_content().replace("\xa0", " ")
    assert said.startswith("World Café, ") and said.endswith(", CC BY-SA 4.0")


def open_credit(page, address):
    page.goto(address)
    button = page.locator("[data-credit]")
    assert button.is_visible()
    button.click()
    page.get_by_role("group", name="Repris tel quel").wait_for()
    assert page.locator("[data-credit]").count() == 0


def copied(page, way, form):
    page.get_by_role("group", name=way).get_by_role("button", name=form, exact=True).click()
    return page.locator(".reutiliser textarea").input_value().replace("\xa0", " ")


def test_it_is_copied_in_the_right_words(page, server):
    open_credit(page, server + METHOD)
    address = server + METHOD
    as_it_is, adapted = (copied(page, way, "Texte") for way in ["Repris tel quel", "Adapté"])
    # The site is named after the authors, where it is another than they are.
    author = "Rédaction du site, Ti Lab"
    assert as_it_is == f"« World Café », {author}, {address}, CC BY-SA 4.0. Repris tel quel."
    assert adapted == (
        f"D’après « World Café », {author}, {address}, CC BY-SA 4.0. Modifications : …")
    markdown = copied(page, "Adapté", "Markdown")
    assert f"[« World Café »]({address})" in markdown
    assert "[CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/deed.fr)" in markdown
    links = Links(copied(page, "Repris tel quel", "HTML")).links
    assert links == [
        ("a", {"href": address}),
        ("a", {"rel": "license",
               "href": "https://creativecommons.org/licenses/by-sa/4.0/deed.fr"}),
    ]


def test_it_reaches_the_clipboard(page, server):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.rstrip("/"))
    open_credit(page, server + METHOD)
    text = copied(page, "Adapté", "Texte")
    page.locator(".reutiliser [role=status]", has_text="Copié").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").replace("\xa0", " ") == text


def test_it_needs_no_server(page, offline_site):
    page.goto((offline_site / METHOD / "index.html").as_uri())
    page.locator("[data-credit]").click()
    page.get_by_role("group", name="Adapté").wait_for()
    text = copied(page, "Adapté", "Texte")
    assert text.startswith("D’après « World Café », ") and "file:" not in text


@pytest.mark.parametrize("width", [320, 1280])
def test_it_fits_and_works_with_the_keyboard(page, server, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(server + METHOD)
    page.locator("[data-credit]").focus()
    page.keyboard.press("Enter")
    page.get_by_role("group", name="Repris tel quel").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Texte"
    page.keyboard.press("Enter")
    page.locator(".reutiliser textarea").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for form in FORMS:
        for button in page.get_by_role("button", name=form, exact=True).all():
            assert button.bounding_box()["height"] >= 24
