"""Going to a page of the site in the browser, the way every test does."""

from urllib.parse import urljoin

from published import file_of


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
        page.wait_for_selector("[data-statut]:not(:empty)")
