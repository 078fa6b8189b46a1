import ContentModel
package import Diagnostics
import Formats
package import SiteGraph
import SiteLoading

/// The calendar file of all events of a type.
package struct AgendaCalendar: Output {
  package let path: String
  package let origin = CalendarFile.agendaFileName
  private let type: ContentType

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    var types: [ContentType] = []
    for event in site.calendar.events {
      let type = site.sheets[event.sheet].type
      if !types.contains(type) { types.append(type) }
    }
    return types.map { AgendaCalendar(path: SiteLayout.agendaPath(of: $0), type: $0) }
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(
      fr: "les événements de type « \(type.id) »", en: "the events of the type “\(type.id)”")
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    SiteCalendarFiles(renderer.context).bytes(ofAgendaOf: type)
  }
}
