/// The syntax of other tools that the sheets of a site are read with.
public struct MarkdownSyntax: Sendable, Hashable {
  /// A kind of syntax, by its name in `archipel.yaml`.
  public enum Kind: String, Sendable, CaseIterable {
    /// Alerts with a title, folded or of any type, and the blocks that become alerts.
    case admonitions = "encadres"
    /// A term, and `: Definition` below it.
    case definitionLists = "definitions"
    /// `==marked==`, `++inserted++`, `2^nd^`, `H~2~O`.
    case marks = "marques"
    /// `{: .class }`, which is not shown.
    case attributes = "attributs"
    /// `:tada:`.
    case emoji = "emojis"
    /// `%%…%%` and `[TOC]`, which are not shown.
    case comments = "commentaires"
    /// Formulas between `$` or `$$`.
    case math = "formules"
    /// Messages of what only another tool reads.
    case foreignTags = "balises_etrangeres"
    /// The colours of code.
    case highlighting = "couleurs_du_code"
    /// The texts of other files: `{{#include path}}`, `--8<-- "path"`, `{!path!}`.
    case includes = "inclusions"
    /// Tables that are drawn with `+---+`, and the captions of tables.
    case tables = "tableaux"

    /// The name in English.
    public var englishName: String {
      switch self {
      case .admonitions: "admonitions"
      case .definitionLists: "definition_lists"
      case .marks: "marks"
      case .attributes: "attributes"
      case .emoji: "emoji"
      case .comments: "comments"
      case .math: "math"
      case .foreignTags: "foreign_tags"
      case .highlighting: "highlighting"
      case .includes: "includes"
      case .tables: "tables"
      }
    }
  }

  /// The kinds that the site has turned off.
  public var disabled: Set<Kind> = []

  /// Creates the default syntax: all kinds.
  init() {}

  /// Reads `markdown`.
  init(_ reader: inout MappingReader) {
    for kind in Kind.allCases {
      var isRead = reader.boolean(kind.rawValue, default: true)
      if kind.englishName != kind.rawValue {
        isRead = reader.boolean(kind.englishName, default: true) && isRead
      }
      if !isRead { disabled.insert(kind) }
    }
  }
}
