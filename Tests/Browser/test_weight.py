"""A page weighs what the lab declares, for a browser that has never seen the site."""

from contextlib import ExitStack

import pytest

from published import KINDS, catalogue
from visits import address_of, open_context

SHEET = (60_000, 6)
HOME = (150_000, 10)
LIST = (120_000, 6)
# Pages that compute: their scripts, styles and data come once, at most 15 kB compressed each.
TOOL = (145_000, 12)
TOOLS = {"composeur", "questionnaire"}
# Pages that load side by side, each in a browser of its own: most of the time is spent on waiting
# until they ask for nothing more.
TOGETHER = 8


class Load:
    """What a page loads, cold and uncompressed, from the moment it is opened."""

    def __init__(self, context, address):
        self.asked, self.sizes = {}, {}
        self.page = context.new_page()
        session = context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        session.on("Network.responseReceived", self.note_answer)
        session.on("Network.dataReceived", self.note_size)
        self.page.goto(address, wait_until="commit")

    def note_answer(self, event):
        self.asked[event["requestId"]] = (event["type"], event["response"]["url"])

    def note_size(self, event):
        key = event["requestId"]
        self.sizes[key] = self.sizes.get(key, 0) + event["dataLength"]

    def files(self):
        """`[(kind, bytes, address)]`, once the page asks for nothing more."""
        self.page.wait_for_load_state("networkidle")
        # What a style sheet holds as data is asked of nobody, and weighs in the style sheet.
        return [
            (kind, self.sizes.get(key, 0), url)
            for key, (kind, url) in self.asked.items()
            if not url.startswith("data:")
        ]


@pytest.fixture(scope="module")
def loaded(browser, server):
    """What each kind of page loads, `{kind: [(kind, bytes, address)]}`."""
    found, kinds = {}, list(KINDS)
    for start in range(0, len(kinds), TOGETHER):
        with ExitStack() as contexts:
            loads = {
                kind: Load(contexts.enter_context(open_context(browser)),
                           address_of(server, KINDS[kind]))
                for kind in kinds[start : start + TOGETHER]
            }
            found |= {kind: load.files() for kind, load in loads.items()}
    return found


def sheet_kinds():
    return sorted({sheet["type"] for sheet in catalogue()["sheets"]} & KINDS.keys())


@pytest.mark.parametrize("kind", ["home", *[kind for kind in KINDS if kind != "home"]])
def test_page_stays_within_its_budget(loaded, figures, kind):
    files = loaded[kind]
    if kind != "home":
        files = [file for file in files if file[0] != "Image"]
    total = sum(size for _, size, _ in files)
    path, _ = KINDS[kind]
    figures.append(f"weight: {kind}: {total / 1000:.1f} kB, {len(files)} requests ({path})")
    assert files and all(size > 0 for _, size, _ in files)
    if kind == "home" or kind in sheet_kinds() or kind.startswith("vue-"):
        most_bytes, most_requests = (
            HOME if kind == "home" else TOOL if kind in TOOLS
            else LIST if kind.startswith("vue-") else SHEET
        )
        assert len(files) <= most_requests, files
        assert total <= most_bytes, files
