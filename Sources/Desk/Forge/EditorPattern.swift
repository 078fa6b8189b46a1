import ContentModel

/// The regular expression that holds a text to what its field takes, for a program in a browser.
struct EditorPattern {
  /// The expression, which is found in texts that hold.
  let expression: String
  /// What writers are told of a text that does not.
  let message: String

  /// Makes the expression of a text; nil where any text holds.
  ///
  /// - Parameters:
  ///   - length: How many characters it may have.
  ///   - pattern: What it must match whole; one that a browser may read in another way is left to
  ///     `archipel check`.
  ///   - limits: The limits in words.
  init?(length: Bounds<Int>, pattern: String?, limits: String?) {
    let pattern = pattern.flatMap { Self.isReadAlike($0) ? $0 : nil }
    let count =
      length == Bounds() ? nil : "{\(length.min ?? 0),\(length.max.map(String.init) ?? "")}"
    switch (count, pattern) {
    case (nil, nil): return nil
    case (let count?, nil): expression = #"^[\s\S]"# + count + "$"
    case (nil, let pattern?): expression = "^(?:\(pattern))$"
    case (let count?, let pattern?): expression = #"^(?=[\s\S]"# + count + "$)(?:\(pattern))$"
    }
    message = [limits, pattern.map { "forme attendue : \($0)" }].compactMap(\.self)
      .joined(separator: " ; ")
  }

  /// An address on the web, as the field that takes one has it.
  static let address = EditorPattern(
    expression: #"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#<>"]+([/?#][^\s<>"]*)?$"#,
    message: "une adresse en https://")

  private init(expression: String, message: String) {
    self.expression = expression
    self.message = message
  }

  /// Whether an expression means the same to Swift and to a browser: without options, comments,
  /// named sets, or repetitions that give nothing back.
  private static func isReadAlike(_ pattern: String) -> Bool {
    let others = [
      "++", "*+", "?+", "}+", "[[", "&&", "--", "~~", #"\p"#, #"\P"#, #"\h"#, #"\R"#,
      #"\X"#, #"\Q"#, #"\A"#, #"\z"#, #"\Z"#, #"\G"#, #"\N"#, #"\K"#, #"\x{"#, #"\u{"#, "#/",
    ]
    if others.contains(where: { pattern.contains($0) }) { return false }
    let groups = pattern.split(separator: "(?", omittingEmptySubsequences: false).dropFirst()
    return groups.allSatisfy { rest in [":", "=", "!"].contains { rest.hasPrefix($0) } }
  }
}
