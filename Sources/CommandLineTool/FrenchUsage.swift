import ArgumentParser
import Diagnostics

/// What the library of arguments says, in French: it knows English alone.
///
/// Its public interface gives sentences, not causes: those that it is known to say are said again, and
/// any other stays as it is.
struct FrenchUsage {
  /// The text, with as many lines.
  let text: String

  /// Creates the French of a help or of an error with its usage.
  init(_ english: String) {
    let lines = english.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let usage = lines.first { $0.hasPrefix("Usage: ") } ?? ""
    text = lines.map { Self.line($0, usage: usage) }.joined(separator: "\n")
  }

  private static func line(_ line: String, usage: String) -> String {
    if line.hasPrefix("Error: ") {
      return "Erreur : " + message(String(line.dropFirst("Error: ".count)), usage: usage)
    }
    if let match = line.wholeMatch(of: #/  See '(.+)' for (?:more information|detailed help)\./#) {
      return "  Pour en savoir plus : \(match.1)".replacing("<subcommand>", with: "<commande>")
    }
    return words.reduce(line) { $0.replacing($1.english, with: $1.french) }
  }

  /// The words of the library that a line may hold, between those of the program.
  private static let words: [(english: String, french: String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "USAGE : "), ("Usage: ", "Usage : "), ("Help:  ", "Aide :  "),
    ("ARGUMENTS:", "ARGUMENTS :"), ("OPTIONS:", "OPTIONS :"), ("SUBCOMMANDS:", "COMMANDES :"),
    ("<subcommand>", "<commande>"), ("Show the version.", "Donne la version."),
    ("Show help information.", "Montre cette aide."), ("(default:", "(par défaut :"),
    ("(values:", "(valeurs :"), ("; default:", " ; par défaut :"),
  ]

  private static func message(_ english: String, usage: String) -> String {
    if let match = english.wholeMatch(of: /Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/) {
      let near = match.2.map { " ; vouliez-vous dire « \($0) » ?" } ?? ""
      return "option inconnue « \(match.1) »\(near)"
    }
    if let match = english.wholeMatch(of: /Missing value for '(.+)'/) {
      return "il manque une valeur à « \(match.1) »"
    }
    if let match = english.wholeMatch(of: /Missing expected argument '(.+)'/) {
      return "il manque « \(match.1) »"
    }
    if let match = english.wholeMatch(of: /Unexpected argument '(.+)'/) {
      return unexpected([String(match.1)], usage: usage)
    }
    if let match = english.wholeMatch(of: /[0-9]+ unexpected arguments: '(.+)'/) {
      return unexpected(
        match.1.split(separator: "', '").map(String.init), usage: usage)
    }
    if let match = english.wholeMatch(
      of: /The option '(.+)' does not take any value, but '(.*)' was specified\./)
    {
      return "« \(match.1) » s’écrit seule, sans la valeur « \(match.2) »"
    }
    return value(english) ?? english
  }

  private static func value(_ english: String) -> String? {
    guard
      let match = english.wholeMatch(
        of: /The value '(.*)' is invalid for '(.+?)'(?:\. Please provide one of (.+)\.|: (.+))?/)
    else { return nil }
    let wrong = "la valeur « \(match.1) » ne convient pas à « \(match.2) »"
    if let reason = match.4 { return "\(wrong) : \(reason)" }
    guard let choices = match.3 else { return wrong }
    let values = choices.split(separator: "'").filter { !$0.contains(" ") }
    return "\(wrong) ; attendu : \(values.joined(separator: ", "))"
  }

  /// What is said of words that no command takes.
  private static func unexpected(_ words: [String], usage: String) -> String {
    let list = words.map { "« \($0) »" }.joined(separator: ", ")
    if usage.hasPrefix("Usage: archipel <"), let word = words.first {
      let commands = Archipel.configuration.subcommands.map { "\($0)".lowercased() }
      let near = NearMiss.suggestion(for: word, among: commands).map { " ; \($0.french)" } ?? ""
      return "commande inconnue « \(word) »\(near)"
    }
    let advice =
      usage.hasPrefix("Usage: archipel new ")
      ? " ; un titre de plusieurs mots se met entre guillemets, comme \"Cinq minutes dehors\"" : ""
    return words.count == 1
      ? "\(list) est de trop\(advice)"
      : "\(list) sont de trop\(advice)"
  }
}
