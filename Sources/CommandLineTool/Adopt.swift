import ArgumentParser
import Diagnostics
import Importing

/// `archipel adopt`: takes sheets of another site, and compares those that were taken.
struct Adopt: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Reprend des fiches d’un autre site, avec leurs images, leur licence et leurs crédits.",
    discussion: """
      SITE est un site publié : son adresse, son dossier ou son archive .zip, avec « commons.json ». Sans nom \
      de fiche, toutes celles qui publient leur source sont reprises. Aucun fichier existant n’est modifié.
      """)

  @Argument(
    help: ArgumentHelp("Le site : une adresse, un dossier ou un .zip.", valueName: "site"),
    completion: .file())
  var site: String?

  @Argument(
    help: ArgumentHelp("Les fiches, par leur titre ou la fin de leur adresse.", valueName: "fiche"))
  var sheets: [String] = []

  @Flag(
    help:
      "Compare les fiches reprises avec leurs originaux : ce qui a changé, les licences qui ne vont plus."
  )
  var status = false

  @Option(
    help: ArgumentHelp(
      "Le dossier du contenu où écrire, à la place de celui du type.", valueName: "dossier"))
  var into: String?

  @Option(
    help: ArgumentHelp(
      "Un terme d’ici pour un terme de l’autre site, comme « phase:divergence=exploration ».",
      valueName: "champ:terme=terme"))
  var map: [String] = []

  @OptionGroup var source: SourceOptions

  func validate() throws {
    guard status || site != nil else {
      throw ValidationError("Nommez un site, ou demandez --status.")
    }
    guard map.allSatisfy({ $0.contains(":") && $0.contains("=") }) else {
      throw ValidationError("--map attend « champ:terme=terme ».")
    }
  }

  func run() async throws {
    let console = Console(source.language)
    try await console.run {
      var terms: [String: String] = [:]
      for entry in map {
        let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
        if parts.count == 2 { terms[parts[0]] = parts[1] }
      }
      let adopter = Adopter(
        source: source.source, options: Adopter.Options(folder: into, terms: terms))
      if status {
        try await compare(adopter, console)
      } else if let site {
        try await adopt(site, adopter, console)
      }
    }
  }

  private func adopt(_ site: String, _ adopter: Adopter, _ console: Console) async throws {
    let report = try await adopter.run(from: site, sheets: sheets)
    for sheet in report.sheets {
      let (path, origin) = (sheet.path, sheet.source)
      console.say(
        LocalizedText(
          fr: "fiche reprise : \(path)\n  de : \(origin)",
          en: "sheet adopted: \(path)\n  from: \(origin)"))
      if sheet.isDraft, sheet.missingKeys.isEmpty {
        console.say(
          LocalizedText(
            fr: "  c’est un brouillon ; à relire : les lignes d’en-tête non comprises",
            en: "  it is a draft; to look at: the lines of its front matter that were not read"))
      } else if sheet.isDraft {
        let keys = sheet.missingKeys.joined(separator: ", ")
        console.say(
          LocalizedText(
            fr: "  c’est un brouillon ; à compléter : \(keys)",
            en: "  it is a draft; to complete: \(keys)"))
      }
    }
    if report.copiedFileCount > 0 {
      let count = report.copiedFileCount
      console.say(
        LocalizedText(fr: "images et fichiers : \(count)", en: "pictures and files: \(count)"))
    }
    if !report.diagnostics.isEmpty {
      console.print(report.diagnostics.sortedByLocation(), source: source.source, as: .text, .whole)
    }
    if report.hasErrors { throw ExitCode(1) }
  }

  private func compare(_ adopter: Adopter, _ console: Console) async throws {
    let (states, diagnostics) = try await adopter.status(of: site)
    if !diagnostics.isEmpty {
      console.print(diagnostics, source: source.source, as: .text, .whole)
      throw ExitCode(1)
    }
    for state in states { console.say(Self.sentence(state)) }
    let changed = states.count {
      if case .changed = $0.original { true } else { false }
    }
    let clashes = states.count { $0.clash != nil }
    let count = states.count
    console.say(
      LocalizedText(
        fr:
          "fiches reprises : \(count) ; originaux changés : \(changed) ; licences à revoir : \(clashes)",
        en:
          "adopted sheets: \(count); changed originals: \(changed); licences to look at: \(clashes)"
      ))
    if clashes > 0 { throw ExitCode(1) }
  }

  /// How many lines of a comparison are shown.
  private static let shownLines = 40

  private static func sentence(_ state: AdoptionState) -> LocalizedText {
    let (path, url) = (state.path, state.url)
    var (french, english) = ("\(path)\n  \(url)", "\(path)\n  \(url)")
    switch state.original {
    case .same:
      french += "\n  original inchangé"
      english += "\n  unchanged original"
    case .unread(let reason):
      french += "\n  original illisible : \(reason.french)"
      english += "\n  original not read: \(reason.english)"
    case .changed(let lines, let fields):
      french += "\n  original changé (- ici, + là-bas)"
      english += "\n  changed original (- here, + there)"
      if !fields.isEmpty {
        french += "\n  champs : " + fields.joined(separator: ", ")
        english += "\n  fields: " + fields.joined(separator: ", ")
      }
      let shown = lines.prefix(shownLines).map { "\n    " + $0 }.joined()
      let more = lines.count > shownLines ? "\n    …" : ""
      french += shown + more
      english += shown + more
    }
    if let clash = state.clash {
      french += "\n  licence : \(clash.french)"
      english += "\n  licence: \(clash.english)"
    }
    return LocalizedText(fr: french, en: english)
  }
}
