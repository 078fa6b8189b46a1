import ArgumentParser
import Diagnostics
import Importing

/// `archipel federate`: reads the catalogues of other labs, which builds then show beside the sheets of
/// this site.
struct Federate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lit les catalogues des labs que nomme « federation », et dit ce qui a changé.",
    discussion: """
      Une copie de chaque catalogue est gardée dans le contenu (_federation) : la construction ne lit \
      qu’elle, et n’a pas besoin du réseau. Quand un lab ne répond pas, sa copie sert encore.
      """)

  @Argument(
    help: ArgumentHelp("Les labs à lire ; tous, si aucun n’est nommé.", valueName: "lab"))
  var labs: [String] = []

  @OptionGroup var source: SourceOptions

  func run() async throws {
    let console = Console(source.language)
    try await console.run {
      let federator = Federator(source: source.source, today: SiteOptions.today)
      let (outcomes, diagnostics) = try await federator.run(labs)
      for outcome in outcomes { Self.tell(outcome, console) }
      if !diagnostics.isEmpty {
        console.print(diagnostics.sortedByLocation(), source: source.source, as: .text, .whole)
      }
      let isMissing = outcomes.contains { outcome in
        if case .unread = outcome.reading { outcome.digest == nil } else { false }
      }
      if isMissing || diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
  }

  /// How many titles are named.
  private static let shownTitles = 5

  private static func tell(_ outcome: Federator.Outcome, _ console: Console) {
    let (name, count) = (outcome.name, outcome.counts.sheets)
    switch outcome.reading {
    case .same:
      console.say(
        LocalizedText(
          fr: "\(name) : inchangé, fiches : \(count)", en: "\(name): unchanged, sheets: \(count)"))
    case .written(let added, let changed, let removed):
      console.say(
        LocalizedText(fr: "\(name) : lu, fiches : \(count)", en: "\(name): read, sheets: \(count)"))
      list(added, fr: "nouvelles", en: "new", console)
      list(changed, fr: "changées", en: "changed", console)
      list(removed, fr: "parties", en: "gone", console)
    case .unread(let reason, let day, let since):
      let silence = (
        fr: since.map { " (depuis le \($0))" } ?? "", en: since.map { " (since \($0))" } ?? ""
      )
      let copy =
        outcome.digest == nil
        ? (fr: "", en: "")
        : (
          fr: " ; la copie\(day.map { " du \($0)" } ?? "") sert encore",
          en: "; the copy\(day.map { " of \($0)" } ?? "") still serves"
        )
      let text = LocalizedText(
        fr: "avertissement : \(name) : \(reason.french)\(silence.fr)\(copy.fr)",
        en: "warning: \(name): \(reason.english)\(silence.en)\(copy.en)"
      ).text(in: console.language)
      // A reason may hold what a catalogue says.
      console.printError(TerminalText.shown(text) + "\n")
      return
    }
    if outcome.counts.leftOut > 0 {
      let leftOut = outcome.counts.leftOut
      console.say(
        LocalizedText(
          fr: "  entrées laissées de côté : \(leftOut)", en: "  entries left out: \(leftOut)"))
    }
    if let digest = outcome.digest {
      console.say(LocalizedText(fr: "  empreinte : \(digest)", en: "  sha256: \(digest)"))
    }
  }

  private static func list(
    _ titles: [String], fr french: String, en english: String, _ console: Console
  ) {
    guard !titles.isEmpty else { return }
    let shown = titles.prefix(shownTitles).map { "\n    " + $0 }.joined()
    let more = titles.count > shownTitles ? "\n    …" : ""
    console.say(
      LocalizedText(
        fr: "  \(french) : \(titles.count)\(shown)\(more)",
        en: "  \(english): \(titles.count)\(shown)\(more)"))
  }
}
