import SiteGraph
import SiteLoading
import ContentModel
import Diagnostics
import MarkdownRendering
import Theming

/// What `archipel new` wrote for a writer to complete, in a sheet that is published.
struct WordsToComplete: EditorialCheck {
  package static let name = EditorialRules.Check.wordsToComplete

  package func findings(in site: EditorialContext) throws -> [Diagnostic] {
    // Reading a sheet reports the French words, which types write in their skeletons; the theme has
    // those of other languages.
    let words = site.commons.site.theme.words(for: site.commons.site.configuration.language)
    let fillers = [words.text("nouvelle_a_completer")].filter { $0 != "À compléter" }
      .map { Array($0.utf8) }
    return try site.prose.enumerated().flatMap { index, prose in
      try prose.texts.compactMap { text in
        guard let filler = fillers.first(where: { Self.isOnly($0, in: text.passage) }) else {
          return nil
        }
        let place = try site.location(of: 0..<filler.count, in: text, of: index)
        return .leftToComplete(String(decoding: filler, as: UTF8.self), at: place)
      }
    }
  }

  /// Whether a passage says these words alone: in a sentence, they are its writer's.
  private static func isOnly(_ words: [UInt8], in passage: ProsePassage) -> Bool {
    passage.text.starts(with: words)
      && passage.text.dropFirst(words.count).allSatisfy { " .?!".utf8.contains($0) }
  }
}

extension Diagnostic {
  fileprivate static func leftToComplete(
    _ words: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "check.to-complete", at: location,
      LocalizedText(
        fr: "« \(words) » dans une fiche publiée", en: "“\(words)” in a sheet that is published"),
      expected: LocalizedText(
        fr: "ce que la fiche a à dire ici, ou rien",
        en: "what the sheet has to say here, or nothing"
      ),
      suggestion: LocalizedText(
        fr: "complétez, ôtez la ligne, ou remettez la fiche en brouillon",
        en: "complete it, remove the line, or make the sheet a draft again"))
  }
}
