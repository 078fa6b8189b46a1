/// How Markdown is read and written.
public struct MarkdownOptions: Sendable, Hashable {
  /// What is done to the spaces and apostrophes of the text.
  public enum Typography: Sendable, Hashable {
    /// The text as typed.
    case none
    /// The rules of ``FrenchTypography``, in sources whose language is French.
    case french
  }

  /// What becomes of HTML written in Markdown.
  public enum RawHTML: Sendable, Hashable {
    /// It is left out but for its words, with a warning.
    case omit
    /// What says what a text is stays; what acts, or gives it looks, is left out with a warning.
    case safe
    /// It is copied as it is, but for its links, which are resolved.
    case allow
  }

  /// Syntax beyond CommonMark, from the GitHub Flavored Markdown specification and its parser.
  public struct Extensions: OptionSet, Sendable, Hashable {
    /// One bit for each extension.
    public let rawValue: UInt8

    /// Creates a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Tables with pipes.
    public static let table = Extensions(rawValue: 1)
    /// Text struck through with tildes.
    public static let strikethrough = Extensions(rawValue: 2)
    /// Bare addresses made links.
    public static let autolink = Extensions(rawValue: 4)
    /// List items with a check box.
    public static let taskList = Extensions(rawValue: 8)
    /// Some HTML elements made text, where HTML is allowed.
    public static let tagFilter = Extensions(rawValue: 16)
    /// Notes `[^1]` at the end of the document.
    public static let footnotes = Extensions(rawValue: 32)

    /// Everything but the tag filter.
    public static let standard: Extensions = [
      .table, .strikethrough, .autolink, .taskList, .footnotes,
    ]
  }

  /// Syntax that other tools than GitHub read.
  public struct Dialects: OptionSet, Sendable, Hashable {
    /// One bit for each.
    public let rawValue: UInt16

    /// Creates a set from its bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Alerts with a title, folded or of any type, and the blocks that become alerts: `!!!`, `:::`,
    /// `///`, `{% hint %}`.
    public static let admonitions = Dialects(rawValue: 1)
    /// A term, and `: Definition` below it.
    public static let definitionLists = Dialects(rawValue: 2)
    /// `==marked==`, `++inserted++`, `2^nd^`, `H~2~O`; one tilde strikes nothing through.
    public static let marks = Dialects(rawValue: 4)
    /// `{: .class }` after an image, a link or a block, which is not shown.
    public static let attributes = Dialects(rawValue: 8)
    /// `:tada:`.
    public static let emoji = Dialects(rawValue: 16)
    /// `%%…%%` and `[TOC]`, which are not shown.
    public static let comments = Dialects(rawValue: 32)
    /// Formulas between `$` or `$$`, kept as they are.
    public static let math = Dialects(rawValue: 64)
    /// A message for what no option reads: tags of templates, includes, imports.
    public static let foreignTags = Dialects(rawValue: 128)

    /// The words of code written in the colours of its language.
    public static let highlighting = Dialects(rawValue: 256)

    /// The texts of other files: `{{#include path}}`, `--8<-- "path"`, `{!path!}`.
    public static let includes = Dialects(rawValue: 512)

    /// Tables that are drawn with `+---+`, and the captions of tables.
    public static let tables = Dialects(rawValue: 1_024)

    /// Everything.
    public static let all: Dialects = [
      .admonitions, .definitionLists, .marks, .attributes, .emoji, .comments, .math, .foreignTags,
      .highlighting, .includes, .tables,
    ]

    /// What is read before the parser reads, line by line.
    static let blocks: Dialects = [
      .admonitions, .definitionLists, .attributes, .comments, .math, .tables,
    ]
  }

  /// What is done to the spaces and apostrophes of the text.
  public var typography: Typography
  /// What becomes of HTML written in Markdown.
  public var rawHTML: RawHTML
  /// How much deeper headings are written than typed: with 0, `#` is an `h1`.
  public var headingShift: Int
  /// Whether the heading that is the title of the page is taken out of the document, and reported as its
  /// title.
  public var dropsLeadingTitle: Bool
  /// Whether the document gets what the specification does not describe.
  ///
  /// That is heading ids, alerts, wiki links, resolved links, components, lazy images and table
  /// scopes. Without them the output is that of the GFM specification, byte for byte.
  public var additions: Bool
  /// Syntax beyond CommonMark.
  public var extensions: Extensions
  /// Syntax that other tools than GitHub read; none of it without additions.
  public var dialects: Dialects

  /// Whether a block that bears the name of a component, and is written otherwise, is another tool's: it is
  /// shown as code, with a warning.
  public var showsForeignBlocks: Bool

  /// Creates options; the default ones suit a sheet of a site in French.
  public init(
    typography: Typography = .french, rawHTML: RawHTML = .omit, headingShift: Int = 0,
    dropsLeadingTitle: Bool = true, additions: Bool = true, extensions: Extensions = .standard,
    dialects: Dialects = .all, showsForeignBlocks: Bool = false
  ) {
    self.typography = typography
    self.rawHTML = rawHTML
    self.headingShift = headingShift
    self.dropsLeadingTitle = dropsLeadingTitle
    self.additions = additions
    self.extensions = extensions
    self.showsForeignBlocks = showsForeignBlocks
    self.dialects = additions ? dialects : []
  }
}
