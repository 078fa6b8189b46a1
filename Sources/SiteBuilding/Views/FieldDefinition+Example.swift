import ContentModel

extension FieldDefinition {
  /// A line of front matter that holds for the field; nothing where any text does.
  ///
  /// - Parameter key: The spelling of the key.
  func example(key: String, vocabularies: [String: Vocabulary]) -> String? {
    guard let value = kind.example(vocabularies: vocabularies) else { return nil }
    let isOneOfMany = isList || kind == .tags
    return "\(key): \(isOneOfMany ? "[\(value)]" : value)"
  }
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
}
