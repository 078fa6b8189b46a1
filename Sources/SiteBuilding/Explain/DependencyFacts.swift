import SiteLoading
import BuildCache
import ContentModel
import Diagnostics
import SiteGraph

/// Tells what a file reads of the site, in words.
struct DependencyFacts {
  private let reads: [Dependency]
  private let keys: (Dependency.Aspect) -> [String]
  /// The source of the sheet that the file is about.
  private let own: String?

  /// The most elements of one kind that are named.
  private static let maxNamed = 5

  init(_ site: PreparedSite, _ reads: [Dependency], of own: String?) {
    self.reads = reads
    self.own = own
    keys = { aspect in
      switch aspect {
      case .section: site.commons.sections.sections.map(\.id)
      case .tag: site.commons.termKeys
      default: site.commons.site.sheets.map(\.path)
      }
    }
  }

  init(_ hashes: SiteHashes, _ reads: [Dependency], of own: String?) {
    self.reads = reads
    self.own = own
    keys = { hashes.keys(of: $0) ?? [] }
  }

  var parts: [PageExplanation.Part] {
    [
      PageExplanation.Part(
        title: LocalizedText(
          fr: "Elle dépend de la configuration, des types et du thème, comme toutes, et de",
          en: "It depends on the configuration, the types and the theme, as all do, and on"),
        lines: lines)
    ]
  }

  /// What is read: of the sheet itself, then of others one kind a line, then of the site as a whole.
  var lines: [LocalizedText] {
    var (ownAspects, others): ([LocalizedText], [LocalizedText]) = ([], [])
    for aspect in Dependency.Aspect.allCases where aspect != .whole {
      let keys = keys(aspect)
      var names = reads.filter { $0.aspect == aspect }.map(\.element)
        .filter(keys.indices.contains).map { keys[$0].isEmpty ? "/" : keys[$0] }
      if let own, aspect.isOfSheets, let index = names.firstIndex(of: own) {
        names.remove(at: index)
        ownAspects.append(aspect.ownLabel)
      }
      if !names.isEmpty { others.append(Self.line(aspect, names)) }
    }
    let whole = reads.filter { $0.aspect == .whole }.map(\.element)
      .compactMap(Dependency.Whole.init).map(\.label)
    guard !ownAspects.isEmpty else { return others + whole }
    return [
      LocalizedText(
        fr: "cette fiche : " + ownAspects.map(\.french).joined(separator: ", "),
        en: "this sheet: " + ownAspects.map(\.english).joined(separator: ", "))
    ] + others + whole
  }

  private static func line(_ aspect: Dependency.Aspect, _ names: [String]) -> LocalizedText {
    let named = names.prefix(maxNamed).joined(separator: ", ")
    let more = names.count - maxNamed
    return LocalizedText(
      fr: "\(aspect.label.french) \(named)" + (more > 0 ? "… et \(more) de plus" : ""),
      en: "\(aspect.label.english) \(named)" + (more > 0 ? "… and \(more) more" : ""))
  }
}

extension Dependency.Aspect {
  /// What is read of another sheet, before its name.
  fileprivate var label: LocalizedText {
    switch self {
    case .sheet: LocalizedText(fr: "l’en-tête de", en: "the front matter of")
    case .card: LocalizedText(fr: "le titre et le résumé de", en: "the title and the summary of")
    case .text: LocalizedText(fr: "le texte de", en: "the text of")
    case .source: LocalizedText(fr: "le fichier de", en: "the file of")
    case .tags: LocalizedText(fr: "les étiquettes de", en: "the tags of")
    case .relations: LocalizedText(fr: "les relations de", en: "the relations of")
    case .backlinks: LocalizedText(fr: "les fiches qui citent", en: "the sheets that cite")
    case .related: LocalizedText(fr: "les fiches proches de", en: "the sheets like")
    case .neighbours:
      LocalizedText(fr: "les voisines dans la liste de", en: "the neighbours in the list of")
    case .versions: LocalizedText(fr: "les traductions de", en: "the translations of")
    case .section: LocalizedText(fr: "la liste du dossier", en: "the list of the folder")
    case .tag: LocalizedText(fr: "les fiches de l’étiquette", en: "the sheets of the tag")
    case .whole: LocalizedText(fr: "tout le site", en: "the whole site")
    }
  }

  /// What is read of the sheet of the page itself.
  fileprivate var ownLabel: LocalizedText {
    switch self {
    case .sheet: LocalizedText(fr: "son en-tête", en: "its front matter")
    case .card: LocalizedText(fr: "son titre et son résumé", en: "its title and its summary")
    case .text: LocalizedText(fr: "son texte", en: "its text")
    case .source: LocalizedText(fr: "son fichier", en: "its file")
    case .tags: LocalizedText(fr: "ses étiquettes", en: "its tags")
    case .relations: LocalizedText(fr: "ses relations", en: "its relations")
    case .backlinks: LocalizedText(fr: "les fiches qui la citent", en: "the sheets that cite it")
    case .related: LocalizedText(fr: "les fiches qui lui ressemblent", en: "the sheets like it")
    case .neighbours:
      LocalizedText(fr: "ses voisines dans la liste", en: "its neighbours in the list")
    case .versions: LocalizedText(fr: "ses traductions", en: "its translations")
    case .section, .tag, .whole: label
    }
  }
}

extension Dependency.Whole {
  fileprivate var label: LocalizedText {
    switch self {
    case .sheets: LocalizedText(fr: "le nombre des fiches", en: "how many sheets there are")
    case .ids: LocalizedText(fr: "une fiche qui n’existe pas", en: "a sheet that is not there")
    case .folders: LocalizedText(fr: "quels dossiers existent", en: "which folders there are")
    case .tags: LocalizedText(fr: "quelles étiquettes existent", en: "which tags there are")
    case .terms: LocalizedText(fr: "quels mots ont une page", en: "which words have a page")
    case .calendar: LocalizedText(fr: "tous les événements", en: "all events")
    case .alphabet: LocalizedText(fr: "l’ordre alphabétique", en: "the alphabetical order")
    case .latest: LocalizedText(fr: "les dernières fiches", en: "the latest sheets")
    case .types: LocalizedText(fr: "les fiches d’un type", en: "the sheets of a type")
    case .pocketCards:
      LocalizedText(
        fr: "quelles pages montrent des cartes de poche", en: "which pages show pocket cards")
    case .languages: LocalizedText(fr: "les langues du site", en: "the languages of the site")
    case .translations: LocalizedText(fr: "les traductions", en: "the translations")
    case .files:
      LocalizedText(fr: "les fichiers à côté des fiches", en: "the files beside the sheets")
    case .identity:
      LocalizedText(fr: "le logo ou l’image du site", en: "the logo or the picture of the site")
    case .licences:
      LocalizedText(fr: "les licences des dossiers", en: "the licences of the folders")
    case .today: LocalizedText(fr: "le jour de la construction", en: "the day of the build")
    case .menus: LocalizedText(fr: "où mènent les menus", en: "where the menus lead")
    }
  }
}
