import ContentModel
import Formats
import SiteGraph
import Theming

extension PageContext {
  /// Returns `event` of the page of a sheet that is one: when it takes place, and its file.
  func event(
    of sheet: Int, links: PageLinks, format: ValueFormat
  ) -> TemplateValue {
    let sheet = commons.translations.original(of: sheet)
    guard let event = commons.event(of: sheet) else { return .none }
    let file = commons.folders[sheet] + CalendarFile.eventFileName
    let weight = SiteCalendarFiles(self).bytes(ofEventOf: sheet).count
    return .object([
      "time": .text(format.time(of: event)), "cancelled": .flag(event.isCancelled),
      "file": calendarFile(file, bytes: weight, links: links, format: format),
    ])
  }

  /// Returns a calendar file as a link shows it, with its format and weight.
  func calendarFile(
    _ path: String, bytes: Int, links: PageLinks, format: ValueFormat
  ) -> TemplateValue {
    .object(["url": .text(links.file(path)), "weight": .text(format.weight(bytes: bytes))])
  }
}
