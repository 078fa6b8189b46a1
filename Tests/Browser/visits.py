"""Going to a page of the site in the browser, the way every test does, and waiting for what it shows."""

from collections import deque
from contextlib import contextmanager
from itertools import cycle
from urllib.parse import urlencode, urljoin

from patience import PATIENCE
from published import file_of


@contextmanager
def open_context(browser, **options):
    """A browser that has never seen the site; closed at the end."""
    # What moves is measured at rest, as the reader who asks for less motion sees it.
    context = browser.new_context(locale="fr-FR", reduced_motion="reduce", **options)
    context.set_default_timeout(PATIENCE * 1000)
    try:
        yield context
    finally:
        context.close()


def address_of(base, kind):
    """The address of a kind of page, `(path, query)`, under the address of a site."""
    path, query = kind
    if base.startswith("file:"):
        path = file_of(path).name if path == "404.html" else f"{path}index.html"
    return urljoin(base, path) + (f"?{query}" if query else "")


def visit(page, base, kind):
    """Opens a page, and waits for its results when it is asked a question."""
    page.goto(address_of(base, kind))
    if kind[1]:
        wait_for_answer(page)


def visit_in_turn(pages, addresses):
    """Gives each address with the page that shows it, while the next one loads in another page."""
    loading = deque()

    def loaded():
        address, page = loading.popleft()
        page.wait_for_load_state()
        return address, page

    for address, page in zip(addresses, cycle(pages)):
        if len(loading) == len(pages):
            yield loaded()
        page.goto(address, wait_until="commit")
        loading.append((address, page))
    while loading:
        yield loaded()


def wait_for_answer(page):
    """Waits until a search says what it has found: one that is slow says that it searches first."""
    page.wait_for_function(
        "() => /[^…]$/.test(document.querySelector('[data-statut]').textContent)")


def wait_for_suggestions(page, typed):
    """Waits for the suggestions for all that was typed: those for its start come first."""
    page.wait_for_selector(f"[role=option][data-adresse$='?{urlencode({'q': typed})}']")


def wait_for_drawing(page):
    """Waits until the page has been drawn again, twice: what was under way has been done."""
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
