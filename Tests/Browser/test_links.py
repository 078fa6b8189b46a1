"""No internal link or anchor is broken, whoever serves the site and wherever it is."""

from urllib.parse import quote

import pytest

from crawler import ServedSite, SiteOnDisk, crawl
from published import html_files, path_of
from servers import SUBFOLDER


@pytest.mark.parametrize("folder", ["/", SUBFOLDER])
@pytest.mark.parametrize("name", ["server", "apache_server"])
def test_no_link_is_broken_over_http(request, figures, name, folder):
    base = request.getfixturevalue(name).rstrip("/") + folder
    read, broken = crawl(ServedSite(base))
    figures.append(f"links: {len(read)} addresses read, {name} at {folder}")
    assert broken == {}
    assert len(read) > 10


def test_every_page_is_reached_from_the_home_page(server):
    read, _ = crawl(ServedSite(server))
    reached = {address.removeprefix(server) for address in read}
    unreached = {quote(path_of(file)) for file in html_files()} - reached
    assert unreached == {"404.html"}


def test_the_page_for_what_is_not_found_leads_back(server):
    site = ServedSite(server)
    address = server + "nulle/part/ailleurs"
    ok, kind, content = site.read(address)
    assert not ok and kind == "text/html" and b"page-404" in content
    _, broken = crawl(site, "404.html")
    assert broken == {}


def test_no_link_is_broken_on_a_disk(offline_site, figures):
    read, broken = crawl(SiteOnDisk(offline_site), "index.html")
    figures.append(f"links: {len(read)} files read from a disk")
    assert broken == {}
    pages = {file.as_uri() for file in html_files(offline_site) if file.name != "404.html"}
    assert pages - read.keys() == set()


def test_the_crawler_sees_broken_links_and_anchors(tmp_path):
    (tmp_path / "index.html").write_text(
        '<a href="there.html#no">a</a><a href="gone.html">b</a><a href="there.html#yes">c</a>'
    )
    (tmp_path / "there.html").write_text('<h1 id="yes">x</h1><img srcset="gone.png 2x">')
    _, broken = crawl(SiteOnDisk(tmp_path), "index.html")
    assert sorted(broken.values()) == ["no such anchor", "not found", "not found"]
