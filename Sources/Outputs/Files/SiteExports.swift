import ContentModel
import Formats
import SiteGraph
import SiteLoading
import Theming

/// Makes the forms of the catalogue that a site asks for.
struct SiteExports {
  let context: PageContext

  private var configuration: SiteConfiguration { context.commons.declared.configuration }
  private var publisher: String { configuration.publisher ?? configuration.title }

  /// Returns the files that the site asks for, in their order; none where it asks for none.
  var files: [PublishedFile] {
    SiteExport.allCases.filter(configuration.exports.contains).compactMap { export in
      bytes(of: export).map { PublishedFile(path: export.fileName, bytes: $0) }
    }
  }

  /// Returns a file; nil where the site does not say what the file must hold, which is reported
  /// (``SitePlan/reportExports(_:_:)``), or does not know its address.
  private func bytes(of export: SiteExport) -> [UInt8]? {
    switch export {
    case .csv: table
    case .dcat: context.baseURL.map(dataCatalogue)
    case .schema: CatalogueSchema.encoded()
    case .bibtex:
      Bibliography.bibTeX(originals, publisher: publisher, baseURL: context.baseURL)
    case .csl:
      Bibliography.csl(
        originals, publisher: publisher, site: configuration.title, baseURL: context.baseURL)
    case .citation: citation
    case .publiccode: publicCode
    case .oai: staticRepository
    }
  }

  /// The sheets but for their translations.
  private var originals: some Sequence<CatalogueEntry> {
    let (catalogue, sheets) = (SiteCatalogue(context), context.commons.sheets)
    return sheets.indices.lazy.filter {
      sheets[$0].original == nil && !sheets[$0].isUnlisted
    }.map { catalogue.entry($0) }
  }

  private var table: [UInt8] {
    var table = CatalogueTable(columns: [
      "id", "type", "titre", "resume", "adresse", "langue", "licence", "auteurs", "etiquettes",
      "publie_le", "mis_a_jour",
    ])
    for sheet in originals {
      table.add([
        sheet.id, sheet.type, sheet.title, sheet.summary,
        context.baseURL?.url(of: sheet.path) ?? sheet.path, sheet.language, sheet.licence ?? "",
        sheet.authors.joined(separator: ", "), sheet.tags.joined(separator: ", "),
        sheet.published?.shortest ?? "", sheet.updated?.shortest ?? "",
      ])
    }
    return table.encoded
  }

  private func dataCatalogue(_ baseURL: BaseURL) -> [UInt8] {
    var forms = [
      DataCatalogue.Distribution(
        path: CatalogueFile.fileName, title: "Catalogue", mediaType: "application/json",
        format: "JSON")
    ]
    if configuration.exports.contains(.csv) {
      forms.append(
        DataCatalogue.Distribution(
          path: SiteExport.csv.fileName, title: "Catalogue", mediaType: "text/csv", format: "CSV"))
    }
    let commons = context.commons
    let last = commons.sheets.indices.filter { !commons.sheets[$0].isUnlisted }
      .compactMap { commons.lastChange(of: $0) }.max()
    let tags = commons.tags.indices.sorted {
      (-commons.tags[$0].sheets.count, commons.tags[$0].key)
        < (-commons.tags[$1].sheets.count, commons.tags[$1].key)
    }
    return DataCatalogue(
      title: configuration.title, summary: configuration.tagline ?? "",
      language: configuration.language, publisher: publisher,
      licenceURL: configuration.licence?.canonicalURL,
      keywords: tags.prefix(20).map { commons.tags[$0].label }, modified: Timestamp(last),
      distributions: forms
    ).encoded(baseURL: baseURL)
  }

  private var staticRepository: [UInt8]? {
    guard let baseURL = context.baseURL, let contact = configuration.contact else { return nil }
    let sheets = Array(originals)
    let licences = Set(sheets.compactMap(\.licence)).compactMap { Licence(id: $0) }
    return StaticRepository(
      title: configuration.title, publisher: publisher, contact: contact, baseURL: baseURL,
      licenceURLs: Dictionary(licences.map { ($0.id, $0.canonicalURL) }) { first, _ in first }
    ).encoded(sheets)
  }

  /// What the site is, in publiccode.yml 0.4.0: a string of JSON is one of YAML.
  private var publicCode: [UInt8]? {
    guard let forge = configuration.forge else { return nil }
    let words = context.commons.theme.words(for: configuration.language)
    // What nobody allows is not promised.
    var rights: String {
      guard let licence = configuration.licence else { return "publiccode_lire" }
      return licence.rule(againstAdaptingInto: licence) == nil
        ? "publiccode_adapter" : "publiccode_copier"
    }
    func text(_ key: String) -> String {
      words.text(
        key,
        [
          "titre": configuration.title, "editeur": publisher,
          "fiches": String(
            context.commons.sheets.count { $0.original == nil && !$0.isUnlisted }),
          "droits": words.text(rights),
        ])
    }
    let short = configuration.tagline ?? configuration.title
    let description: [JSONMember] = [
      JSONMember("localisedName", .string(configuration.title)),
      JSONMember("shortDescription", .string(String(short.prefix(150)))),
      JSONMember("longDescription", .string(text("publiccode_description"))),
      JSONMember("features", .strings(words.list("publiccode_fonctions"))),
    ]
    let languages = context.commons.translations.languages
    var members: [JSONMember] = [
      JSONMember("publiccodeYmlVersion", "0.4"), JSONMember("name", .string(configuration.title)),
      JSONMember("url", .string(forge.root + "/" + forge.repository)),
    ]
    if let baseURL = context.baseURL {
      members.append(JSONMember("landingURL", .string(baseURL.url(of: ""))))
    }
    members += [
      JSONMember("platforms", ["web"]), JSONMember("categories", ["knowledge-management"]),
      JSONMember("developmentStatus", "stable"), JSONMember("softwareType", "standalone/web"),
      JSONMember(
        "description", .object([JSONMember(configuration.language, .object(description))])),
      JSONMember(
        "legal",
        .object(
          (configuration.licence.map { [JSONMember("license", .string($0.id))] } ?? [])
            + [JSONMember("mainCopyrightOwner", .string(publisher))])),
      JSONMember(
        "maintenance",
        ["type": "internal", "contacts": .array([["name": .string(publisher)]])]),
      JSONMember(
        "localisation",
        [
          "localisationReady": true,
          "availableLanguages": .strings(languages.isEmpty ? [configuration.language] : languages),
        ]),
    ]
    return members.flatMap { member in
      Array("\(member.key): ".utf8) + member.value.encoded() + [UInt8(ascii: "\n")]
    }
  }

  /// How to cite the site, in the Citation File Format 1.2.0: a string of JSON is one of YAML.
  private var citation: [UInt8] {
    func quoted(_ text: String) -> String {
      String(decoding: JSONValue.string(text).encoded(), as: UTF8.self)
    }
    var lines = [
      "cff-version: 1.2.0", "type: dataset", "message: \(quoted(configuration.title))",
      "title: \(quoted(configuration.title))", "authors:", "  - name: \(quoted(publisher))",
    ]
    if let tagline = configuration.tagline { lines.append("abstract: \(quoted(tagline))") }
    if let licence = configuration.licence { lines.append("license: \(quoted(licence.id))") }
    if let baseURL = context.baseURL { lines.append("url: \(quoted(baseURL.url(of: "")))") }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
