package import ContentModel

extension FieldDefinition {
  /// A line of front matter that holds for the field; nothing where any text does.
  ///
  /// - Parameter key: The spelling of the key.
  package func example(key: String, vocabularies: [String: Vocabulary]) -> String? {
    guard let value = kind.example(vocabularies: vocabularies) else { return nil }
    return "\(key): \(isOneOfMany ? "[\(value)]" : value)"
  }

  /// A line of front matter to complete, with a value that the field takes where one can be told:
  /// neither a pattern nor the name of a file or of a sheet can.
  ///
  /// - Parameters:
  ///   - key: The spelling of the key; that of the definition when it is left out.
  ///   - filler: What stands for a text.
  func placeholder(
    key: String? = nil, filler: String, vocabularies: [String: Vocabulary]
  ) -> String {
    let value = kind.placeholder(filler: filler, vocabularies: vocabularies)
    let count = kind == .tags || value.isEmpty ? 1 : max(1, elementCount.min ?? 1)
    let values = Array(repeating: value, count: count).joined(separator: ", ")
    return "\(key ?? self.key): " + (isOneOfMany ? "[\(values)]" : values)
  }

  private var isOneOfMany: Bool { isList || kind == .tags }
}

extension FieldKind {
  /// A value of a kind that has a grammar of its own.
  fileprivate func example(vocabularies: [String: Vocabulary]) -> String? {
    switch self {
    case .integer(let bounds): String(bounds.min ?? bounds.max ?? 12)
    case .number(let bounds): (bounds.min ?? bounds.max).map { String(Int($0)) } ?? "2,5"
    case .range(let bounds): bounds == Bounds() ? "4 – 30" : nil
    case .scale(let lowest, _, _): String(lowest)
    case .boolean: "oui"
    case .date(let bounds): (bounds.min ?? bounds.max)?.description ?? "2026-03-14"
    case .dateTime: "2026-03-14T09:30"
    case .recurrence: "{ frequence: mensuelle, jours: [mardi], rang: 2, fois: 6 }"
    case .duration(let bounds): bounds == Bounds() ? "1 h 30" : nil
    case .term(let name): vocabularies[name]?.terms.first?.id
    case .tags: "accueil, écoute"
    case .url: "https://exemple.fr/"
    case .image: "photo.jpg"
    case .file: "document.pdf"
    case .reference: "nom-de-la-fiche"
    case .licence: "CC-BY-SA-4.0"
    case .language: "br"
    case .view: "{ genre: tableau, type: projet, par: etat }"
    case .text, .markdown, .object: nil
    }
  }

  /// A value of any kind, within its limits.
  fileprivate func placeholder(filler: String, vocabularies: [String: Vocabulary]) -> String {
    switch self {
    case .text(let length, _), .markdown(let length):
      let repeated = String(repeating: filler + " ", count: 1 + (length.min ?? 0) / filler.count)
      return "\"\(repeated.dropLast().prefix(length.max ?? .max))\""
    case .duration(let bounds): return "\(bounds.min ?? bounds.max ?? 60) min"
    case .range(let bounds): return (bounds.min ?? bounds.max).map { String(Int($0)) } ?? "4"
    case .object(let fields):
      let required = fields.filter { $0.isRequired && $0.defaultValue == nil }
      let parts = (required.isEmpty ? Array(fields.prefix(1)) : required)
        .map { $0.placeholder(filler: filler, vocabularies: vocabularies) }
      return "{ \(parts.joined(separator: ", ")) }"
    default: return example(vocabularies: vocabularies) ?? "\"\""
    }
  }
}
