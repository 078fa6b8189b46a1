"""What the tests share: the site, two servers, one browser, and the figures told at the end."""

import http.server
import os
import re
import shutil
import subprocess
import tempfile
import threading
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

import servers
from patience import PATIENCE
from published import REPOSITORY, SITE, html_files
from visits import open_context

FIGURES = []
# What a shell, a proxy, a hook or a `make` around the tests tells programs. The program that is
# tested speaks the language of the system.
SURROUNDINGS = re.compile(
    r"LANG(UAGE)?|LC_\w+|\w+_proxy|GIT_(DIR|WORK_TREE|INDEX_FILE)|M(AKE)?FLAGS|SOURCE_DATE_EPOCH",
    re.IGNORECASE)
for name in filter(SURROUNDINGS.fullmatch, list(os.environ)):
    del os.environ[name]
os.environ["LC_ALL"] = "C.UTF-8"
expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="session")
def site():
    assert (SITE / "index.html").is_file(), f"no site in {SITE}"
    assert len(html_files()) > 10
    return SITE


@pytest.fixture(scope="session")
def server(site, tmp_path_factory):
    """The address of the site served by nginx at the root of a domain."""
    with servers.nginx(site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture(scope="session")
def apache_server(site):
    """The same, served by Apache, from a copy that its user can read."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "site"
        shutil.copytree(site, copy)
        os.chmod(folder, 0o755)
        with servers.apache(copy, Path(folder)) as address:
            yield address


@pytest.fixture
def web():
    """A server whose answers the test gives, by path, and what it was asked."""
    answers, asked = {}, []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            answer = answers.get(self.path)
            if callable(answer):
                return answer(self)
            self.send_response(404 if answer is None else 200)
            self.end_headers()
            self.wfile.write(answer or b"")

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", answers, asked
    server.shutdown()


@pytest.fixture(scope="session")
def program():
    """The archipel program: the one that ARCHIPEL names, or the one built for release."""
    program = Path(os.environ.get("ARCHIPEL") or REPOSITORY / ".build/release/archipel")
    assert program.is_file(), f"{program} is not there: build it first"
    return program


@pytest.fixture(scope="session")
def offline_site(program, tmp_path_factory):
    """The folder of the site built to be read from a disk."""
    output = tmp_path_factory.mktemp("offline") / "output"
    command = [program, "build", "--offline", "--source", REPOSITORY, "--output", output]
    built = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    assert built.returncode == 0, built.stderr
    return output


@pytest.fixture(scope="session")
def dated_site(program, tmp_path_factory):
    """The address of the lab's site with one event more, which takes place once, ten days from now."""
    source = tmp_path_factory.mktemp("dated")
    for name in ["content", "themes"]:
        shutil.copytree(REPOSITORY / name, source / name)
    shutil.copy(REPOSITORY / "archipel.yaml", source)
    day = date.today() + timedelta(days=10)
    (source / "content/evenements/un-seul-jour.md").write_text(
        f"---\ntitre: Un seul jour\nresume: Une fois.\ndebut: {day}\ntype: atelier\nformat: presence\n"
        "statut: publié\n---\n\nUne fois.\n", encoding="utf-8")
    command = [program, "build", "--offline", "--source", source]
    built = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    assert built.returncode == 0, built.stderr
    return (source / "output").as_uri() + "/"


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        program = servers.find_program("chromium")
        browser = playwright.chromium.launch(executable_path=program)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shared_page(browser):
    with open_context(browser) as context:
        yield context.new_page()


@pytest.fixture(scope="session")
def dark_page(browser):
    """A page of a reader who prefers dark colours, in a process of its own."""
    with open_context(browser, color_scheme="dark") as context:
        yield context.new_page()


@pytest.fixture(scope="session")
def shared_plain_page(browser):
    with open_context(browser, java_script_enabled=False) as context:
        yield context.new_page()


def as_every_test_finds_it(page):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light", media="screen")
    return page


@pytest.fixture
def page(shared_page):
    """The one page of most tests: 1280 px wide, light."""
    return as_every_test_finds_it(shared_page)


@pytest.fixture
def plain_page(shared_plain_page):
    """The same, where no script of the site runs."""
    return as_every_test_finds_it(shared_plain_page)


@pytest.fixture
def fresh_context(browser):
    """A browser that has never seen the site."""
    with open_context(browser) as context:
        yield context


@pytest.fixture(scope="session")
def figures():
    """Lines to tell once all tests have run."""
    return FIGURES


def pytest_sessionfinish(session):
    """Hands what a worker found to the run that started it."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["figures"] = FIGURES


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    FIGURES.extend(getattr(node, "workeroutput", {}).get("figures", []))


def pytest_terminal_summary(terminalreporter):
    if FIGURES:
        terminalreporter.section("figures")
        for line in FIGURES:
            terminalreporter.line(line)
