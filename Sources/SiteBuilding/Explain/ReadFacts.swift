import ContentModel
import Diagnostics

/// Tells what a file reads of the site, in words.
struct ReadFacts {
  private let reads: [SiteRead]
  private let keys: (SiteRead.Aspect) -> [String]

  /// The most elements of one kind that are named.
  private static let mostNamed = 12

  init(_ site: PreparedSite, _ reads: [SiteRead]) {
    self.reads = reads
    keys = { aspect in
      switch aspect {
      case .section: site.commons.sections.sections.map(\.id)
      case .tag: site.commons.tagIndex.tags.map(\.key)
      default: site.commons.site.sheets.map(\.path)
      }
    }
  }

  init(_ fingerprints: SiteFingerprints, _ reads: [SiteRead]) {
    self.reads = reads
    keys = { fingerprints.keys(of: $0) ?? [] }
  }

  var parts: [PageExplanation.Part] {
    [
      PageExplanation.Part(
        title: LocalizedText(
          fr: "Elle dépend de (outre la configuration, les types et le thème)",
          en: "It depends on (besides the configuration, the types and the theme)"),
        lines: lines)
    ]
  }

  /// What is read, one kind a line.
  var lines: [LocalizedText] {
    SiteRead.Aspect.allCases.flatMap { aspect -> [LocalizedText] in
      let elements = reads.filter { $0.aspect == aspect }.map(\.element)
      if elements.isEmpty { return [] }
      if aspect == .whole {
        return elements.compactMap(SiteRead.Whole.init).map(\.label)
      }
      let keys = keys(aspect)
      let names = elements.filter(keys.indices.contains).map { keys[$0].isEmpty ? "/" : keys[$0] }
      let more = names.count > Self.mostNamed ? "… (\(names.count))" : ""
      let named = names.prefix(Self.mostNamed).joined(separator: ", ") + more
      return [
        LocalizedText(
          fr: "\(aspect.label.french) : \(named)", en: "\(aspect.label.english): \(named)")
      ]
    }
  }
}

extension SiteRead.Aspect {
  fileprivate var label: LocalizedText {
    switch self {
    case .sheet: LocalizedText(fr: "l’en-tête", en: "the front matter")
    case .card: LocalizedText(fr: "le titre et le résumé", en: "the title and the summary")
    case .text: LocalizedText(fr: "le texte", en: "the text")
    case .source: LocalizedText(fr: "le fichier", en: "the file")
    case .tags: LocalizedText(fr: "les étiquettes", en: "the tags")
    case .relations: LocalizedText(fr: "les relations", en: "the relations")
    case .backlinks: LocalizedText(fr: "les liens vers", en: "the links to")
    case .related: LocalizedText(fr: "les fiches proches de", en: "the sheets like")
    case .neighbours:
      LocalizedText(fr: "les voisines dans la liste de", en: "the neighbours in the list of")
    case .versions: LocalizedText(fr: "les langues", en: "the languages")
    case .section: LocalizedText(fr: "la liste du dossier", en: "the list of the folder")
    case .tag: LocalizedText(fr: "les fiches de l’étiquette", en: "the sheets of the tag")
    case .whole: LocalizedText(fr: "tout le site", en: "the whole site")
    }
  }
}

extension SiteRead.Whole {
  fileprivate var label: LocalizedText {
    switch self {
    case .sheets: LocalizedText(fr: "le nombre des fiches", en: "how many sheets there are")
    case .ids: LocalizedText(fr: "une fiche qui n’existe pas", en: "a sheet that is not there")
    case .folders: LocalizedText(fr: "quels dossiers existent", en: "which folders there are")
    case .tags: LocalizedText(fr: "quelles étiquettes existent", en: "which tags there are")
    case .calendar: LocalizedText(fr: "tous les événements", en: "all events")
    case .alphabet: LocalizedText(fr: "l’ordre alphabétique", en: "the alphabetical order")
    case .latest: LocalizedText(fr: "les dernières fiches", en: "the latest sheets")
    case .types: LocalizedText(fr: "les fiches d’un type", en: "the sheets of a type")
    case .pocketCards:
      LocalizedText(
        fr: "les pages qui montrent des cartes de poche", en: "the pages that show pocket cards")
    case .languages: LocalizedText(fr: "les langues du site", en: "the languages of the site")
    case .translations: LocalizedText(fr: "les traductions", en: "the translations")
    case .files:
      LocalizedText(fr: "les fichiers à côté des fiches", en: "the files beside the sheets")
    case .today: LocalizedText(fr: "le jour de la construction", en: "the day of the build")
    }
  }
}
