"""Events: what calendars read of them, and the agenda, the timeline and the map of the archipelago."""

import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from patience import PATIENCE
from published import REPOSITORY, SITE, catalogue, parse_page
from test_accessibility import violations

AGENDA = "evenements/"
TIMELINE = "le-lab/archipel/frise/"
ARCHIPELAGO = "le-lab/archipel/"
VIEWS = [AGENDA, TIMELINE, ARCHIPELAGO]
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def event_sheets():
    """The sheets of events, with the fields of each, by id."""
    sheets = [sheet for sheet in catalogue()["sheets"] if sheet["type"] == "evenement"]
    assert sheets, "no event"
    return {sheet["id"]: sheet for sheet in sheets}


DATED = sorted(id for id, sheet in event_sheets().items() if "debut" in sheet["fields"])


def read_calendar(path):
    content = (SITE / path).read_bytes()
    lines = content.split(b"\r\n")
    assert content.endswith(b"\r\n") and b"\n" not in b"".join(lines), "lines end in CR LF"
    assert all(len(line) <= 75 for line in lines), "a line is longer than 75 octets"
    calendar = Calendar.from_ical(content)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    assert all(not component.errors for component in calendar.walk())
    return calendar


def moment(text):
    """A moment as sheets write it: a day alone is a date."""
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


def local(value):
    """A moment of a calendar on the clock of its zone."""
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value


@pytest.mark.parametrize("id", DATED)
def test_the_file_of_an_event_says_what_its_sheet_says(id):
    sheet = event_sheets()[id]
    fields = sheet["fields"]
    (event,) = read_calendar(f"{id}/evenement.ics").walk("VEVENT")
    assert str(event["SUMMARY"]) == sheet["title"]
    assert str(event["DESCRIPTION"]) == sheet["summary"]
    start = event["DTSTART"].dt
    assert local(start) == moment(fields["debut"])
    if isinstance(start, datetime):
        assert start.tzinfo.key == fields.get("fuseau", "Europe/Paris")
    if "fin" in fields:
        # Of whole days, the format gives the day after the last.
        extra = timedelta(0) if isinstance(start, datetime) else timedelta(days=1)
        assert local(event["DTEND"].dt) == moment(fields["fin"]) + extra
    if "adresse" in fields:
        assert str(event["LOCATION"]) == fields["adresse"]
    cancelled = fields.get("annule", False)
    assert event["STATUS"] == ("CANCELLED" if cancelled else "CONFIRMED")
    assert ("RRULE" in event) == ("recurrence" in fields)


def test_a_moved_event_moves_in_a_calendar_that_had_it(program, tmp_path):
    """A calendar keeps of an event what has the highest number, under its name."""
    (tmp_path / "content/_types").mkdir(parents=True)
    (tmp_path / "archipel.yaml").write_text("title: Lab\nbase_url: https://lab.bzh\n")
    (tmp_path / "content/index.md").write_text("Bonjour.\n")
    (tmp_path / "content/_types/evenement.yaml").write_text(
        "libelle: E\ndossier: evenements\nchamps: { debut: { libelle: D, type: date_heure } }\n"
        "calendrier: { debut: debut }\n")
    (tmp_path / "content/evenements").mkdir()
    kept = {}
    for day, hour in [("2026-03-01", "09:30"), ("2026-03-08", "14:00")]:
        (tmp_path / "content/evenements/a.md").write_text(
            f"---\ntitre: A\nmis_a_jour: {day}\ndebut: 2026-07-01T{hour}\n---\n")
        subprocess.run([program, "build", "--source", tmp_path], check=True, timeout=PATIENCE,
                       capture_output=True)
        content = (tmp_path / "output/evenements/a/evenement.ics").read_bytes()
        (event,) = Calendar.from_ical(content).walk("VEVENT")
        assert event["DTSTAMP"].dt.date() == date.fromisoformat(day)
        assert event["LAST-MODIFIED"].dt.date() == date.fromisoformat(day)
        before = kept.get(str(event["UID"]))
        if before is None or event["SEQUENCE"] > before["SEQUENCE"]:
            kept[str(event["UID"])] = event
    (event,) = kept.values()
    assert local(event["DTSTART"].dt) == datetime(2026, 7, 1, 14)


def test_a_recurrence_ends_and_leaves_out_its_exceptions():
    recurring = [id for id in DATED if "recurrence" in event_sheets()[id]["fields"]]
    assert recurring
    for id in recurring:
        rule = event_sheets()[id]["fields"]["recurrence"]
        (event,) = read_calendar(f"{id}/evenement.ics").walk("VEVENT")
        assert "UNTIL" in event["RRULE"] or "COUNT" in event["RRULE"]
        days = [WEEKDAYS[day - 1] for day in rule.get("jours", [])]
        assert event["RRULE"].get("BYDAY", []) == days
        start = event["DTSTART"].dt
        left_out = event["EXDATE"].dts if "EXDATE" in event else []
        assert [local(day.dt).date().isoformat() for day in left_out] == rule.get("sauf", [])
        assert all(local(day.dt).time() == local(start).time() for day in left_out)


def test_an_event_keeps_its_hour_when_clocks_change():
    calendar = read_calendar("evenements/ouverture-de-la-maison/evenement.ics")
    (zone,) = calendar.walk("VTIMEZONE")
    clock = zone.to_tz()
    for day, hours in [(date(2027, 3, 26), 1), (date(2027, 3, 30), 2), (date(2027, 11, 2), 1)]:
        start = datetime(day.year, day.month, day.day, 7, 30, tzinfo=clock)
        assert start.utcoffset() == timedelta(hours=hours), day


def test_one_file_has_all_events_each_under_its_own_name():
    events = read_calendar("evenements/agenda.ics").walk("VEVENT")
    assert len(events) == len(DATED)
    names = {str(event["UID"]) for event in events}
    assert len(names) == len(events)
    own = {
        str(read_calendar(f"{id}/evenement.ics").walk("VEVENT")[0]["UID"]) for id in DATED
    }
    assert own == names


def test_files_have_addresses_where_the_site_has_one(program, tmp_path):
    output = tmp_path / "output"
    command = [program, "build", "--source", REPOSITORY, "--output", output]
    command += ["--base-url", "https://site.invalid/ti"]
    built = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    assert built.returncode == 0, built.stderr
    file = output / f"{DATED[0]}/evenement.ics"
    (event,) = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert str(event["URL"]) == f"https://site.invalid/ti/{DATED[0]}/"


@pytest.mark.parametrize("id", DATED)
def test_a_page_links_to_its_file_with_format_and_weight(id):
    page = parse_page(SITE / id / "index.html")
    (link,) = page.xpath("//main//a[@type='text/calendar']")
    file = SITE / id / link.get("href")
    assert file.is_file()
    told = link.getparent().text_content()
    size = file.stat().st_size
    weight = f"{size} octets" if size < 1000 else f"{round(size / 1000)} ko"
    assert "iCalendar" in told and weight in told.replace("\u00a0", " ").replace("\u202f", "")


def test_the_agenda_has_every_event_once_or_more():
    page = parse_page(SITE / AGENDA / "index.html")
    links = {link.get("href") for link in page.xpath("//main//a[@href]")}
    for id, sheet in event_sheets().items():
        assert f"../{sheet['url']}" in links, id


def test_what_comes_back_all_the_time_fills_no_month(page, server, dated_site):
    page.goto(server + AGENDA)
    assert page.locator(".agenda-grille").count() == 0
    page.goto(dated_site + AGENDA + "index.html")
    links = page.locator(".agenda-grille td a")
    assert links.all_inner_texts() == ["Un seul jour"]


def test_a_month_is_a_table_with_its_caption_and_seven_named_days(page, dated_site):
    page.goto(dated_site + AGENDA + "index.html")
    tables = page.get_by_role("table")
    assert tables.count() >= 1
    for table in tables.all():
        assert table.locator("caption").inner_text().strip()
        assert table.get_by_role("columnheader").count() == 7
        assert "lundi" in table.get_by_role("columnheader").first.inner_text().lower()
        rows = table.locator("tbody tr").all()
        assert all(row.locator("td").count() == 7 for row in rows)
        days = [int(day) for day in table.locator("td time").all_inner_texts()]
        assert days == list(range(1, len(days) + 1)) and len(days) >= 28


def test_a_day_of_the_month_leads_to_its_event_by_keyboard(page, dated_site):
    page.goto(dated_site + AGENDA + "index.html")
    link = page.locator(".agenda-grille td a").first
    link.focus()
    assert link.evaluate("link => link.matches(':focus-visible')")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == dated_site + AGENDA + "un-seul-jour/index.html"


def test_the_timeline_goes_forward(page, server):
    page.goto(server + TIMELINE)
    dates = [time.get_attribute("datetime") for time in page.locator(".frise time").all()]
    assert len(dates) > 8
    assert dates == sorted(dates)
    years = page.locator(".frise h2").all_inner_texts()
    assert years == sorted(set(years)) and set(years) == {date[:4] for date in dates}
    rows = page.locator(".frise li").all()
    for row in rows:
        assert row.locator("a, .detail").count() >= 1, "an entry says neither source nor sheet"


@pytest.fixture(params=[(1280, ".archipel-cadre", 40), (320, ".archipel-reduit", 15)])
def drawing(request, page, server):
    """The map that is shown at a width: its selector, and the least names that it has."""
    width, selector, least = request.param
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(server + ARCHIPELAGO)
    shown = page.locator(".archipel-cadre:visible, .archipel-reduit:visible")
    assert shown.count() == 1
    assert page.locator(selector).is_visible()
    return selector, least


def test_no_name_of_the_map_lies_on_another(page, drawing):
    selector, least = drawing
    boxes = page.locator(f"{selector} svg.archipel text").evaluate_all(
        "texts => texts.map(text => { const box = text.getBBox();"
        " return [box.x, box.y, box.x + box.width, box.y + box.height, text.textContent] })"
    )
    assert len(boxes) > least
    for index, (left, top, right, bottom, name) in enumerate(boxes):
        for other in boxes[index + 1 :]:
            apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
            assert apart, f"« {name} » and « {other[4]} »"


def test_every_name_of_the_map_lies_on_its_island(page, drawing):
    outside = page.evaluate(
        """(selector) => {
          const svg = document.querySelector(selector + ' svg.archipel');
          const shores = [...svg.querySelectorAll('.ile-terre')];
          const holds = (x, y) => shores.some(shore => {
            const point = svg.createSVGPoint();
            point.x = x; point.y = y;
            return shore.isPointInFill(point);
          });
          return [...svg.querySelectorAll('text')].filter(text => {
            const box = text.getBBox();
            return ![[box.x, box.y], [box.x + box.width, box.y], [box.x, box.y + box.height],
              [box.x + box.width, box.y + box.height]].every(([x, y]) => holds(x, y));
          }).map(text => text.textContent);
        }""",
        drawing[0],
    )
    assert outside == []


@pytest.mark.parametrize("width", [320, 375, 600])
def test_the_map_is_whole_on_a_narrow_screen_and_leads_to_its_lists(page, server, width):
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(server + ARCHIPELAGO)
    names = page.locator(".archipel-reduit a")
    lists = page.locator(".vue-graphe .colonne h3")
    assert names.count() == lists.count() > 5
    for name in names.all():
        box = name.bounding_box()
        # Islands read from the left edge to the right one, in letters that can be read.
        assert 0 <= box["x"] and box["x"] + box["width"] <= width and box["height"] >= 12
    assert page.evaluate("document.querySelector('.archipel-reduit').scrollWidth") <= width
    name = names.last.text_content()
    names.last.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.hash")
    target = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.locator(f"[id='{target}']").inner_text().startswith(name)


def test_the_list_says_what_the_map_shows():
    page = parse_page(SITE / ARCHIPELAGO / "index.html")
    drawn = {link.get("href") for link in page.xpath("//main//*[local-name()='svg']//*[@href]")}
    listed = {link.get("href") for link in page.xpath("//main//section//a[@href]")}
    lists = {f"#{heading.get('id')}" for heading in page.xpath("//main//section/h3")}
    assert lists and drawn > lists and drawn - lists <= listed
    commons = catalogue()
    for sheet in commons["sheets"]:
        # Translations are reached from their original.
        if sheet["type"] in ("communaute", "methode") and sheet["lang"] == commons["lang"]:
            assert f"../../{sheet['url']}" in listed, sheet["id"]


def test_the_map_can_be_passed_and_scrolled_by_keyboard(page, server):
    # The narrowest screen that shows the names of places.
    page.set_viewport_size({"width": 1060, "height": 640})
    page.goto(server + ARCHIPELAGO)
    page.locator(".archipel-passer a").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#vue-liste:focus", state="attached")
    frame = page.locator(".archipel-cadre")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.archipel-cadre').scrollLeft > 0")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", VIEWS)
def test_a_view_is_accessible(page, server, path, scheme, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(server + path)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", VIEWS)
def test_a_view_needs_no_script(plain_page, page, server, path):
    plain_page.goto(server + path)
    page.goto(server + path)
    without = plain_page.locator(".vue").inner_text()
    assert len(without) > 200
    assert without == page.locator(".vue").inner_text()


@pytest.mark.parametrize("path", VIEWS)
def test_a_view_opens_from_a_disk(page, offline_site, path):
    address = (Path(offline_site) / path / "index.html").as_uri()
    page.goto(address)
    link = page.locator(".vue a[href$='index.html']").first
    with page.expect_navigation():
        link.click()
    assert page.url.startswith("file://") and page.locator("h1").is_visible()
