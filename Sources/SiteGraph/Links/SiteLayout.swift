package import ContentModel
import Formats

/// Where the files that belong to no sheet are published.
package enum SiteLayout {
  /// The folder of the pages of tags.
  package static let tagFolder = "etiquettes/"
  /// The folder of the search page.
  package static let searchFolder = "recherche/"
  /// The folder of the alphabetical list.
  package static let alphabetFolder = "a-z/"
  /// The folder of the search index.
  package static let indexFolder = "recherche-index/"
  /// The folder of the site map for readers.
  package static let siteMapFolder = "plan-du-site/"

  /// Returns the folder of a page of a list: the list's own for the first, `page/2/` below it next.
  package static func listFolder(_ folder: String, page: Int) -> String {
    page == 1 ? folder : folder + "page/\(page)/"
  }

  /// Returns where the calendar of all events of a type is published.
  package static func agendaPath(of type: ContentType) -> String {
    (type.folder.map { $0 + "/" } ?? "") + CalendarFile.agendaFileName
  }
}
