import Diagnostics
import YAMLParsing

/// Keys of untyped sheets, where any key passes, that are nearly one that names the sheet or hides it.
extension SheetReader {
  private static let groups = [
    (key: "title", names: ["titre", "title"]), (key: "draft", names: ["brouillon", "draft"]),
  ]

  /// Reports such keys, of which a sheet has no other that says the same.
  func reportNearKeys(
    in mapping: YAMLMapping, _ fields: FieldReader.Fields, _ yaml: YAMLText,
    reporting diagnostics: inout [Diagnostic]
  ) {
    for (key, names) in Self.groups
    where fields.locations[key] == nil && fields.empty[key] == nil {
      for (node, _) in mapping {
        guard let written = node.scalar?.string, ContentType.page.table[written] == nil,
          let meant = names.first(where: { Self.isSlip(written, of: $0) })
        else { continue }
        diagnostics.append(
          .nearlyCoreKey(
            written, meant: meant,
            at: yaml.location(of: node.mark, length: node.writtenLength)))
      }
    }
  }

  /// Whether a key is another with one letter wrong; a plural is a key of its own.
  private static func isSlip(_ key: String, of other: String) -> Bool {
    let key = key.lowercased()
    return key.first == other.first && key != other + "s" && NearMiss.areOneEditApart(key, other)
  }
}
