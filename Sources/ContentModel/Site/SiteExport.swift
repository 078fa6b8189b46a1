/// A form in which the whole catalogue is published besides `commons.json`, where the site asks for it.
public enum SiteExport: String, Sendable, Hashable, CaseIterable {
  /// A table for spreadsheets.
  case csv
  /// A description for catalogues of open data (DCAT).
  case dcat
  /// The JSON Schema of `commons.json`.
  case schema
  /// References for LaTeX.
  case bibtex
  /// References for word processors (CSL-JSON).
  case csl
  /// How to cite the site as a whole.
  case citation
  /// What the site is, for catalogues of public software (publiccode.yml).
  case publiccode
  /// The sheets for harvesters of libraries (OAI-PMH static repository).
  case oai

  /// The name of the file, at the site's root.
  public var fileName: String {
    switch self {
    case .csv: "catalogue.csv"
    case .dcat: "catalogue.jsonld"
    case .schema: "commons.schema.json"
    case .bibtex: "references.bib"
    case .csl: "references.csl.json"
    case .citation: "CITATION.cff"
    case .publiccode: "publiccode.yml"
    case .oai: "oai.xml"
    }
  }
}
