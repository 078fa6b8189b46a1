import LivingSite

/// The files of a site whose texts are made of likely pieces in unlikely orders; a seed decides them.
struct FuzzedSource {
  /// What a file is written in.
  enum Language: CaseIterable {
    case sheet, type, vocabulary, configuration, template, table, json, drawing
  }

  private(set) var files: [String: [UInt8]] = [:]
  private var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    for language in Language.allCases {
      // A site whose every file is broken says nothing of the others.
      if language != .sheet, Bool.random(using: &random) { continue }
      for number in 0..<(language == .sheet ? 3 : 1) { write(language, number) }
    }
  }

  /// Writes one of the files anew.
  mutating func change() {
    let language = Language.allCases.randomElement(using: &random) ?? .sheet
    write(language, Int.random(in: 0..<3, using: &random))
  }

  private mutating func write(_ language: Language, _ number: Int) {
    files[Self.path(of: language, number)] = text(in: language)
  }

  private static func path(of language: Language, _ number: Int) -> String {
    switch language {
    case .sheet: ["content/index.md", "content/t/a.md", "content/t/b.md"][number % 3]
    case .type: "content/_types/t.yaml"
    case .vocabulary: "content/_vocabularies/v.yaml"
    case .configuration: "archipel.yaml"
    case .template: "themes/ti/templates/sheet.mustache"
    case .table: "content/_data/d.csv"
    case .json: "content/_data/j.json"
    case .drawing: "content/t/plan.svg"
    }
  }

  private mutating func text(in language: Language) -> [UInt8] {
    var bytes: [UInt8] = []
    if language == .sheet, Int.random(in: 0..<3, using: &random) > 0 {
      let fence = Int.random(in: 0..<4, using: &random) == 0 ? "+++" : "---"
      bytes += Array("\(fence)\n".utf8) + pieces(of: FuzzedPieces.frontMatter, atMost: 6)
      bytes += Array("\n\(fence)\n".utf8)
    }
    bytes += pieces(of: FuzzedPieces.texts(in: language), atMost: 14)
    if Int.random(in: 0..<4, using: &random) == 0 { damage(&bytes) }
    return bytes
  }

  private mutating func pieces(of texts: [String], atMost limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0...Int.random(in: 0..<limit, using: &random) {
      let foreign = Int.random(in: 0..<8, using: &random) == 0
      let choice = foreign ? FuzzedPieces.anywhere : texts
      guard let piece = choice.randomElement(using: &random) else { continue }
      let times = Int.random(in: 0..<12, using: &random) == 0 ? 40 : 1
      for _ in 0..<times { bytes += Array(piece.utf8) }
    }
    return bytes
  }

  /// Removes, repeats or replaces some bytes.
  private mutating func damage(_ bytes: inout [UInt8]) {
    for _ in 0..<Int.random(in: 1..<4, using: &random) where !bytes.isEmpty {
      let start = Int.random(in: bytes.indices, using: &random)
      let end = min(bytes.count, start + Int.random(in: 1..<9, using: &random))
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: end)
      default: bytes[start] = UInt8.random(in: 0...255, using: &random)
      }
    }
  }
}
