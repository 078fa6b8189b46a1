import ContentModel
package import Diagnostics
import Formats
package import SiteGraph
import SiteLoading

/// The calendar file of an event, beside the page of its sheet.
package struct EventCalendar: Output {
  package let path: String
  package let origin: String
  private let index: Int

  package var sheet: Int? { index }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    (site.calendar.events + site.calendar.unlisted).map { event in
      EventCalendar(
        path: site.folders[event.sheet] + CalendarFile.eventFileName,
        origin: site.sheets[event.sheet].path, index: event.sheet)
    }
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(fr: "les jours de l’événement", en: "the days of the event")
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    SiteCalendarFiles(renderer.context).bytes(ofEventOf: index)
  }
}
