"""A page weighs what the lab declares, for a browser that has never seen the site."""

import pytest

from published import KINDS, catalogue
from visits import address_of

SHEET = (60_000, 6)
HOME = (150_000, 10)
LIST = (120_000, 6)


def loads(browser, address):
    """What a page loads, cold and uncompressed: `[(kind, bytes, address)]`."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    asked, sizes = {}, {}
    session.on(
        "Network.responseReceived",
        lambda event: asked.update({event["requestId"]: (event["type"], event["response"]["url"])}),
    )
    session.on(
        "Network.dataReceived",
        lambda event: sizes.update(
            {event["requestId"]: sizes.get(event["requestId"], 0) + event["dataLength"]}
        ),
    )
    page.goto(address, wait_until="networkidle")
    context.close()
    # What a style sheet holds as data is asked of nobody, and weighs in the style sheet.
    return [
        (kind, sizes.get(key, 0), url)
        for key, (kind, url) in asked.items()
        if not url.startswith("data:")
    ]


def sheet_kinds():
    return sorted({sheet["type"] for sheet in catalogue()["sheets"]} & KINDS.keys())


@pytest.mark.parametrize("kind", ["home", *[kind for kind in KINDS if kind != "home"]])
def test_page_stays_within_its_budget(browser, server, figures, kind):
    path, query = KINDS[kind]
    loaded = loads(browser, address_of(server, (path, query)))
    if kind != "home":
        loaded = [item for item in loaded if item[0] != "Image"]
    total = sum(size for _, size, _ in loaded)
    figures.append(f"weight: {kind}: {total / 1000:.1f} kB, {len(loaded)} requests ({path})")
    assert loaded and all(size > 0 for _, size, _ in loaded)
    if kind == "home" or kind in sheet_kinds() or kind.startswith("vue-"):
        most_bytes, most_requests = (
            HOME if kind == "home" else LIST if kind.startswith("vue-") else SHEET
        )
        assert len(loaded) <= most_requests, loaded
        assert total <= most_bytes, loaded
