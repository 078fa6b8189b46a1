public import TextEncoding

/// What a page says of its subject to programs: JSON-LD in the words of schema.org.
public struct LinkedData: Sendable, Hashable {
  /// The types of schema.org, as in `HowTo`.
  public var types: [String]
  /// The page's absolute URL, when the site knows its base URL.
  public var url: String?
  /// The title.
  public var name: String
  /// The summary; may be empty.
  public var summary: String
  /// The language (BCP 47).
  public var language: String
  /// The address of the licence.
  public var licenceURL: String?
  /// The line that credits the sheet; nil where none is asked for.
  public var credit: String?
  /// The names of the authors.
  ///
  /// Sheets do not say who is a person and who an organisation, and neither does the result.
  public var authors: [String]
  /// The tags.
  public var tags: [String]
  /// When the sheet was first published.
  public var published: Timestamp?
  /// When the sheet last changed.
  public var modified: Timestamp?
  /// What the content type maps to schema.org; one of these wins over a value above with its name.
  public var properties: [JSONMember]

  /// Creates the description of a sheet.
  public init(
    types: [String], url: String?, name: String, summary: String = "", language: String,
    licenceURL: String? = nil, authors: [String] = [], tags: [String] = [],
    published: Timestamp? = nil, modified: Timestamp? = nil, properties: [JSONMember] = []
  ) {
    self.types = types
    self.url = url
    self.name = name
    self.summary = summary
    self.language = language
    self.licenceURL = licenceURL
    self.authors = authors
    self.tags = tags
    self.published = published
    self.modified = modified
    self.properties = properties
  }

  /// Returns the description as JSON in UTF-8, safe in a `script` of type `application/ld+json`.
  public func encoded(as layout: JSONLayout = .compact) -> [UInt8] {
    let mapped = Set(properties.map(\.key))
    var writer = JSONWriter(layout: layout, capacity: 1024)
    writer.beginObject()
    writer.write("@context", "https://schema.org")
    if types.count == 1, let type = types.first {
      writer.write("@type", type)
    } else {
      writer.write("@type", .strings(types))
    }
    for member in coreMembers where !mapped.contains(member.key) {
      writer.write(member.key, member.value)
    }
    for member in properties {
      writer.write(member.key, member.value)
    }
    writer.endObject()
    return writer.finish()
  }

  private var coreMembers: [JSONMember] {
    var members: [JSONMember] = []
    func add(_ key: String, _ text: String?) {
      if let text, !text.isEmpty { members.append(JSONMember(key, .string(text))) }
    }
    add("@id", url)
    add("url", url)
    add("name", name)
    add("description", summary)
    add("inLanguage", language)
    add("license", licenceURL)
    add("creditText", credit)
    if !authors.isEmpty {
      members.append(JSONMember("author", .array(authors.map { ["name": .string($0)] })))
    }
    if !tags.isEmpty { members.append(JSONMember("keywords", .strings(tags))) }
    add("datePublished", published?.shortest)
    add("dateModified", modified?.shortest)
    return members
  }
}
