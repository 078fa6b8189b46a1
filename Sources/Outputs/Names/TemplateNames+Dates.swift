/// What the views of dates and places hold: agenda, timeline, archipelago.
extension TemplateNames {
  package static let agenda = TemplateNames(
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

  private static func period(of items: TemplateNames) -> TemplateNames {
    TemplateNames(
      "a period with \(items.title)",
      [
        Entry("id", .text, "an id for its heading"), Entry("label", .text, "the month or the year"),
        Entry("items", .list(items), "what takes place in it"),
      ])
  }

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

  package static let timeline = TemplateNames(
    "a timeline",
    [Entry("years", .list(period(of: timelineEvent)), "the years, the earliest first"), more])

  private static let timelineEvent = link.adding(
    "an event of a timeline",
    [
      Entry("iso", .text, "when it started, for programs"), Entry("date", .text, "when, in words"),
      Entry("text", .text, "a sentence, if it has one"),
      Entry("source", .text, "where the date is from, when no sheet says so"),
      Entry("type_label", .text, "the type of its sheet"),
      Entry("cancelled", .flag, "whether it is cancelled"),
    ])

  static let archipelago = TemplateNames(
    "an archipelago",
    [
      Entry("title", .text, "what the map shows, in words"),
      Entry("map", .markup, "the map, in SVG"),
      Entry("overview", .markup, "islands alone, for narrow screens, in SVG; leads to their lists"),
      Entry(
        "legend",
        .list(
          TemplateNames(
            "a sign of the map",
            [Entry("mark", .markup, "the sign, in SVG"), Entry("label", .text, "what it is")])),
        "the signs of the map"),
      Entry("islands", .list(island), "the islands, as lists"), more,
    ])

  private static let island = TemplateNames(
    "an island",
    [
      Entry("group", .object(group(of: link)), "its sheets"),
      Entry("url", .text, "the page of its term, if it has one"),
      Entry("routes", .text, "the islands that it is linked to, in words"),
    ])
}
