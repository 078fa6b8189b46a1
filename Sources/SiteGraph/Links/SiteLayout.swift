import ByteCoding
import SiteLoading
package import ContentModel
import Formats

/// Where the files that belong to no sheet are published.
package struct SiteLayout: Sendable {
  /// The folder of the pages of tags.
  package let tagFolder: String
  /// The folders of the pages of taxonomies, that of the tags first.
  package let taxonomyFolders: [String]
  /// The folder of the search page.
  package let searchFolder: String
  /// The folder of the alphabetical list.
  package let alphabetFolder: String
  /// The folder of the search index.
  package let indexFolder: String
  /// The folder of the site map for readers.
  package let siteMapFolder: String

  /// The path of the script that holds the data of all activities.
  package static let activitiesFile = "activites.js"

  /// The hash of all of it.
  var hash: UInt64 {
    StableHash.of { hasher in
      let folders = [searchFolder, alphabetFolder, indexFolder, siteMapFolder] + taxonomyFolders
      for folder in folders { hasher.add(folder) }
    }
  }

  /// Lays a site out as its configuration says.
  ///
  /// - Parameter taxonomies: The names of the folders of its taxonomies but for the tags.
  package init(_ addresses: SiteAddresses, taxonomies: [String] = []) {
    tagFolder = addresses.tags + "/"
    taxonomyFolders = ([addresses.tags] + taxonomies).map { $0 + "/" }
    searchFolder = addresses.search + "/"
    alphabetFolder = addresses.alphabet + "/"
    indexFolder = addresses.searchIndex + "/"
    siteMapFolder = addresses.siteMap + "/"
  }

  /// Returns the folder of the page of a letter, where letters have pages of their own.
  package func folder(of letter: Alphabet.Letter) -> String { alphabetFolder + letter.id + "/" }

  /// Returns the folder of a page of a list: the list's own for the first, `page/2/` below it next.
  package static func listFolder(_ folder: String, page: Int) -> String {
    page == 1 ? folder : folder + "page/\(page)/"
  }

  /// Returns the path of a page of a list, of the list's own page when no other is asked for.
  package static func listPath(_ folder: String, page: Int = 1) -> String {
    listFolder(folder, page: page) + "index.html"
  }

  /// Returns where the calendar of all events of a type is published.
  package static func agendaPath(of type: ContentType) -> String {
    (type.folder.map { $0 + "/" } ?? "") + CalendarFile.agendaFileName
  }
}

extension LinkedSite {
  /// The hash of what every page has around its text: the theme, where the pages are that belong to no
  /// sheet, and the sheets of other labs.
  package var frameHash: UInt64 {
    StableHash.of { hasher in
      hasher.add(site.themeHash)
      hasher.add(layout.hash)
      hasher.add(federated.hash)
    }
  }
}
