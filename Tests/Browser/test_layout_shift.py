"""What readers see does not move when scripts come late, as they do on an old phone."""

import pytest

from published import KINDS
from visits import address_of, open_context

# What has moved since a moment: a page that comes in pieces is painted, and moves, before its end.
SHIFT = """(start) => new Promise((done) => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!entry.hadRecentInput && entry.startTime >= start) shift += entry.value;
    }
    done(shift);
  }).observe({ type: "layout-shift", buffered: true });
  // Nothing is told where nothing moved.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(shift), 200)));
})"""
MOST = 0.01


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("kind", KINDS)
def test_late_scripts_move_nothing(browser, server, kind, width):
    with open_context(browser, viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        held, late = [], [True]
        page.route("**/*.js", lambda route: held.append(route) if late[0] else route.continue_())
        page.goto(address_of(server, KINDS[kind]), wait_until="commit")
        # The page is there, and painted, before its first script is.
        page.wait_for_selector("body > footer", state="attached")
        start = page.evaluate(
            "() => new Promise((done) => requestAnimationFrame("
            "() => setTimeout(() => done(performance.now()))))")
        late[0] = False
        for script in held:
            script.continue_()
        page.wait_for_load_state("networkidle")
        assert page.evaluate(SHIFT, start) <= MOST
