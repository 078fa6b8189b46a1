public import Calendars
package import ContentModel
import Formats

/// Everything that a build depends on besides the bytes of the source folder.
public struct BuildRequest: Sendable {
  /// The source folder.
  public var source: String
  /// The folder that the site is published in.
  public var output: String
  /// Whether somebody has named that folder for this build: a link that came with the source in the place
  /// of the usual one is no consent to write elsewhere.
  public var isOutputNamed = true
  /// What changes pages.
  public var options: PageOptions
  /// How many workers share the work, at least 1.
  public var jobs = 1
  /// Whether nothing is taken from the build before, even where nothing has changed.
  public var startsFromScratch = false
  /// The day of the build: sheets dated later wait for their day.
  public var today: CalendarDate
  /// The moment of the build, in seconds since 1970; nil where ``today`` is the day for every site.
  ///
  /// A site that names its time zone takes the day that it is there.
  public var moment: Int?
  /// Tells the day and the moment anew, to a preview that goes on for days; nil for one that does not.
  public var clock: (@Sendable () -> (today: CalendarDate, moment: Int))?

  /// Creates a request that builds a source folder with the defaults.
  public init(source: String, output: String, builtInThemes: String, today: CalendarDate) {
    self.source = source
    self.output = output
    options = PageOptions(builtInThemes: builtInThemes)
    self.today = today
  }

  /// The request as its clock has it now.
  package var atThisMoment: BuildRequest {
    guard let clock else { return self }
    var request = self
    let now = clock()
    request.today = now.today
    request.moment = now.moment
    return request
  }

  /// Returns the day of the build for a site.
  package func day(of configuration: SiteConfiguration) -> CalendarDate {
    day(in: configuration.timeZone)
  }

  /// Returns the day of the build in the time zone of a site; nil for one that names none.
  package func day(in zone: CalendarZone?) -> CalendarDate {
    guard let zone, let moment else { return today }
    return zone.day(at: moment)
  }

  /// Returns whether a text is an address that a site can be published at, fit for
  /// ``PageOptions/baseURL``.
  public static func isBaseURL(_ text: String) -> Bool { BaseURL(text) != nil }
}
