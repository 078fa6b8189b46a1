import ByteCoding
public import Calendars
public import Diagnostics
public import TextEncoding

/// A page of the commons as its writer wrote it: its data, checked, and its body in Markdown.
///
/// A class, as sheets are handed around by the thousand and never change.
public final class Sheet: Sendable {
  /// The sheet in references: its path below the content folder without extension, a folder's own
  /// page being the folder; empty for the home page.
  public let id: String
  /// The file, relative to the source folder.
  public let path: String
  /// Whether the sheet is the own page of its folder.
  public let isIndex: Bool
  /// What it may hold.
  public let type: ContentType
  /// The title as written.
  public let title: String
  /// The line of the file, from 1, of the heading of its text that gives the title; nil when none does.
  public let titleLine: Int?
  /// What the title sorts by in lists.
  public let sortingKey: SortingKey
  /// A sentence for lists and search results.
  public let summary: String?
  /// When it was first published.
  public let date: CalendarDate?
  /// When it was last changed.
  public let updated: CalendarDate?
  /// Its tags as written.
  public let tags: [String]
  /// Whether it is published only when drafts are asked for.
  public let isDraft: Bool
  /// What other tools would make of it: when it is published, and for whom.
  public let publication: Publication
  /// Who wrote it.
  public let authors: [String]
  /// The terms of its reuse; those of the site when none.
  public let licence: Licence?
  /// Its language; that of the site when none.
  public let language: String?
  /// The language that its file is named after, which its address starts with where the site has
  /// another.
  public let namedLanguage: String?
  /// What it translates.
  public let original: Sheet?
  /// Whether a part of it is in the language of its original.
  public let isPartlyTranslated: Bool
  /// Whether its writer waits for somebody to read it again.
  public let awaitsReview: Bool
  /// Whether it is in no list, menu, feed, index or view: its address and links alone lead to it.
  public let isUnlisted: Bool
  /// Whether search engines of the web are asked not to show its page.
  public let isNotIndexed: Bool
  /// The last part of its address; the file's name when none.
  public let slug: String?
  /// Addresses that lead to it, relative to the root of the site.
  public let aliases: [Alias]
  /// Its picture.
  public let image: FieldValue?
  /// What the picture shows, for who does not see it; nil when it only decorates.
  public let imageAlternative: String?
  /// Its rank in lists, the lightest first.
  public let weight: Int?
  /// How many sheets a page of the list of its folder shows; that of the site when none.
  public let pageSize: Int?
  /// What its page shows below its text.
  public let views: [PlacedView]
  /// Whether its texts link to the glossary of the site.
  public let linksToGlossary: Bool
  /// The values of the fields and relations that its type declares.
  public let fields: [String: FieldValue]
  private let places: Deferred<[String: SourceLocation]>
  private let text: SheetBody

  init(
    name: SheetName, path: String, type: ContentType, title: String, titleLine: Int?,
    isDraft: Bool, publication: Publication, slug: String?, aliases: [Alias],
    views: [PlacedView],
    fields: [String: FieldValue],
    locations: Deferred<[String: SourceLocation]>, body: SheetBody,
    original: Sheet?, sortingKey: (_ language: String?) -> SortingKey
  ) {
    let values = CoreValues(type: type, fields: fields)
    id = name.id
    self.path = path
    isIndex = name.isIndex
    self.type = type
    self.title = title
    self.titleLine = titleLine
    namedLanguage = name.language
    language = name.language ?? values.text("lang")
    self.sortingKey = sortingKey(language)
    summary = values.text("summary").map(InlineText.words(ofTitle:))
    date = values.date("date", ["datePublished", "dateCreated"]) ?? name.date
    updated = values.date("updated", ["dateModified"])
    tags = values.texts("tags")
    self.isDraft = isDraft || publication.isDraft
    self.publication = publication
    authors = values.texts("authors")
    licence = values.licence
    self.slug = slug
    self.aliases = aliases
    self.views = views
    image = values["image"]
    imageAlternative = values.text("image_alt")
    weight = values.weight
    pageSize = values.pageSize
    linksToGlossary = values["glossary"] != .boolean(false)
    self.fields = fields
    places = locations
    text = body
    self.original = original
    awaitsReview = values["to_review"] == .boolean(true)
    let isUnlisted =
      values["unlisted"] == .boolean(true) || publication.isUnlisted
      || original?.isUnlisted == true
    self.isUnlisted = isUnlisted
    isNotIndexed =
      isUnlisted || values["noindex"] == .boolean(true) || publication.isNotIndexed
      || original?.isNotIndexed == true
    isPartlyTranslated =
      original.map { original in
        (body.isBlank && !original.isBlank)
          || fields.values.contains(where: \.holdsUntranslatedText)
      } ?? false
  }

  /// Where values are written, by key.
  public var locations: [String: SourceLocation] { places.value }

  /// The Markdown below the front matter; of a sheet that was kept, it is read from its file.
  public var body: [UInt8] { text.bytes }

  /// The line of the file on which the body starts, from 1.
  public var bodyFirstLine: Int { text.firstLine }

  /// Whether there is no text below the front matter.
  public var isBlank: Bool { text.isBlank }

  /// The text to show: that of the original when a translation leaves it out.
  public var shownBody: Sheet {
    guard let original, isBlank else { return self }
    return original
  }

  /// An address that leads to a sheet.
  public struct Alias: Sendable, Hashable {
    /// The address, relative to the root of the site, without `/` at its start.
    public let path: String
    /// What follows `?` in the address, as a wiki writes its pages, decoded; nil for a plain path.
    public var query: String?
    /// Where it is written.
    public let location: SourceLocation
    /// Whether another tool published the sheet there: links lead to it, and nothing is made there.
    public var isOfOtherTool = false

    /// Whether a page is published there, which leads to the sheet.
    public var isPage: Bool { query == nil && !isOfOtherTool }

    /// The address as people read it.
    public var text: String { path + (query.map { "?\($0)" } ?? "") }

    init(path: String, query: String? = nil, location: SourceLocation, isOfOtherTool: Bool = false)
    {
      self.path = path
      self.query = query
      self.location = location
      self.isOfOtherTool = isOfOtherTool
    }
  }

  /// The folder that the sheet is in, as the id of its own page; a folder's own page is in the
  /// folder above.
  public var folder: String {
    guard let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(id[..<slash])
  }

  /// The day that lists and feeds sort by: the last change, or else the publication.
  public var latestDate: CalendarDate? {
    guard let date, let updated else { return updated ?? date }
    return max(date, updated)
  }

  /// Whether its original has changed since it was translated.
  public var isOutdated: Bool {
    guard let day = latestDate, let latest = original?.latestDate else { return false }
    return day < latest
  }

  /// Where a value is written; the file when the sheet does not give it.
  public func location(of key: String) -> SourceLocation {
    locations[key] ?? SourceLocation(path: path)
  }
}
