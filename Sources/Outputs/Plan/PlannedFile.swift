package import ContentModel
package import SiteLoading

/// A file to publish: where, and what it is made from.
package struct PlannedFile: Sendable {
  /// What a file is made from; nothing else goes into it but the configuration and the theme.
  package enum Content: Sendable {
    /// The page of a sheet, and of a page of the list of its folder when it is the folder's own.
    case sheet(Int, page: Int)
    /// The page of a folder that has no page of its own.
    case section(String, page: Int)
    /// The home page of a language that has none of its own.
    case languageHome(String, page: Int)
    case tags
    case tag(Int, page: Int)
    case search
    /// The alphabetical list; of one letter, by its place, when each has a page of its own.
    case alphabet(letter: Int?)
    case siteMap
    case notFound
    /// The source of a sheet.
    case source(Int)
    /// The data of a sheet.
    case data(Int)
    /// A page that leads to a sheet from a former address.
    case redirect(Int)
    case attachment(SourceFolder.File)
    /// The image that stands for a sheet where its address is shared.
    case socialImage(Int)
    /// A file that stands for a picture of the content.
    case picture(PictureFile)
    case asset(Int)
    case feed(folder: String, FeedFormat)
    /// The calendar file of the event of a sheet.
    case event(Int)
    /// The calendar file of all events of a type.
    case agenda(ContentType)

    /// Whether a template makes it.
    package var isPage: Bool {
      switch self {
      case .sheet, .section, .languageHome, .tags, .tag, .search, .alphabet, .siteMap, .notFound:
        true
      case .source, .data, .redirect, .attachment, .socialImage, .picture, .asset, .feed, .event,
        .agenda:
        false
      }
    }

    /// The sheet that it is the page of.
    package var sheet: Int? { if case .sheet(let index, _) = self { index } else { nil } }
  }

  /// Which kind of file it is, for traces.
  package var kind: Int {
    switch content {
    case .sheet: 0
    case .section: 1
    case .languageHome: 2
    case .tags: 3
    case .tag: 4
    case .search: 5
    case .alphabet: 6
    case .siteMap: 7
    case .notFound: 8
    case .source: 9
    case .data: 10
    case .redirect: 11
    case .attachment: 12
    case .socialImage: 13
    case .picture: 14
    case .asset: 15
    case .feed: 16
    case .event: 17
    case .agenda: 18
    }
  }

  package enum FeedFormat: Sendable {
    case atom
    case json
  }

  package let path: String
  package let content: Content
  /// The source file that asks for it, for messages.
  package let origin: String
}
