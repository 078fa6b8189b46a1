/// How a form takes one value, in the few ways that the desk knows.
public enum FieldControl: Sendable {
  /// Words on one line.
  case line
  /// Inline Markdown, which may take several lines.
  case markdown
  /// A number, with decimals or not.
  case number(hasDecimals: Bool)
  /// Yes or no.
  case yesNo
  /// A day.
  case day
  /// A day and a time.
  case moment
  /// What has a grammar of its own, with an example: a duration, a range.
  case notation
  /// One of a closed list: terms or the steps of a scale.
  case choice
  /// Words that other sheets may share.
  case tag
  /// An address on the web.
  case address
  /// A picture beside the sheet.
  case picture
  /// A file beside the sheet.
  case file
  /// Another sheet, found by its title.
  case reference
  /// Named values, each with a control of its own.
  case parts
  /// None: it is written in the source.
  case source

  /// The name by which the page of the desk knows it.
  public var name: String {
    switch self {
    case .line: "line"
    case .markdown: "markdown"
    case .number(let hasDecimals): hasDecimals ? "decimal" : "integer"
    case .yesNo: "yes-no"
    case .day: "day"
    case .moment: "moment"
    case .notation: "notation"
    case .choice: "choice"
    case .tag: "tag"
    case .address: "address"
    case .picture: "picture"
    case .file: "file"
    case .reference: "reference"
    case .parts: "parts"
    case .source: "source"
    }
  }
}
