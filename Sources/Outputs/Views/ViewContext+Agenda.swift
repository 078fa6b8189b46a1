import Calendars
import ContentModel
import SiteGraph
import Theming

extension ViewContext {
  /// Returns the events to come by month, the first months as calendars too, then those without a
  /// date and those that are over.
  package func agenda(_ view: AgendaView) -> TemplateValue {
    let sheets = Set(commons.sheets(in: view.selection))
    let events = commons.calendar.events.filter { sheets.contains($0.sheet) }
    let today = page.today
    let agenda = Agenda(events, today: today)
    let undated = commons.calendar.undated.filter(sheets.contains)
    return .object([
      "today": .object(["iso": .text(today.description), "label": .text(format.date(today))]),
      "months": .list(agenda.months.filter { !$0.listed.isEmpty }.map(month)),
      "recurring": .list(
        agenda.recurring.map { event, next in
          item(event, time: format.time(of: event), next: next)
        }),
      "hidden": agenda.hiddenMonthCount == 0
        ? .none
        : .text(format.words.text("agenda_mois_caches", count: agenda.hiddenMonthCount)),
      // What comes back all the time is told once: a table of it would hide what else there is.
      "calendars": .list(
        agenda.months.prefix(view.monthCount).filter { !$0.listed.isEmpty }.map {
          calendar($0, today)
        }),
      "undated": .list(undated.prefix(SheetGroup.maxShown).map(card)),
      "past": .list(years(agenda.past.prefix(SheetSelection.maxShown))),
      "file": file(of: view.selection.type),
    ])
  }

  private func file(of type: ContentType) -> TemplateValue {
    let bytes = SiteCalendarFiles(page).bytes(ofAgendaOf: type).count
    guard commons.calendar.events.contains(where: { commons.sheets[$0.sheet].type == type })
    else { return .none }
    return page.calendarFile(
      SiteLayout.agendaPath(of: type), bytes: bytes, links: links, format: format)
  }

  // MARK: Lists

  private func month(_ month: Agenda.Month) -> TemplateValue {
    .object([
      "id": .text(prefix + month.first.description.prefix(7)), "label": .text(label(of: month)),
      "items": .list(month.listed.map(item)),
    ])
  }

  private func label(of month: Agenda.Month) -> String {
    format.words.text(
      "mois_annee", ["mois": format.month(month.first.month), "annee": String(month.first.year)])
  }

  private func item(_ entry: AgendaEntry) -> TemplateValue {
    let days = entry.days
    guard days.count > 1, let first = days.first else {
      return item(entry.event, time: format.time(of: entry.event, on: entry.event.day(for: days)))
    }
    let hours = format.hours(of: entry.event)
    let time = format.words.text(
      "agenda_jours",
      [
        "jours": format.enumeration(days.map { format.dayOfMonth($0) }),
        "mois": format.month(first.month),
      ])
    return item(entry.event, time: hours.isEmpty ? time : "\(time), \(hours)")
  }

  private func item(
    _ event: SiteEvent, time: String, next: CalendarDate? = nil
  ) -> TemplateValue {
    let sheet = commons.sheets[event.sheet]
    let summary = page.sheets[event.sheet].summary
    return .object([
      "title": .text(page.titles[event.sheet]),
      "url": .text(links.page(encoded: commons.addresses[event.sheet])),
      "time": .text(time), "iso": .text(event.start.date.description),
      "next": page.date(next, format),
      "cancelled": .flag(event.isCancelled), "summary": .optional(summary.isEmpty ? nil : summary),
      "lang": .optional(sheet.language),
    ])
  }

  private func years(_ events: ArraySlice<SiteEvent>) -> [TemplateValue] {
    var years: [(year: Int, items: [TemplateValue])] = []
    for event in events {
      let year = event.firstDay.year
      if years.last?.year != year { years.append((year, [])) }
      years[years.count - 1].items.append(item(event, time: format.time(of: event)))
    }
    return years.map { year, items in
      .object([
        "id": .text(prefix + String(year)), "label": .text(String(year)), "items": .list(items),
      ])
    }
  }

  // MARK: Calendars

  /// Returns a month as the rows of a table, from Monday to Sunday.
  private func calendar(_ month: Agenda.Month, _ today: CalendarDate) -> TemplateValue {
    let start = month.first.adding(days: 1 - month.first.weekday)
    let dayCount = month.first.weekday - 1 + month.first.daysInMonth
    let weeks = (0..<(dayCount + 6) / 7).map { week -> TemplateValue in
      .object([
        "days": .list(
          (0..<7).map { day(start.adding(days: 7 * week + $0), of: month, today) })
      ])
    }
    return .object([
      "label": .text(label(of: month)),
      "weekdays": .list(
        format.words.list("jours").map { name in
          .object(["label": .text(name), "short": .text(String(name.prefix(1)))])
        }),
      "weeks": .list(weeks),
    ])
  }

  private func day(
    _ day: CalendarDate, of month: Agenda.Month, _ today: CalendarDate
  ) -> TemplateValue {
    guard day.month == month.first.month else {
      return .object(["number": .none, "iso": .none, "today": false, "items": []])
    }
    let entries = month.listed.filter { $0.takesPlace(on: day) }
    return .object([
      "number": .number(day.day), "iso": .text(day.description), "today": .flag(day == today),
      "items": .list(
        entries.map { entry in
          .object([
            "title": .text(page.titles[entry.event.sheet]),
            "url": .text(links.page(encoded: commons.addresses[entry.event.sheet])),
            "cancelled": .flag(entry.event.isCancelled),
          ])
        }),
    ])
  }
}

extension SiteEvent {
  /// The day on which a time starts that is shown under some day: it may have started before.
  fileprivate func day(for shown: [CalendarDate]) -> CalendarDate {
    guard let first = shown.first else { return firstDay }
    return days.last { $0 <= first } ?? firstDay
  }
}

extension AgendaEntry {
  fileprivate func takesPlace(on day: CalendarDate) -> Bool {
    days.contains { $0 <= day && day <= event.day(for: [$0]).adding(days: event.span) }
  }
}

/// The names that an agenda holds.
extension TemplateNames {
  static let agenda = TemplateNames(
    "an agenda",
    [
      Entry("today", .object(date), "the day of the build"),
      Entry("months", .list(period(of: agendaEvent)), "the months with events to come"),
      Entry("recurring", .list(agendaEvent), "the events that come back"),
      Entry("hidden", .text, "how many more months have events, in words"),
      Entry("calendars", .list(calendar), "the same months, as tables"),
      Entry("undated", .list(card), "the events without a date"),
      Entry("past", .list(period(of: agendaEvent)), "the years with past events"),
      Entry("file", .object(calendarFile), "the iCalendar file of the type"),
    ])

  private static let agendaEvent = summarizedLink.adding(
    "an event of an agenda",
    [
      Entry("time", .text, "when it takes place, in words"),
      Entry("iso", .text, "its first day, for programs"),
      Entry("next", .object(date), "its next day, when it comes back"),
      Entry("cancelled", .flag, "whether it is cancelled"),
      Entry("lang", .text, "the language of its sheet, when it names one"),
    ])

  private static let calendar = TemplateNames(
    "a month as a table",
    [
      Entry("label", .text, "the month"),
      Entry(
        "weekdays",
        .list(
          TemplateNames(
            "a day of the week",
            [Entry("label", .text, "its name"), Entry("short", .text, "its first letter")])),
        "the heads of the columns"),
      Entry(
        "weeks",
        .list(TemplateNames("a week", [Entry("days", .list(calendarDay), "its seven days")])),
        "the rows"),
    ])

  private static let calendarDay = TemplateNames(
    "a day of a table",
    [
      Entry("number", .number, "its number; none outside the month"),
      Entry("iso", .text, "for programs"), Entry("today", .flag, "whether it is that of the build"),
      Entry(
        "items",
        .list(
          link.adding(
            "an event of a day", [Entry("cancelled", .flag, "whether it is cancelled")])),
        "what takes place"),
    ])
}
