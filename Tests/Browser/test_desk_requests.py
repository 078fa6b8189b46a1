"""Whom the desk refuses, and what it lives through: no browser, but headers, limits and other programs."""

import os
import shutil

import pytest

from desks import FOLDER, desk, png
from previews import preview
from published import REPOSITORY

SHEET = "content/methodes/world-cafe.md"


def make_lab(folder):
    """A small site with the types of the lab, and some of its sheets."""
    (folder / "content/methodes").mkdir(parents=True)
    (folder / "archipel.yaml").write_text("title: Lab\nlang: fr\ntheme: ti\n", encoding="utf-8")
    for name in ["_types", "_vocabularies"]:
        shutil.copytree(REPOSITORY / "content" / name, folder / "content" / name)
    for name in ["world-cafe", "inclusion-tour-de-parole", "forum-ouvert"]:
        shutil.copy(REPOSITORY / f"content/methodes/{name}.md", folder / "content/methodes")
    shutil.copytree(REPOSITORY / "themes", folder / "themes")
    return folder


@pytest.fixture(scope="module")
def lab(program, tmp_path_factory):
    with desk(program, make_lab(tmp_path_factory.mktemp("lab"))) as started:
        started.enter()
        yield started


@pytest.fixture
def unchanged(lab):
    """What is in the content stays as it is."""
    before = contents(lab.source)
    yield lab
    assert contents(lab.source) == before


def contents(source):
    return {path: path.read_bytes() for path in (source / "content").rglob("*") if path.is_file()}


def change(lab):
    _, opened = lab.ask("ouvrir", {"path": SHEET})
    return {"path": SHEET, "version": opened["version"], "fields": {"title": "Changé"}}


def test_the_key_of_the_terminal_lets_a_browser_in(lab):
    answer = lab.enter()
    assert answer.status == 302 and "cle=" not in answer.headers["Location"]
    cookie = answer.headers["Set-Cookie"]
    assert "SameSite=Strict" in cookie and "HttpOnly" in cookie and f"Path={FOLDER}" in cookie
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    status, told = lab.ask("site", {})
    assert status == 200 and len(told["sheets"]) == 3


@pytest.mark.parametrize("wrong", [
    {"Cookie": None}, {"Cookie": "archipel-1=0"}, {"Archipel-Token": None}, {"Archipel-Token": "0" * 64},
    {"Origin": None}, {"Origin": "null"}, {"Origin": "http://exemple.fr"},
    {"Origin": "http://127.0.0.1"}, {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "none"}, {"Host": "exemple.fr"}, {"Host": "127.0.0.1.exemple.fr"},
    {"Service-Worker": "script"},
], ids=str)
def test_nobody_else_reads_or_writes(unchanged, wrong):
    query = change(unchanged)
    for action in ["site", "ouvrir", "enregistrer", "supprimer", "creer", "corbeille"]:
        status, told = unchanged.ask(action, query, **wrong)
        assert status == 403, action
        assert "World" not in told


def test_the_origin_of_the_pages_is_not_that_of_the_desk(unchanged):
    """A script of a theme runs in the pages: browsers say where it comes from."""
    pages = f"http://127.0.0.1:{unchanged.server.port}"
    query = change(unchanged)
    for wrong in [{"Origin": pages}, {"Origin": pages, "Sec-Fetch-Site": "same-site"}]:
        assert unchanged.ask("enregistrer", query, **wrong)[0] == 403
    answer = unchanged.send("GET", FOLDER, {"Cookie": unchanged.cookie})
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


def test_the_key_alone_and_the_cookie_alone_open_nothing(unchanged):
    for query in ["", "?cle=", "?cle=" + "0" * 64]:
        assert unchanged.send("GET", FOLDER + query, {}).status == 403
    # Another program of this machine gets the cookie from the browser, which does not tell ports apart.
    page = unchanged.send("GET", FOLDER, {"Cookie": unchanged.cookie})
    assert page.status == 200 and unchanged.token.encode() not in page.body


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(unchanged, method):
    answer = unchanged.send(method, FOLDER + "enregistrer", unchanged.headers(), "{}")
    assert answer.status == 405


@pytest.mark.parametrize("body", ["", "[]", "{", "null", '{"path": []}', '{"path": "' + SHEET + '"}', "\xff"])
def test_other_bodies_are_refused(unchanged, body):
    headers = unchanged.headers()
    answer = unchanged.send("POST", FOLDER + "enregistrer", headers, body.encode("latin-1"))
    assert answer.status == 400
    headers = unchanged.headers(**{"Content-Type": "text/plain"})
    assert unchanged.send("POST", FOLDER + "site", headers, "{}").status == 400


@pytest.mark.parametrize("path", ["../etc/passwd", "archipel.yml", "content/_vocabularies/lien.yaml",
                                  "content/_vocabularies/../../archipel.yaml", "content/_types/methode.yaml",
                                  "/etc/passwd", "content/lien.md", "content/rien.md"])
def test_other_files_are_not_there(unchanged, path):
    links = [unchanged.source / "content" / name for name in ["lien.md", "_vocabularies/lien.yaml"]]
    for link in links:
        link.symlink_to("/etc/hosts")
    try:
        status, told = unchanged.ask("ouvrir", {"path": path})
        assert status in (404, 422) and "localhost" not in told
        assert unchanged.ask("enregistrer", {"path": path, "version": "", "source": "x"})[0] in (404, 422)
    finally:
        for link in links:
            link.unlink()


def test_uploads_are_what_they_say_and_not_too_long(unchanged):
    assert unchanged.upload(SHEET, "photo.jpg", b"MZ\x90\0")[0] == 422
    assert unchanged.upload(SHEET, "virus.exe", b"MZ\x90\0")[0] == 422
    assert unchanged.upload("../a.md", "photo.png", png(4, 4))[0] == 404
    # 200 MB: refused by what it announces, before any of it is read.
    path = f"{FOLDER}deposer?fiche={SHEET}&nom=film.mp4"
    headers = unchanged.headers(**{"Content-Length": str(200 << 20)})
    assert unchanged.send("POST", path, headers).status == 413


def test_takes_a_picture_of_12000_pixels(lab):
    status, told = lab.upload(SHEET, "Très grande.png", png(12_000, 12_000))
    assert status == 200 and "tres-grande.png" in told
    (lab.source / "content/methodes/tres-grande.png").unlink()


def test_a_preview_that_only_shows_has_no_desk(program, lab):
    with preview(program, lab.source) as server:
        for action in ["", "site", "ouvrir", "enregistrer", "corbeille", "deposer", "bureau.js"]:
            assert lab.send("GET", FOLDER + action, {}, port=server.port).status == 404
            headers = lab.headers(Origin=f"http://127.0.0.1:{server.port}")
            assert lab.send("POST", FOLDER + action, headers, "{}", port=server.port).status == 405
        assert b"data-bureau" not in lab.send("GET", "/methodes/world-cafe/", {}, port=server.port).body
        assert not any("cle=" in line for line in server.lines)


def test_the_pages_of_a_preview_that_writes_take_nothing(lab):
    for path in [FOLDER, FOLDER + "enregistrer", "/"]:
        answer = lab.send("POST", path, lab.headers(), "{}", port=lab.server.port)
        assert answer.status == 405


def test_a_disk_that_is_full_leaves_the_old_file(program, tmp_path):
    # Who writes beyond the limit of a process is told so, as on a full disk.
    wrapped = ["sh", "-c", "trap '' XFSZ; exec prlimit --fsize=100000 \"$@\"", "sh"]
    with desk(program, make_lab(tmp_path / "lab"), wrapped=wrapped) as started:
        started.enter()
        before = started.read(SHEET)
        query = change(started) | {"body": "a" * 200_000}
        status, told = started.ask("enregistrer", query)
        assert status >= 400 and SHEET in told
        assert started.read(SHEET) == before
        assert not [name for name in os.listdir(started.source / "content/methodes") if "~" in name]
        assert started.ask("enregistrer", change(started))[0] == 200


def test_two_desks_do_not_write_over_each_other(program, tmp_path):
    source = make_lab(tmp_path / "lab")
    with desk(program, source) as one, desk(program, source) as two:
        one.enter()
        two.enter()
        mine, theirs = change(one), change(two) | {"fields": {"title": "Autre"}}
        assert one.ask("enregistrer", mine)[0] == 200
        status, now = two.ask("enregistrer", theirs)
        assert status == 409 and now["values"]["fields"]["title"]["value"] == "Changé"
        # The key of one is none of the other.
        assert one.ask("site", {}, Cookie=two.cookie, **{"Archipel-Token": two.token})[0] == 403


def test_a_type_that_changed_under_an_open_form_refuses_what_it_lacks(lab):
    query = change(lab) | {"fields": {"champ_disparu": "x"}}
    before = lab.read(SHEET)
    assert lab.ask("enregistrer", query)[0] == 400
    assert lab.read(SHEET) == before
