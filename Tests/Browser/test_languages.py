"""Sheets in several languages: the switch, the alternates, what each page says of its language."""

from urllib.parse import urljoin, urlsplit

import pytest

from published import SITE, catalogue, file_of, html_files, name_of, parse_page, path_of

SHEETS = catalogue()["sheets"] if SITE.is_dir() else []
TRANSLATIONS = [sheet for sheet in SHEETS if "translation_of" in sheet]
LANGUAGES = sorted({sheet["lang"] for sheet in TRANSLATIONS})
HOST = "https://example.org/"
SWITCH = "header nav.langues a"


def alternates(path):
    """The alternates of a page, `{language: path}`."""
    links = parse_page(file_of(path)).findall(".//head/link[@hreflang]")
    return {
        link.get("hreflang"): urlsplit(urljoin(HOST + path, link.get("href"))).path[1:]
        for link in links
    }


def test_the_site_has_translations():
    assert LANGUAGES == ["br", "en"]
    ids = {sheet["id"] for sheet in SHEETS}
    assert len(ids) == len(SHEETS)
    assert {sheet["translation_of"] for sheet in TRANSLATIONS} <= ids
    assert all(sheet["url"].startswith(sheet["lang"] + "/") for sheet in TRANSLATIONS)


def test_each_alternate_lists_all_the_others():
    several = {path_of(file): alternates(path_of(file)) for file in html_files()}
    several = {path: found for path, found in several.items() if found}
    assert len(several) > len(TRANSLATIONS)
    for path, found in several.items():
        assert path in found.values(), path
        assert "x-default" in found, path
        assert all(several[other] == found for other in found.values()), path


def test_pages_are_in_the_language_that_their_alternates_say():
    for sheet in TRANSLATIONS:
        for language, path in alternates(sheet["url"]).items():
            lang = parse_page(file_of(path)).get("lang")
            assert language in (lang, "x-default"), path


def test_the_switch_leads_to_the_same_sheet_or_to_the_home_of_the_language():
    translated = {sheet["url"]: sheet for sheet in TRANSLATIONS}
    by_original = {}
    originals = {sheet["id"]: sheet["url"].removeprefix("./") for sheet in SHEETS}
    for sheet in TRANSLATIONS:
        by_original.setdefault(originals[sheet["translation_of"]], {})[sheet["lang"]] = sheet["url"]
    pages = 0
    for file in html_files():
        path, root = path_of(file), parse_page(file)
        links = root.findall(".//nav[@class='langues']//a")
        if not links or path == "404.html":
            continue
        pages += 1
        original = originals.get(translated[path]["translation_of"]) if path in translated else path
        for link in links:
            language = link.get("hreflang")
            target = urlsplit(urljoin(HOST + path, link.get("href"))).path[1:]
            if language == root.get("lang"):
                assert target == path, name_of(file)
            elif language == "fr":
                assert target == (original if path in originals.values() else ""), name_of(file)
            else:
                expected = by_original.get(original, {}).get(language, f"{language}/")
                assert target == expected, name_of(file)
        current = [link.get("hreflang") for link in links if link.get("aria-current")]
        assert current == [root.get("lang")], name_of(file)
    assert pages > len(TRANSLATIONS)


@pytest.mark.parametrize("path", ["", "methodes/world-cafe/", "etiquettes/"])
def test_the_switch_works_by_keyboard(page, server, path):
    page.goto(server + path)
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.lang") == "en":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/**")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator(f"{SWITCH}[aria-current]").inner_text() == "English"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_home_says_that_the_rest_is_in_french(page, server, language):
    page.goto(f"{server}{language}/")
    assert page.locator("main .avis [lang=fr]").inner_text() == "Le reste du site est en français."
    listed = page.locator("main .carte h3 a").evaluate_all("links => links.map(a => a.href)")
    ours = [sheet for sheet in TRANSLATIONS if sheet["lang"] == language]
    assert {urlsplit(address).path[1:] for address in listed} == {
        sheet["url"] for sheet in ours if sheet["url"] != f"{language}/"
    }


@pytest.mark.parametrize("sheet", TRANSLATIONS, ids=lambda sheet: sheet["id"])
def test_links_to_pages_in_another_language_say_so(sheet):
    root = parse_page(file_of(sheet["url"]))
    links = root.findall(".//main//a[@href]") + root.findall(".//header//a[@href]")
    for link in links:
        address = urljoin(HOST + sheet["url"], link.get("href"))
        path = urlsplit(address).path[1:]
        if not address.startswith(HOST) or file_of(path).suffix != ".html":
            continue
        lang = parse_page(file_of(path)).get("lang")
        if lang != sheet["lang"]:
            assert link.get("hreflang") == lang, (sheet["url"], path)


def test_french_words_on_a_breton_page_are_marked(page, server):
    page.goto(f"{server}br/methodes/world-cafe/")
    assert page.locator("h1").evaluate("h => h.closest('[lang]').lang") == "br"
    steps = page.locator(".etapes h3")
    assert steps.count() == 8
    assert set(steps.evaluate_all("all => all.map(h => h.querySelector('[lang]').lang)")) == {"fr"}
    assert page.locator(".texte > [lang=fr] > h2").count() > 2
    assert "a viz" in page.locator(".fiche-meta time").first.inner_text()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_switch_is_large_enough_to_touch(page, server, width, scheme, language):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{server}{language}/")
    boxes = page.locator(SWITCH).evaluate_all("all => all.map(a => a.getBoundingClientRect().height)")
    assert len(boxes) == 1 + len(LANGUAGES) and min(boxes) >= 24
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
