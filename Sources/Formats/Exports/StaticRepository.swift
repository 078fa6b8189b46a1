import Calendars
import TextEncoding

/// The site as harvesters of libraries read it: an OAI-PMH static repository, its sheets in Dublin Core.
///
/// Source: Open Archives Initiative, Specification for an OAI Static Repository, 2.0.
public struct StaticRepository: Sendable {
  /// The name of the file, at the site's root.
  public static let fileName = "oai.xml"

  /// The site's title.
  public var title: String
  /// Who publishes it.
  public var publisher: String
  /// An address that whoever runs a harvester may write to.
  public var contact: String
  /// Where the site is published.
  public var baseURL: BaseURL
  /// The addresses of licences, by their identifiers.
  public var licenceURLs: [String: String]

  /// Creates the repository of a site.
  public init(
    title: String, publisher: String, contact: String, baseURL: BaseURL,
    licenceURLs: [String: String] = [:]
  ) {
    self.title = title
    self.publisher = publisher
    self.contact = contact
    self.baseURL = baseURL
    self.licenceURLs = licenceURLs
  }

  private static let schema = "http://www.openarchives.org/OAI/2.0"

  /// Returns the repository of some sheets, in their order, in UTF-8; a sheet without a day bears the
  /// earliest of the others.
  public func encoded(_ sheets: some Collection<CatalogueEntry>) -> [UInt8] {
    let days = sheets.lazy.compactMap { ($0.updated ?? $0.published)?.date.description }
    let earliest = days.min() ?? Timestamp.epoch.date.description
    var bytes: [UInt8] = []
    bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Repository")
    bytes.append(attribute: "xmlns", Self.schema + "/static-repository")
    bytes.append(attribute: "xmlns:oai", Self.schema + "/")
    bytes.append(attribute: "xmlns:oai_dc", Self.schema + "/oai_dc/")
    bytes.append(attribute: "xmlns:dc", "http://purl.org/dc/elements/1.1/")
    bytes.append(attribute: "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
    bytes.append(
      attribute: "xsi:schemaLocation",
      "\(Self.schema)/static-repository \(Self.schema)/static-repository.xsd")
    bytes.append(">\n<Identify>\n")
    bytes.append(element: "oai:repositoryName", title)
    bytes.append(element: "oai:baseURL", baseURL.url(of: Self.fileName))
    bytes.append(element: "oai:protocolVersion", "2.0")
    bytes.append(element: "oai:adminEmail", contact)
    bytes.append(element: "oai:earliestDatestamp", earliest)
    bytes.append(element: "oai:deletedRecord", "no")
    bytes.append(element: "oai:granularity", "YYYY-MM-DD")
    bytes.append("</Identify>\n<ListMetadataFormats>\n<oai:metadataFormat>\n")
    bytes.append(element: "oai:metadataPrefix", "oai_dc")
    bytes.append(element: "oai:schema", Self.schema + "/oai_dc.xsd")
    bytes.append(element: "oai:metadataNamespace", Self.schema + "/oai_dc/")
    bytes.append("</oai:metadataFormat>\n</ListMetadataFormats>\n")
    bytes.append("<ListRecords metadataPrefix=\"oai_dc\">\n")
    for sheet in sheets { append(sheet, earliest: earliest, to: &bytes) }
    bytes.append("</ListRecords>\n</Repository>\n")
    return bytes
  }

  private func append(_ sheet: CatalogueEntry, earliest: String, to bytes: inout [UInt8]) {
    let address = baseURL.url(of: sheet.path)
    let day = (sheet.updated ?? sheet.published)?.date.description
    bytes.append("<oai:record>\n<oai:header>\n")
    bytes.append(element: "oai:identifier", address)
    bytes.append(element: "oai:datestamp", day ?? earliest)
    bytes.append("</oai:header>\n<oai:metadata>\n<oai_dc:dc")
    bytes.append(
      attribute: "xsi:schemaLocation", "\(Self.schema)/oai_dc/ \(Self.schema)/oai_dc.xsd")
    bytes.append(">\n")
    bytes.append(element: "dc:title", sheet.title)
    for author in sheet.authors.isEmpty ? [publisher] : sheet.authors {
      bytes.append(element: "dc:creator", author)
    }
    for tag in sheet.tags { bytes.append(element: "dc:subject", tag) }
    if !sheet.summary.isEmpty { bytes.append(element: "dc:description", sheet.summary) }
    bytes.append(element: "dc:publisher", publisher)
    if let day { bytes.append(element: "dc:date", day) }
    bytes.append(element: "dc:type", "Text")
    bytes.append(element: "dc:format", "text/html")
    bytes.append(element: "dc:identifier", address)
    if let origin = sheet.origin { bytes.append(element: "dc:source", origin.url) }
    bytes.append(element: "dc:language", sheet.language)
    if let licence = sheet.licence {
      bytes.append(element: "dc:rights", licenceURLs[licence] ?? licence)
    }
    bytes.append("</oai_dc:dc>\n</oai:metadata>\n</oai:record>\n")
  }
}
