import Authoring
import ContentModel

/// Sheets that an editor of forges shows together: those of a folder, or some that it names.
struct EditorCollection {
  /// What it shows.
  enum Place {
    /// The sheets of a folder; a sheet that is begun there must name its type, or need not.
    case folder(String, namesType: Bool)
    /// Single files, as those that are the own page of a folder.
    case files([EditedFile])
  }

  let name: String
  let label: String
  let type: ContentType
  let place: Place
  /// How its sheets spell the keys that have several spellings.
  let spellings: Spellings

  /// How sheets spell the keys of a type.
  struct Spellings {
    private var byField: [String: String] = [:]

    /// Takes the spelling that most of some sheets have of each key.
    init(in files: [EditedFile], of type: ContentType) {
      for field in type.allFields {
        var counts: [String: Int] = [:]
        for key in files.flatMap(\.keys) where field.aliases.contains(key) || key == field.key {
          counts[key, default: 0] += 1
        }
        let usual = FieldHelp.spelling(of: field)
        byField[field.key] =
          counts.max { ($0.value, $0.key == usual ? 1 : 0) < ($1.value, $1.key == usual ? 1 : 0) }?
          .key ?? usual
      }
    }

    subscript(field: FieldDefinition) -> String {
      byField[field.key] ?? FieldHelp.spelling(of: field)
    }

    /// Returns the keys of a sheet that are spelled otherwise, each with the spelling expected.
    func others(in file: EditedFile, of type: ContentType) -> [(written: String, usual: String)] {
      file.keys.compactMap { key in
        guard let field = type.field(key), self[field] != key else { return nil }
        return (key, self[field])
      }
    }
  }
}
