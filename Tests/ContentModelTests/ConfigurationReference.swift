import Diagnostics

@testable import ContentModel

/// The part of `docs/configuration.md` that lists the keys of `archipel.yaml`.
enum ConfigurationReference {
  static let start =
    "<!-- Keys: written by `ARCHIPEL_RECORD=1 swift test --filter ConfigurationKeyTests` -->"
  static let end = "<!-- End of keys -->"

  /// The whole part, from one mark to the other.
  static var markdown: String {
    """
    \(start)

    | key | also | value | by default | what it is |
    | --- | --- | --- | --- | --- |
    \(ConfigurationKey.all.map(row).joined(separator: "\n"))

    \(end)
    """
  }

  private static func row(_ key: ConfigurationKey) -> String {
    let cells = [
      code(key.name), key.otherName.map(code) ?? "", value(key.value.shape),
      key.value.standard.map(code) ?? "", help(of: key),
    ]
    return "| " + cells.map { $0.isEmpty ? "" : $0 + " " }.joined(separator: "| ") + "|"
  }

  private static func help(of key: ConfigurationKey) -> String {
    let more = key.page.map { page in
      page.hasPrefix("#") ? ": [below](\(page))" : ": [\(page)](\(page))"
    }
    let since = key.since == "0.1.0" ? "" : " (since \(key.since))"
    return key.help.english + (more ?? "") + since
  }

  private static func code(_ text: String) -> String { "`\(text)`" }

  private static func value(_ shape: ConfigurationShape) -> String {
    switch shape {
    case .text, .matching, .theme, .licence, .sheet, .picture: "text"
    case .translated: "text, or one a language"
    case .flag: "yes or no"
    case .integer(let bounds):
      switch (bounds.min, bounds.max) {
      case (let min?, let max?): "number, \(min) to \(max)"
      case _: "number"
      }
    case .choice(let names): names.map(code).joined(separator: ", ")
    case .list(let shape): "list: \(value(shape))"
    case .entries(let parts): "list of entries: \(keys(parts))"
    case .colour: "text, or \(value(.keys(ConfigurationShape.colourParts)))"
    case .free: "keys of your own"
    case .keys(let parts): "keys: \(keys(parts))"
    }
  }

  private static func keys(_ parts: [ConfigurationShape.Part]) -> String {
    parts.map { $0.names.map(code).joined(separator: " or ") }.joined(separator: ", ")
  }
}
