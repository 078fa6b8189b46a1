import Diagnostics
import TextEncoding

/// What the preview sends an open page after each build: the digest that the page has now, by which its script
/// knows whether to load it anew, and the diagnostics to show over it.
struct ReloadMessage {
  /// How many diagnostics are sent; the others are only counted.
  private static let maxProblems = 20

  /// The digest of the page; empty when the site has no such page.
  let digest: String
  /// The first diagnostics of the site and of the page, errors before warnings.
  let problems: [OverlayDiagnostic]
  let words: Words

  /// The texts of the overlay, in the language of the preview.
  struct Words {
    let language: String
    let title: String
    let advice: String
    let expected: String
    let close: String
    let stopped: String
    let more: String
  }

  /// - Parameter isCurrent: Whether the site is built from the source as it is now.
  init(digest: String, problems: [OverlayDiagnostic], isCurrent: Bool, language: MessageLanguage) {
    self.digest = digest
    self.problems = Array(problems.prefix(Self.maxProblems))
    let hasErrors = problems.contains { $0.severity == Severity.error.rawValue }
    func text(_ french: String, _ english: String) -> String {
      LocalizedText(fr: french, en: english).text(in: language)
    }
    let count = problems.count
    let points = count == 1 ? ("un point", "one thing") : ("\(count) points", "\(count) things")
    let more = count - self.problems.count
    words = Words(
      language: language == .french ? "fr" : "en",
      title: hasErrors
        ? text("À corriger : \(points.0)", "To mend: \(points.1)")
        : text("À vérifier : \(points.0)", "To check: \(points.1)"),
      advice: Self.advice(hasErrors: hasErrors, isCurrent: isCurrent).text(in: language),
      expected: text("Attendu : ", "Expected: "),
      close: text("Fermer (Échap)", "Close (Esc)"),
      stopped: text(
        "L’aperçu est arrêté. Relancez « archipel serve » : cette page reprendra seule.",
        "The preview has stopped. Run “archipel serve” again: this page will go on by itself."),
      more: more > 0
        ? text("… et \(more) de plus, dans le terminal.", "… and \(more) more, in the terminal.")
        : "")
  }

  /// The message as the script reads it: equal messages have equal bytes.
  var json: [UInt8] {
    var json = JSONWriter(escaping: .json)
    json.beginObject()
    json.write("digest", digest)
    json.writeKey("problems")
    json.beginArray()
    for problem in problems { problem.write(to: &json) }
    json.endArray()
    json.writeKey("words")
    json.beginObject()
    json.write("advice", words.advice)
    json.write("close", words.close)
    json.write("expected", words.expected)
    json.write("language", words.language)
    json.write("more", words.more)
    json.write("stopped", words.stopped)
    json.write("title", words.title)
    json.endObject()
    json.endObject()
    return json.finish()
  }

  private static func advice(hasErrors: Bool, isCurrent: Bool) -> LocalizedText {
    if !isCurrent {
      LocalizedText(
        fr: "En attendant, le site est montré tel qu’il était avant. "
          + "Corrigez, enregistrez : ce message s’en ira de lui-même.",
        en: "Meanwhile, the site is shown as it was before. "
          + "Mend, save: this message will go by itself.")
    } else if hasErrors {
      LocalizedText(
        fr: "La page est à jour, mais le site ne sera pas publié ainsi.",
        en: "The page is up to date, but the site will not be published like this.")
    } else {
      LocalizedText(
        fr: "La page est à jour, et le site peut être publié.",
        en: "The page is up to date, and the site can be published.")
    }
  }
}
