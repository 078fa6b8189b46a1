import TextEncoding
/// The catalogue of a commons for programs and other labs, published as `commons.json`.
///
/// It is one JSON object: `format` (1, raised when a reader of the older form would be wrong),
/// `title`, `summary`, `lang`, `publisher` where one is named, `licence`, `base_url` (`null` when
/// unknown), `generator`, `pictures` and `links` where there are some, and `sheets`, one a line.
public struct CatalogueFile: Sendable {
  /// The name of the file, at the site's root.
  public static let fileName = "commons.json"

  /// The site's title.
  public var title: String
  /// One sentence about the site; may be empty.
  public var summary: String
  /// The site's language (BCP 47).
  public var language: String
  /// Who publishes the site, and signs the sheets that name no author; nil where it is its title.
  public var publisher: String?
  /// The licence of the sheets that name none (SPDX identifier).
  public var licence: String?
  /// Where the site is published, when that is known.
  public var baseURL: BaseURL?
  /// The program that wrote the catalogue.
  public var generator: String
  /// The published files of pictures, from the site's root, by their paths below the content folder.
  public var pictures: [(path: String, file: String)] = []

  /// The sheets that those of an archive lead to, and that it does not hold.
  public var links: [LinkedEntry] = []

  /// A sheet that others lead to.
  public struct LinkedEntry: Sendable {
    /// Its identifier.
    public let id: String
    /// Its title, as plain text.
    public let title: String
    /// Its page, as a path from the site's root, percent-encoded.
    public let path: String
    /// Its file below the content folder, when it is not its id and `.md`.
    public let file: String?

    /// Creates an entry.
    public init(id: String, title: String, path: String, file: String? = nil) {
      self.id = id
      self.title = title
      self.path = path
      self.file = file
    }
  }

  /// Creates the catalogue of a site.
  public init(
    title: String, summary: String = "", language: String, publisher: String? = nil,
    licence: String? = nil, baseURL: BaseURL? = nil, generator: String = "Archipel"
  ) {
    self.title = title
    self.summary = summary
    self.language = language
    self.publisher = publisher
    self.licence = licence
    self.baseURL = baseURL
    self.generator = generator
  }

  /// Returns the catalogue of these sheets, in this order, as JSON in UTF-8.
  ///
  /// - Complexity: O(*n*) in the length of the result; holds one sheet at a time beside it.
  public func encoded(_ sheets: some Sequence<CatalogueEntry>) -> [UInt8] {
    encoded(fragments: sheets.lazy.map { $0.encoded(baseURL: baseURL) })
  }

  /// Returns the catalogue of sheets that are encoded already, each compact and for the folder of
  /// the catalogue, so that threads can share the work.
  public func encoded(fragments: some Sequence<some Collection<UInt8>>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1024 * (1 + fragments.underestimatedCount))
    bytes.append(contentsOf: heading)
    bytes.append("\"sheets\":[")
    var separator: StaticString = "\n"
    for fragment in fragments {
      bytes.append(separator)
      bytes.append(contentsOf: fragment)
      separator = ",\n"
    }
    bytes.append("\n]}\n")
    return bytes
  }

  /// Returns the fragments of an encoded catalogue; nil when it is not one.
  public static func fragments(of bytes: [UInt8]) -> [ArraySlice<UInt8>]? {
    let newline = UInt8(ascii: "\n")
    let lines = bytes.split(separator: newline, omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.elementsEqual("\"sheets\":[".utf8) }),
      let end = lines.lastIndex(where: { $0.elementsEqual("]}".utf8) }), start < end
    else { return nil }
    return lines[(start + 1)..<end].map { $0.last == UInt8(ascii: ",") ? $0.dropLast() : $0 }
  }

  /// The members of the object before its sheets, with the comma that follows them.
  private var heading: [UInt8] {
    var members: [JSONMember] = [
      JSONMember("format", 1),
      JSONMember("title", .string(title)),
      JSONMember("summary", .string(summary)),
      JSONMember("lang", .string(language)),
    ]
    if let publisher { members.append(JSONMember("publisher", .string(publisher))) }
    members += [
      JSONMember("licence", licence.map { .string($0) } ?? .null),
      JSONMember("base_url", baseURL.map { .string($0.text) } ?? .null),
      JSONMember("generator", .string(generator)),
    ]
    if !pictures.isEmpty {
      let files = pictures.map { JSONMember($0.path, .string($0.file)) }
      members.append(JSONMember("pictures", .object(files)))
    }
    if !links.isEmpty {
      let address = SiteAddress(baseURL: baseURL, folder: "")
      let entries = links.map { link -> JSONValue in
        let members: [JSONMember] = [
          JSONMember("id", .string(link.id)), JSONMember("title", .string(link.title)),
          JSONMember("url", .string(address.reference(to: link.path))),
        ]
        return .object(members + (link.file.map { [JSONMember("file", .string($0))] } ?? []))
      }
      members.append(JSONMember("links", .array(entries)))
    }
    return JSONValue.object(members).encoded().dropLast() + [UInt8(ascii: ","), UInt8(ascii: "\n")]
  }
}
