"""Another theme takes the place of the first: `themes/sobre`, with the content of the lab."""

import shutil
import subprocess

import pytest

from crawler import SiteOnDisk, crawl
from patience import PATIENCE
from published import REPOSITORY, find_kinds, html_files
from test_accessibility import violations_at
from test_html import check, errors
from visits import visit


@pytest.fixture(scope="module")
def sober_site(program, tmp_path_factory):
    """The folder of the lab's site built with the theme `sobre`, to be read from a disk."""
    source = tmp_path_factory.mktemp("sobre")
    shutil.copytree(REPOSITORY / "content", source / "content")
    configuration = (REPOSITORY / "archipel.yaml").read_text(encoding="utf-8")
    assert "\ntheme: ti\n" in configuration
    configuration = configuration.replace("\ntheme: ti\n", "\ntheme: sobre\n")
    (source / "archipel.yaml").write_text(configuration, encoding="utf-8")
    command = [program, "build", "--offline", "--source", source]
    built = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    assert built.returncode == 0, built.stderr
    return source / "output"


def test_it_is_minimal():
    files = [file for file in (REPOSITORY / "themes/sobre").rglob("*") if file.is_file()]
    assert len(files) > 3
    assert sum(len(file.read_text(encoding="utf-8").splitlines()) for file in files) < 200


def test_no_page_has_an_error(sober_site):
    messages = errors(check(html_files(sober_site)))
    assert [(message["url"], message["message"]) for message in messages] == []


def test_no_link_is_broken(sober_site):
    read, broken = crawl(SiteOnDisk(sober_site), "index.html")
    assert broken == {}
    assert len(read) > 100


def test_every_kind_of_page_is_accessible(page, dark_page, sober_site):
    for kind, where in find_kinds(sober_site).items():
        for one in [page, dark_page]:
            visit(one, sober_site.as_uri() + "/", where)
        assert violations_at([320, 1280], page, dark_page) == {}, kind


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways(page, sober_site, width):
    page.set_viewport_size({"width": width, "height": 900})
    for kind, where in find_kinds(sober_site).items():
        visit(page, sober_site.as_uri() + "/", where)
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, kind
