"""What every page must have, read from the files: title, headings, landmarks, notice…"""

from collections import Counter

import pytest

from published import SITE, html_files, name_of, parse_page

PAGES = {name_of(file): parse_page(file) for file in html_files()}


def failing(check):
    """The names of the pages that a check refuses."""
    assert PAGES, f"no page in {SITE}"
    return [name for name, page in PAGES.items() if not check(page)]


def heading_levels(page):
    return [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]


def text_of(element):
    return " ".join(element.text_content().split())


def test_titles_are_unique_and_say_something():
    titles = {name: text_of(page.find(".//title")) for name, page in PAGES.items()}
    assert all(titles.values())
    counts = Counter(titles.values())
    assert {name: title for name, title in titles.items() if counts[title] > 1} == {}


def test_pages_have_one_main_heading():
    assert failing(lambda page: heading_levels(page).count(1) == 1) == []


def test_no_heading_level_is_skipped():
    def steps_down_by_one(page):
        levels = heading_levels(page)
        return levels[0] == 1 and all(b <= a + 1 for a, b in zip(levels, levels[1:]))

    assert failing(steps_down_by_one) == []


def test_no_heading_is_empty():
    path = "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
    assert failing(lambda page: all(map(text_of, page.xpath(path)))) == []


def test_pages_say_their_language():
    assert failing(lambda page: page.get("lang") in {"fr", "br", "en"}) == []


@pytest.mark.parametrize("landmark", ["body/header", "body/main", "body/footer", "body//nav"])
def test_landmarks_are_there(landmark):
    assert failing(lambda page: page.findall(landmark)) == []


def test_navigations_have_names_of_their_own():
    def named_apart(page):
        navigations = page.findall(".//nav")
        names = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in navigations]
        return all(names) and len(set(names)) == len(names)

    assert failing(named_apart) == []


def test_the_first_link_skips_to_the_content():
    def skips(page):
        target = page.find(".//a").get("href")
        return target.startswith("#") and page.get_element_by_id(target[1:]).tag == "main"

    assert failing(skips) == []


@pytest.mark.parametrize(
    "name, path",
    [
        ("menu", "//header//nav[@class='menu']//a/text()"),
        ("languages", "//header//nav[@class='langues']//a/text()"),
        ("search", "//header//form[@role='search']//label/text()"),
        ("site map", "//footer//a[contains(@href, 'plan-du-site')]/text()"),
    ],
)
def test_every_page_offers_the_same_ways_around(name, path):
    """The same in every page of a language: words follow the page, ways do not change."""
    for language in {page.get("lang") for page in PAGES.values()}:
        ways = {
            tuple(page.xpath(path)) for page in PAGES.values() if page.get("lang") == language
        }
        assert len(ways) == 1, f"the {name} differs from page to page: {ways}"
        assert ways != {()}, f"no {name}"


def test_every_footer_tells_how_accessible_the_site_is():
    words = {
        "fr": "Accessibilité : non conforme", "en": "Accessibility: not compliant",
        "br": "Haezadusted : ne zouj ket d’ar reolennoù",
    }

    def tells(page):
        return words[page.get("lang")] in [text_of(link) for link in page.xpath("//footer//a")]

    assert failing(tells) == []


def test_fields_have_labels():
    def labelled(page):
        labels = {label.get("for") for label in page.findall(".//label")}
        fields = page.xpath("//input[not(@type='hidden')] | //select | //textarea")
        return all(
            field.get("id") in labels
            or field.get("aria-label")
            or field.xpath("ancestor::label")
            for field in fields
        )

    assert failing(labelled) == []


def test_images_have_alternatives():
    assert failing(lambda page: all(i.get("alt") is not None for i in page.iter("img"))) == []


def test_tables_have_captions_and_headers():
    def described(table):
        caption = table.find("caption")
        named = table.get("aria-label") or table.get("aria-labelledby")
        return (named or caption is not None and text_of(caption)) and table.findall(".//th")

    assert failing(lambda page: all(map(described, page.iter("table")))) == []


def test_no_page_holds_inline_script_style_or_handler():
    def clean(page):
        scripts = page.xpath("//script[not(@src)][not(@type='application/ld+json')]")
        handlers = page.xpath("//@*[starts-with(name(), 'on')]")
        return not (scripts or handlers or page.xpath("//style | //@style"))

    assert failing(clean) == []


def test_no_placeholder_is_left():
    def clean(page):
        """Code may show braces: those of server configurations, and of templates."""
        texts = page.xpath("//body//text()[not(ancestor::code or ancestor::pre)]")
        return "{{" not in "".join(texts)

    assert failing(clean) == []
