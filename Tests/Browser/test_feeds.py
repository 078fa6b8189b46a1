"""What a built site tells programs, read by the parsers that others use."""

import hashlib
import json
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import feedparser
import pytest
from lxml import etree

from published import REPOSITORY, SITE, parse_page

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
W3C_DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))?")
# Where a site without a base URL is taken to be, so that its relative references resolve.
ANYWHERE = "https://site.invalid/"


def relative_paths(name):
    return sorted(str(path.relative_to(SITE)) for path in SITE.rglob(name))


# Without any feed the tests still run on the one that must be there, and fail.
ATOM_FEEDS = relative_paths("feed.xml") or ["feed.xml"]
JSON_FEEDS = relative_paths("feed.json") or ["feed.json"]


@pytest.fixture(scope="session")
def catalogue():
    catalogue = json.loads((SITE / "commons.json").read_text(encoding="utf-8"))
    assert catalogue["sheets"], "the catalogue is empty"
    return catalogue


@pytest.fixture(scope="session")
def base(catalogue):
    return catalogue["base_url"] or ANYWHERE


def parse_xml(path):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=False)
    return etree.parse(SITE / path, parser).getroot()


def published_file(reference, base, holder=""):
    """The file behind a reference found in a file of the site; fails when there is none."""
    url = urljoin(urljoin(base, holder), reference)
    assert url.startswith(base), f"{reference} leads out of the site"
    assert url.isascii(), f"{reference} is not percent-encoded"
    path = unquote(urlsplit(url).path[len(urlsplit(base).path) :])
    file = SITE / path
    if path == "" or path.endswith("/"):
        file = file / "index.html"
    assert file.is_file(), f"{reference}, in {holder or 'the site'}, leads to no published file"
    return file


def links(element, relation):
    return [
        link.get("href") for link in element.findall(ATOM + "link") if link.get("rel") == relation
    ]


def atom_ids(path):
    return [entry.findtext(ATOM + "id") for entry in parse_xml(path).findall(ATOM + "entry")]


@pytest.mark.parametrize("path", ATOM_FEEDS)
def test_atom_has_what_rfc_4287_requires(path, base):
    feed = parse_xml(path)
    assert feed.tag == ATOM + "feed"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert [published_file(link, base, path) for link in links(feed, "self")] == [SITE / path]
    entries = feed.findall(ATOM + "entry")
    for element in [feed, *entries]:
        for name in ["id", "title", "updated"]:
            assert len(element.findall(ATOM + name)) == 1, f"{name} of {element.tag}"
        assert element.findtext(ATOM + "title").strip()
        assert RFC3339.fullmatch(element.findtext(ATOM + "updated"))
        assert urlsplit(element.findtext(ATOM + "id")).scheme in {"https", "http", "urn", "tag"}
        (alternate,) = links(element, "alternate")
        assert published_file(alternate, base, path).suffix == ".html"
    ids = [element.findtext(ATOM + "id") for element in [feed, *entries]]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("path", ATOM_FEEDS)
def test_feedparser_reads_atom_without_complaint(path):
    feed = feedparser.parse((SITE / path).read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert feed.feed.title
    assert len(feed.entries) == len(atom_ids(path))
    assert all(entry.title and entry.link and entry.updated_parsed for entry in feed.entries)


TAGGED = """---
titre: {title}
date: 2026-01-0{day}
etiquettes: [Climat, "C#"]
auteurs: [Ana Le Goff]
---
Un texte & <b>un autre</b>.
"""


@pytest.fixture(scope="session")
def tagged_site(program, tmp_path_factory):
    """A site whose tags and authors have feeds."""
    source = tmp_path_factory.mktemp("tagged")
    (source / "content").mkdir()
    (source / "archipel.yaml").write_text(
        "title: Lab\ntaxonomies: [auteurs]\nfeeds: [tags, terms]\n", encoding="utf-8"
    )
    for day, title in enumerate(["Un", "« Deux » & plus"], 1):
        (source / f"content/{day}.md").write_text(
            TAGGED.format(title=title, day=day), encoding="utf-8"
        )
    subprocess.run(
        [program, "build", "--strict", "--source", source, "--output", source / "output"],
        check=True,
        cwd=REPOSITORY,
    )
    return source / "output"


@pytest.mark.parametrize(
    "folder, title",
    [
        ("etiquettes/climat/", "Climat – Lab"),
        ("etiquettes/c-sharp/", "C# – Lab"),
        ("auteurs/ana-le-goff/", "Ana Le Goff – Lab"),
    ],
)
def test_the_page_of_a_tag_leads_to_a_feed_of_its_sheets(tagged_site, folder, title):
    page = parse_page(tagged_site / folder / "index.html")
    (link,) = [
        link
        for link in page.iter("link")
        if link.get("type") == "application/atom+xml" and link.get("title") == title
    ]
    feed = feedparser.parse((tagged_site / folder / link.get("href")).resolve().read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10" and feed.feed.title == title
    assert [entry.title for entry in feed.entries] == ["«\u00a0Deux\u00a0» & plus", "Un"]
    assert all(entry.updated_parsed and entry.author for entry in feed.entries)


def test_the_sites_own_feeds_are_there_and_have_entries():
    assert "feed.xml" in ATOM_FEEDS and "feed.json" in JSON_FEEDS
    assert atom_ids("feed.xml")


@pytest.mark.parametrize("path", JSON_FEEDS)
def test_json_feed_has_what_version_1_1_requires(path, base):
    feed = json.loads((SITE / path).read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert feed["language"]
    assert all(author["name"] for author in feed["authors"])
    if base != ANYWHERE:
        assert feed["feed_url"] == urljoin(base, path)
        assert published_file(feed["home_page_url"], base).suffix == ".html"
    for item in feed["items"]:
        assert item["id"] and isinstance(item["id"], str)
        assert item["title"]
        assert item.get("content_text") or item.get("content_html")
        assert RFC3339.fullmatch(item["date_modified"])
        assert RFC3339.fullmatch(item.get("date_published", item["date_modified"]))
        assert all(tag and isinstance(tag, str) for tag in item.get("tags", []))
        assert published_file(item["url"], base, path).suffix == ".html"


@pytest.mark.parametrize("path", JSON_FEEDS)
def test_both_formats_of_a_feed_have_the_same_entries(path):
    feed = json.loads((SITE / path).read_text(encoding="utf-8"))
    atom = str(Path(path).with_name("feed.xml"))
    assert [item["id"] for item in feed["items"]] == atom_ids(atom)


def sitemap_entries(base):
    """The `url` elements of the site map, of all its parts when it is an index."""
    root = parse_xml("sitemap.xml")
    if root.tag == SITEMAP + "urlset":
        return list(root)
    assert root.tag == SITEMAP + "sitemapindex"
    parts = [published_file(part.text, base) for part in root.iter(SITEMAP + "loc")]
    assert parts
    return [entry for part in parts for entry in parse_xml(part.relative_to(SITE))]


def test_every_address_of_the_site_map_is_a_published_page(base):
    entries = sitemap_entries(base)
    assert entries
    addresses = []
    for entry in entries:
        assert entry.tag == SITEMAP + "url"
        (address,) = (element.text for element in entry.findall(SITEMAP + "loc"))
        if base != ANYWHERE:
            assert address.startswith(base)
        assert published_file(address, base).suffix == ".html"
        for date in entry.findall(SITEMAP + "lastmod"):
            assert W3C_DATE.fullmatch(date.text)
        for translation in entry.iter("{http://www.w3.org/1999/xhtml}link"):
            assert translation.get("hreflang")
            assert published_file(translation.get("href"), base).suffix == ".html"
        addresses.append(address)
    assert len(set(addresses)) == len(addresses)


def test_the_site_map_stays_within_the_bounds_of_the_protocol():
    paths = list(SITE.glob("sitemap*.xml"))
    assert paths
    for path in paths:
        assert path.stat().st_size <= 50 * 1024 * 1024
        assert len(parse_xml(path.name)) <= 50_000


def test_the_site_map_has_every_sheet_of_the_catalogue(catalogue, base):
    pages = {
        published_file(entry.findtext(SITEMAP + "loc"), base) for entry in sitemap_entries(base)
    }
    sheets = {published_file(sheet["url"], base) for sheet in catalogue["sheets"]}
    assert sheets <= pages


def test_robots_may_read_all_and_learn_where_the_map_is(catalogue):
    rules = RobotFileParser()
    rules.parse((SITE / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert rules.can_fetch("*", "/")
    expected = [catalogue["base_url"] + "sitemap.xml"] if catalogue["base_url"] else None
    assert rules.site_maps() == expected


def test_the_catalogue_describes_the_site(catalogue):
    assert catalogue["format"] == 1
    assert catalogue["title"]
    assert catalogue["lang"]
    assert catalogue["generator"]
    assert {"summary", "licence", "base_url"} <= catalogue.keys()
    ids = [sheet["id"] for sheet in catalogue["sheets"]]
    assert len(set(ids)) == len(ids)


def test_the_catalogue_describes_every_sheet(catalogue, base):
    for sheet in catalogue["sheets"]:
        assert sheet["id"] or sheet["url"] == "./", "only the home page has no id"
        assert sheet["type"] and sheet["title"] and sheet["lang"], sheet
        assert sheet.get("licence") or catalogue["licence"] is None, sheet["id"]
        assert isinstance(sheet["summary"], str)
        assert all(isinstance(sheet[key], list) for key in ["authors", "credits", "tags"])
        assert isinstance(sheet["fields"], dict)
        for key in ["published", "updated"]:
            assert W3C_DATE.fullmatch(sheet.get(key, "2000-01-01")), (sheet["id"], key)
        assert re.fullmatch(r"[0-9a-f]{64}", sheet["sha256"]), sheet["id"]
        assert published_file(sheet["url"], base).suffix == ".html"


def test_published_sources_are_those_of_the_catalogue(catalogue, base):
    sources = set()
    for sheet in catalogue["sheets"]:
        if "source" in sheet:
            source = published_file(sheet["source"], base)
            assert hashlib.sha256(source.read_bytes()).hexdigest() == sheet["sha256"], sheet["id"]
            sources.add(source)
    assert sources == set(SITE.rglob("index.md"))


def test_every_sheet_describes_itself_as_linked_data(catalogue, base):
    for sheet in catalogue["sheets"]:
        page = parse_page(published_file(sheet["url"], base))
        blocks = page.xpath("//script[@type='application/ld+json']/text()")
        # The built-in type of plain pages has no counterpart in schema.org.
        assert len(blocks) == (sheet["type"] != "page"), sheet["id"]
        if not blocks:
            continue
        data = json.loads(blocks[0])
        assert data["@context"] == "https://schema.org"
        assert data["@type"]
        assert data["name"] == sheet["title"]
