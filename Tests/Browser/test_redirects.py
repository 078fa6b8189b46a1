"""Former addresses, as rules in the real servers, and by a script where no server has rules."""

import http.client
import os
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
import yaml

import servers
from patience import PATIENCE
from visits import open_context

# Words that the configuration of a server would read as its own, if they reached it.
PATHS = [
    "vieux", "Café à Brest", "l'été \"cité\"", "100 % net", "%zz", "prix $uri {path} ;#", "a*b+c",
    "$1 ${HOME} %{ENV:PATH} {$HOME} {env.HOME}", "a.b(c)[d]|e^f", "` } return 200 ok; {", "日本",
    "ancien.html", "dossier/une page.html", "a\u00a0b",
]
QUERIES = [
    "?PagePrincipale", "/?Été", "?Le \"mot\" $uri", "?p=12", "spip.php?article12", "?a%2Bb;c|d{$HOME}",
]
SERVERS = {
    "nginx": (servers.nginx, "redirections.nginx.conf"),
    "apache": (servers.apache, "redirections.apache.conf"),
    "shared host": (servers.shared_host, "redirections.apache.conf"),
    "caddy": (servers.caddy, "redirections.caddy"),
}
ASKED = "redirects: [nginx, apache, caddy, netlify, page]\n"


def make_site(folder, program, aliases, besides="", strict=False):
    (folder / "content").mkdir(parents=True)
    (folder / "archipel.yaml").write_text(f"title: Lab\nstrict: {str(strict).lower()}\n{ASKED}{besides}")
    (folder / "content/index.md").write_text("# Accueil\n")
    for number, alias in enumerate(aliases):
        front = yaml.safe_dump({"titre": f"Fiche {number}", "alias": [alias]}, allow_unicode=True)
        (folder / f"content/fiche-{number}.md").write_text(f"---\n{front}---\n\nTexte.\n")
    return subprocess.run([program, "build", "--source", folder], capture_output=True, text=True,
                          timeout=PATIENCE)


@pytest.fixture(scope="module")
def moved(program):
    """A site whose sheets had addresses of all kinds, which the users of servers may read."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        done = make_site(Path(folder) / "site", program, PATHS + QUERIES)
        assert done.returncode == 0, done.stderr
        yield Path(folder) / "site/output"


@pytest.fixture(scope="module", params=SERVERS)
def served(request, moved):
    serve, rules = SERVERS[request.param]
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        told = (moved / rules).read_text(encoding="utf-8")
        with serve(moved, Path(folder), besides="\n" + told) as address:
            yield address


def ask(address, target):
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
    connection.request("GET", target)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def encoded(query):
    """A query as browsers send it: percent signs of the writer stay."""
    return quote(query, safe="=&:%")


def targets():
    """What readers ask for, with the number of the sheet that has moved."""
    for number, path in enumerate(PATHS):
        yield "/" + quote(path), number
        if not path.endswith(".html"):
            yield "/" + quote(path) + "/", number
            yield "/" + quote(path) + "/index.html", number
    for number, address in enumerate(QUERIES, len(PATHS)):
        path, query = address.lstrip("/").split("?", 1)
        yield f"/{path}?{quote(query if '%' not in query else query.replace('%2B', '+'), safe='=&:')}", number
        if not path and "=" not in query and "%" not in query:
            yield f"/?wiki={encoded(query)}", number


@pytest.mark.parametrize("target, number", list(targets()))
def test_a_former_address_leads_to_the_sheet_at_once(served, target, number):
    answer = ask(served, target)
    assert answer.status == 301, target
    location = urlsplit(answer.headers["location"])
    assert (location.path, location.query) == (f"/fiche-{number}/", ""), target


@pytest.mark.parametrize("target, status", [
    ("/", 200), ("/fiche-0/", 200), ("/?Inconnue", 200), ("/vieux-x/", 404), ("/VIEUX/x", 404), ("/aXb/", 404),
])
def test_other_addresses_are_as_they_were(served, target, status):
    assert ask(served, target).status == status


def test_hosts_of_static_pages_have_a_table(moved):
    lines = [line.split(" ") for line in (moved / "_redirects").read_text().splitlines() if line[0] != "#"]
    assert all(len(line) == 3 and line[2] == "301" for line in lines)
    table = {source: target for source, target, _ in lines}
    for number, path in enumerate(PATHS):
        # `*` and `:` are signs of that table.
        assert table["/" + quote(path, safe="/~")] == f"/fiche-{number}/" or path.endswith("/")


def test_a_wiki_address_leads_to_the_sheet_without_a_server(browser, moved):
    with open_context(browser) as context:
        page = context.new_page()
        for query, number in [("PagePrincipale", 0), ("wiki=PagePrincipale", 0), ("%C3%89t%C3%A9", 1),
                              ("PagePrincipale&utm=x#bas", 0)]:
            page.goto((moved / "index.html").as_uri() + "?" + query)
            page.wait_for_url(f"**/fiche-{len(PATHS) + number}/**")
        for query in ["__proto__", "constructor", "%", "Rien"]:
            page.goto((moved / "index.html").as_uri() + "?" + query)
            page.wait_for_load_state()
            assert page.title().startswith("Accueil") or page.title().startswith("Lab"), query


def test_contradictions_are_told_where_they_are(program, tmp_path):
    folder = tmp_path / "site"
    done = make_site(folder, program, ["fiche-1", "fiche-0", "?Page", "?Page", "vieux", "vieux"], strict=True)
    assert done.returncode == 1
    told = done.stdout + done.stderr
    # Two sheets that claim each other’s address, two that claim one.
    for number, alias in [(0, "fiche-1"), (1, "fiche-0"), (3, "?Page")]:
        assert f"content/fiche-{number}.md" in told and f"« {alias} »" in told
    assert "vieux" in told


def test_rules_hold_below_the_folder_of_the_site(program, tmp_path):
    folder = tmp_path / "site"
    done = make_site(folder, program, ["vieux", "?Page"], besides="base_url: https://lab.bzh/communs/\n")
    assert done.returncode == 0, done.stderr
    output = folder / "output"
    assert '"/communs/vieux/" { return 301 "/communs/fiche-0/"; }' in (output / "redirections.nginx.conf").read_text()
    assert "/communs/vieux/ /communs/fiche-0/ 301" in (output / "_redirects").read_text()
    assert '`~^/communs/\\x3fPage$` "/communs/fiche-1/"' in (output / "redirections.caddy").read_text()
    assert '"^(?:/communs/)$"' in (output / "redirections.apache.conf").read_text()
