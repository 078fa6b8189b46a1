import ContentModel
import SiteGraph
import Theming

extension ViewContext {
  /// Returns what happened, year by year, the earliest first.
  package func timeline(_ view: TimelineView) -> TemplateValue {
    let events = view.entries.map(event) + view.marks.flatMap(events)
    let sorted = events.enumerated().sorted { left, right in
      left.element.start == right.element.start
        ? left.offset < right.offset : left.element.start < right.element.start
    }.map(\.element)
    let shown = sorted.suffix(SheetSelection.maxShown)
    var years: [(year: Int, items: [TemplateValue])] = []
    for event in shown {
      if years.last?.year != event.start.year { years.append((event.start.year, [])) }
      years[years.count - 1].items.append(event.value)
    }
    return .object([
      "years": .list(
        years.map { year, items in
          .object([
            "id": .text(prefix + String(year)), "label": .text(String(year)), "items": .list(items),
          ])
        }),
      "more": more(events.count - shown.count),
    ])
  }

  /// Something that happened, and what templates read of it.
  private typealias TimelineEvent = (start: PartialDate, value: TemplateValue)

  private func event(_ entry: TimelineView.Entry) -> TimelineEvent {
    let sheet = entry.sheet.flatMap { commons.index(ofID: $0) }
    let value: TemplateValue = .object([
      "iso": .text(entry.start.description), "date": .text(date(entry.start, entry.end)),
      "title": .text(format.typeset(entry.title)),
      "url": .optional(sheet.map { links.page(encoded: commons.addresses[$0]) }),
      "text": .optional(entry.text.map(format.typeset)),
      "source": .text(format.typeset(entry.source)), "type_label": .none, "cancelled": false,
    ])
    return (entry.start, value)
  }

  private func events(_ mark: TimelineView.Mark) -> [TimelineEvent] {
    commons.sheets(in: mark.selection).compactMap { index in
      let sheet = commons.sheets[index]
      // What comes back all the time marks no point in time.
      guard let start = Self.day(sheet.fields[mark.start]),
        commons.event(of: index)?.recurrence == nil
      else { return nil }
      let end = mark.end.flatMap { Self.day(sheet.fields[$0]) }
      let summary = page.sheets[index].summary
      let value: TemplateValue = .object([
        "iso": .text(start.description), "date": .text(date(start, end)),
        "title": .text(page.titles[index]),
        "url": .text(links.page(encoded: commons.addresses[index])),
        "text": .optional(summary.isEmpty ? nil : summary), "source": .none,
        "type_label": .text(format.label(sheet.type.label)),
        "cancelled": .flag(commons.event(of: index)?.isCancelled ?? false),
      ])
      return (start, value)
    }
  }

  private static func day(_ value: FieldValue?) -> PartialDate? {
    switch value {
    case .date(let day): PartialDate(day)
    case .dateTime(let moment): PartialDate(moment.date)
    default: nil
    }
  }

  private func date(_ start: PartialDate, _ end: PartialDate?) -> String {
    guard let end, end != start else { return format.date(start) }
    if let first = start.day, end.day != nil, start.year == end.year, start.month == end.month {
      return format.words.text("de_a", ["de": String(first), "a": format.date(end)])
    }
    return format.words.text("de_a", ["de": format.date(start), "a": format.date(end)])
  }
}

/// The names that a timeline holds.
extension TemplateNames {
  static let timeline = TemplateNames(
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
}
