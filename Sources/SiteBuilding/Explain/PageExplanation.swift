public import Diagnostics

/// What a page is made from, what it depends on, and whether a build would make it again.
public struct PageExplanation: Sendable {
  /// Facts of one kind.
  public struct Part: Sendable {
    /// What the facts are about.
    public let title: LocalizedText
    /// The facts, one a line.
    public let lines: [LocalizedText]
  }

  /// The path of the page in the published folder.
  public let path: String
  /// What is to know of it.
  public let parts: [Part]

  /// Returns the explanation as lines of text.
  public func text(in language: MessageLanguage) -> String {
    parts.filter { !$0.lines.isEmpty }.reduce(into: path + "\n") { text, part in
      text += "\n" + part.title.text(in: language) + "\n"
      for line in part.lines { text += "  " + line.text(in: language) + "\n" }
    }
  }
}
