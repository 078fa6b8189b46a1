import TextEncoding

/// The site as catalogues of open data harvest it: DCAT in JSON-LD, one dataset with its distributions.
///
/// Source: W3C, Data Catalog Vocabulary 3; DCAT-AP 3.0; what data.gouv.fr says of harvesting.
public struct DataCatalogue: Sendable {
  /// A form in which the dataset is published.
  public struct Distribution: Sendable {
    /// The file, from the site's root.
    public let path: String
    /// What it is, for people.
    public let title: String
    /// Its media type, as in `text/csv`.
    public let mediaType: String
    /// Its usual name, as in `CSV`.
    public let format: String

    /// Creates a distribution.
    public init(path: String, title: String, mediaType: String, format: String) {
      self.path = path
      self.title = title
      self.mediaType = mediaType
      self.format = format
    }
  }

  /// The site's title.
  public var title: String
  /// What the dataset holds, in a sentence or two.
  public var summary: String
  /// The site's language (BCP 47).
  public var language: String
  /// Who publishes it.
  public var publisher: String
  /// The address of the licence.
  public var licenceURL: String?
  /// What it is about.
  public var keywords: [String]
  /// When something of it last changed.
  public var modified: Timestamp?
  /// The forms in which it is published.
  public var distributions: [Distribution]

  /// Creates the description of a site.
  public init(
    title: String, summary: String, language: String, publisher: String, licenceURL: String?,
    keywords: [String], modified: Timestamp?, distributions: [Distribution]
  ) {
    self.title = title
    self.summary = summary
    self.language = language
    self.publisher = publisher
    self.licenceURL = licenceURL
    self.keywords = keywords
    self.modified = modified
    self.distributions = distributions
  }

  /// Returns the description, in UTF-8.
  public func encoded(baseURL: BaseURL) -> [UInt8] {
    let home = baseURL.url(of: "")
    let file = baseURL.url(of: "catalogue.jsonld")
    let publisherID: JSONValue = ["@id": .string(home + "#editeur")]
    let dataset: JSONValue = ["@id": .string(file + "#jeu")]
    func said(_ text: String) -> JSONValue {
      ["@value": .string(text), "@language": .string(language)]
    }
    let described = summary.isEmpty ? title : summary
    var members = [
      JSONMember("@id", .string(file + "#jeu")), JSONMember("@type", "dcat:Dataset"),
      JSONMember("dct:identifier", .string(file + "#jeu")), JSONMember("dct:title", said(title)),
      JSONMember("dct:description", said(described)), JSONMember("dct:publisher", publisherID),
      JSONMember("dcat:landingPage", ["@id": .string(home)]),
    ]
    if let licenceURL { members.append(JSONMember("dct:license", ["@id": .string(licenceURL)])) }
    if !keywords.isEmpty { members.append(JSONMember("dcat:keyword", .array(keywords.map(said)))) }
    if let modified {
      members.append(
        JSONMember(
          "dct:modified",
          ["@value": .string(modified.shortest), "@type": "xsd:date"]))
    }
    members.append(
      JSONMember(
        "dcat:distribution",
        .array(distributions.map { ["@id": .string(file + "#" + $0.path)] })))
    let catalogue: JSONValue = [
      "@id": .string(file), "@type": "dcat:Catalog", "dct:title": said(title),
      "dct:description": said(described), "dct:publisher": publisherID,
      "foaf:homepage": ["@id": .string(home)], "dcat:dataset": dataset,
    ]
    let agent: JSONValue = [
      "@id": .string(home + "#editeur"), "@type": "foaf:Organization",
      "foaf:name": .string(publisher),
    ]
    let forms = distributions.map { form -> JSONValue in
      let address: JSONValue = ["@id": .string(baseURL.url(of: form.path))]
      var members = [
        JSONMember("@id", .string(file + "#" + form.path)),
        JSONMember("@type", "dcat:Distribution"), JSONMember("dct:title", said(form.title)),
        JSONMember("dcat:accessURL", address), JSONMember("dcat:downloadURL", address),
        JSONMember(
          "dcat:mediaType",
          [
            "@id": .string(
              "https://www.iana.org/assignments/media-types/" + form.mediaType)
          ]), JSONMember("dct:format", .string(form.format)),
      ]
      if let licenceURL { members.append(JSONMember("dct:license", ["@id": .string(licenceURL)])) }
      return .object(members)
    }
    let graph: JSONValue = [
      "@context": [
        "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/", "xsd": "http://www.w3.org/2001/XMLSchema#",
      ],
      "@graph": .array([catalogue, .object(members), agent] + forms),
    ]
    return graph.encoded(as: .indented) + [UInt8(ascii: "\n")]
  }
}
