import Diagnostics
import TextEncoding
import YAMLParsing

/// How lists and filters show a field, as its type declares it.
public struct FieldAppearance: Sendable, Hashable {
  /// A value that readers choose in one touch.
  public struct Preset: Sendable, Hashable {
    /// The number; of a duration, its minutes.
    public let value: Double
    /// What readers see; the number itself when nothing is said.
    public let label: Label?
  }

  /// The name of a drawing of the theme.
  public var sign: String?
  /// What the numbers of the field count, as « personnes ».
  public var unit: Label?
  /// The numbers that a filter offers.
  public var presets: [Preset] = []
  /// Whether the page of the sheet shows the cards of the sheets that the field names.
  public var showsCards = false

  /// Creates the appearance of a field that says nothing of it.
  public init() {}
}

extension FieldAppearance {
  /// Reads the keys `signe`, `unite`, `paliers` and `en_cartes` of a field.
  init(_ reader: inout MappingReader) {
    sign = reader.string("signe")
    unit = reader.label("unite")
    showsCards = reader.boolean("en_cartes")
    if let sign, Slug.make(from: sign) != sign {
      reader.report(.unusableSign(sign, at: reader.location(ofKey: "signe")))
      self.sign = nil
    }
    presets = reader.nodes("paliers").compactMap { node in
      guard let mapping = node.mapping else {
        return Self.preset(node.scalar?.string ?? "", nil, at: node, &reader)
      }
      var entry = MappingReader(mapping, in: reader.yaml)
      let (text, label) = (entry.string("valeur") ?? "", entry.label("libelle"))
      var problems: [Diagnostic] = []
      entry.finish(into: &problems)
      for problem in problems { reader.report(problem) }
      return Self.preset(text, label, at: node, &reader)
    }
  }

  private static func preset(
    _ text: String, _ label: Label?, at node: YAMLNode, _ reader: inout MappingReader
  ) -> Preset? {
    let value = NumberText.number(text) ?? (try? TimeSpan(parsing: text)).map { Double($0.low) }
    guard let value, value > 0, value.isFinite else {
      reader.report(.unusablePreset(text, at: reader.location(of: node)))
      return nil
    }
    return Preset(value: value, label: label)
  }
}
