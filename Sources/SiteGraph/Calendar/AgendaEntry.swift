package import Calendars
import ContentModel

/// An event in one month: all its days there, from a day on.
package struct AgendaEntry {
  package let event: SiteEvent
  /// The days of the month on which it starts; of one that has started before, the first day shown.
  package let days: [CalendarDate]
}
