"""A page asks nothing of another origin, keeps nothing of the reader, and says nothing amiss."""

import pytest

from published import KINDS
from servers import POLICY, SUBFOLDER
from visits import address_of, visit, wait_for_suggestions

# What a page could keep; a browser may refuse some of these to a page opened from a disk.
KEPT = """async () => {
  const count = async (read) => { try { return await read(); } catch { return 0; } };
  return {
    cookies: await count(() => document.cookie.length),
    local: await count(() => localStorage.length),
    session: await count(() => sessionStorage.length),
    databases: await count(async () => (await indexedDB.databases()).length),
    caches: await count(async () => (await caches.keys()).length),
    workers: await count(async () =>
      (await navigator.serviceWorker.getRegistrations()).length),
  };
}"""


class Witness:
    """What a browser context asked for and said while it was watched."""

    def __init__(self, context, base):
        self.base = base
        self.elsewhere = []
        self.failed = []
        self.said = []
        context.on("request", self.note_request)
        context.on("requestfailed", self.note_failure)
        context.on("response", self.note_response)
        context.on("console", lambda message: self.said.append(message.text))
        context.on("weberror", lambda error: self.said.append(str(error.error)))

    def note_request(self, request):
        if not request.url.startswith((self.base, "data:")):
            self.elsewhere.append(request.url)

    def note_failure(self, request):
        # What a page still asks for when it is left is given up, and has not failed.
        if request.failure != "net::ERR_ABORTED":
            self.failed.append(request.url)

    def note_response(self, response):
        if response.status >= 400:
            self.failed.append(response.url)

    def found(self):
        return {"elsewhere": self.elsewhere, "failed": self.failed, "said": self.said}


NOTHING = {"elsewhere": [], "failed": [], "said": []}


@pytest.fixture(params=["root", "sub-folder", "disk"])
def base(request, server, offline_site):
    return {
        "root": server,
        "sub-folder": server.rstrip("/") + SUBFOLDER,
        "disk": offline_site.as_uri() + "/",
    }[request.param]


def test_server_sends_the_policy(page, server):
    assert page.goto(server).headers["content-security-policy"] == POLICY


def kinds_at(base, server):
    """Without an address of the site, the page for what is not found is written for a root."""
    return {name: kind for name, kind in KINDS.items() if name != "404" or base == server}


def test_no_kind_of_page_leaves_its_site(fresh_context, base, server):
    witness = Witness(fresh_context, base)
    page = fresh_context.new_page()
    kept = {}
    for name, kind in kinds_at(base, server).items():
        visit(page, base, kind)
        total = page.evaluate("() => Archipel.search('atelier').then(({total}) => total)")
        assert total > 0, f"the search finds nothing from {address_of(base, kind)}"
        if any((found := page.evaluate(KEPT)).values()):
            kept[name] = found
    assert witness.found() == NOTHING
    assert kept == {}
    assert fresh_context.cookies() == []


def test_a_search_from_the_header_leaves_nothing_behind(fresh_context, base):
    witness = Witness(fresh_context, base)
    page = fresh_context.new_page()
    visit(page, base, KINDS["methode"])
    page.get_by_role("combobox").press_sequentially("atelier")
    wait_for_suggestions(page, "atelier")
    with page.expect_navigation():
        page.locator("[role=option]").first.click()
    page.locator("mark").first.wait_for()
    assert not any(page.evaluate(KEPT).values())
    assert witness.found() == NOTHING


def test_the_witness_sees_what_the_policy_refuses(fresh_context, server):
    witness = Witness(fresh_context, server)
    page = fresh_context.new_page()
    page.goto(server)
    page.evaluate("""() => new Promise((done) => {
      const image = new Image();
      image.onerror = done;
      image.src = "http://other.invalid/x.png";
    })""")
    assert any("Content Security Policy" in text for text in witness.said)
