import Calendars
import TextEncoding

/// Sheets as references: BibTeX, and CSL-JSON 1.0.
public enum Bibliography {
  /// Returns the references in BibTeX, as pages of the web (`@misc`).
  ///
  /// - Parameter publisher: The author of sheets without authors.
  public static func bibTeX(
    _ sheets: some Sequence<CatalogueEntry>, publisher: String, baseURL: BaseURL?
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    var keys: Set<String> = []
    for sheet in sheets {
      var key = sheet.id.isEmpty ? "accueil" : String(sheet.id.map { $0 == "/" ? ":" : $0 })
      key = String(key.unicodeScalars.map { isPlain($0) ? Character($0) : "-" })
      while !keys.insert(key).inserted { key += "-" }
      let authors = sheet.authors.isEmpty ? [publisher] : sheet.authors
      var fields = [
        ("title", "{\(escaped(sheet.title))}"),
        ("author", authors.map { "{\(escaped($0))}" }.joined(separator: " and ")),
      ]
      if let day = sheet.updated ?? sheet.published {
        fields.append(("year", String(day.date.year)))
      }
      if let baseURL { fields.append(("url", baseURL.url(of: sheet.path))) }
      fields.append(("language", escaped(sheet.language)))
      if let licence = sheet.licence { fields.append(("note", escaped(licence))) }
      if !sheet.summary.isEmpty { fields.append(("abstract", escaped(sheet.summary))) }
      bytes += "@misc{\(key),\n".utf8
      for (name, value) in fields { bytes += "  \(name) = {\(value)},\n".utf8 }
      bytes += "}\n\n".utf8
    }
    return bytes
  }

  /// Returns the references in CSL-JSON, as pages of the web.
  public static func csl(
    _ sheets: some Sequence<CatalogueEntry>, publisher: String, site: String, baseURL: BaseURL?
  ) -> [UInt8] {
    let references = sheets.map { sheet -> JSONValue in
      let authors = sheet.authors.isEmpty ? [publisher] : sheet.authors
      var members = [
        JSONMember("id", .string(sheet.id.isEmpty ? "accueil" : sheet.id)),
        JSONMember("type", "webpage"), JSONMember("title", .string(sheet.title)),
        JSONMember("author", .array(authors.map { ["literal": .string($0)] })),
        JSONMember("container-title", .string(site)), JSONMember("publisher", .string(publisher)),
        JSONMember("language", .string(sheet.language)),
      ]
      if let day = sheet.updated ?? sheet.published {
        let parts = [day.date.year, day.date.month, day.date.day].map { JSONValue.integer($0) }
        members.append(JSONMember("issued", ["date-parts": .array([.array(parts)])]))
      }
      if let baseURL { members.append(JSONMember("URL", .string(baseURL.url(of: sheet.path)))) }
      if !sheet.summary.isEmpty { members.append(JSONMember("abstract", .string(sheet.summary))) }
      if let licence = sheet.licence { members.append(JSONMember("note", .string(licence))) }
      return .object(members)
    }
    return JSONValue.array(references).encoded(as: .indented) + [UInt8(ascii: "\n")]
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      || "-_:.".unicodeScalars.contains(scalar)
  }

  /// Writes what TeX would read as its own.
  private static func escaped(_ text: String) -> String {
    text.map { sign -> String in
      switch sign {
      case "\\": "{\\textbackslash}"
      // Braces must balance.
      case "{": "{\\textbraceleft}"
      case "}": "{\\textbraceright}"
      case "~": "{\\textasciitilde}"
      case "^": "{\\textasciicircum}"
      case "%", "&", "#", "_", "$": "\\\(sign)"
      case "\n", "\r": " "
      default: String(sign)
      }
    }.joined()
  }
}
