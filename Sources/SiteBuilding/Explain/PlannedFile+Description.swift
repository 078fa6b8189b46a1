import ContentModel
import Diagnostics
import Outputs
import SiteGraph

extension PlannedFile.Content {
  /// The sheet that the file is about.
  var sheet: Int? {
    switch self {
    case .sheet(let index, _), .source(let index), .data(let index), .redirect(let index),
      .socialImage(let index), .event(let index):
      index
    default: nil
    }
  }

  /// What the file is made from besides a sheet and a template; nothing for the page of a sheet.
  ///
  /// - Parameter origin: The source file that asks for it.
  func description(of commons: LinkedSite, origin: String) -> LocalizedText? {
    switch self {
    case .sheet: nil
    case .section(let id, _):
      LocalizedText(
        fr: "les fiches du dossier « \(id) », qui n’a pas de page à lui",
        en: "the sheets of the folder “\(id)”, which has no page of its own")
    case .languageHome(let language, _):
      LocalizedText(
        fr: "ce qui est traduit dans la langue « \(language) »",
        en: "what is translated into the language “\(language)”")
    case .tags: LocalizedText(fr: "toutes les étiquettes", en: "all tags")
    case .tag(let index, _):
      LocalizedText(
        fr: "les fiches de l’étiquette « \(commons.tagIndex.tags[index].label) »",
        en: "the sheets of the tag “\(commons.tagIndex.tags[index].label)”")
    case .search: LocalizedText(fr: "la page de recherche", en: "the search page")
    case .alphabet: LocalizedText(fr: "toutes les fiches, de A à Z", en: "all sheets, from A to Z")
    case .siteMap: LocalizedText(fr: "toutes les pages du site", en: "all pages of the site")
    case .notFound:
      LocalizedText(
        fr: "la page montrée à une adresse qui n’existe pas",
        en: "the page shown at an address that does not exist")
    case .source: LocalizedText(fr: "le fichier de la fiche", en: "the file of the sheet")
    case .data: LocalizedText(fr: "les données de la fiche", en: "the data of the sheet")
    case .redirect:
      LocalizedText(
        fr: "une ancienne adresse de la fiche, qui mène à la nouvelle",
        en: "a former address of the sheet, which leads to the new one")
    case .attachment: LocalizedText(fr: "\(origin), tel quel", en: "\(origin), as it is")
    case .picture:
      LocalizedText(
        fr: "\(origin), à la largeur des pages et sans ses métadonnées",
        en: "\(origin), as wide as pages need and without its metadata")
    case .socialImage:
      LocalizedText(
        fr: "l’image qui présente la fiche là où son adresse est partagée",
        en: "the image that stands for the sheet where its address is shared")
    case .asset:
      LocalizedText(fr: "un fichier du thème : \(origin)", en: "a file of the theme: \(origin)")
    case .feed(let folder, _):
      folder.isEmpty
        ? LocalizedText(fr: "les dernières fiches du site", en: "the latest sheets of the site")
        : LocalizedText(
          fr: "les dernières fiches du dossier « \(folder) »",
          en: "the latest sheets of the folder “\(folder)”")
    case .event: LocalizedText(fr: "les jours de l’événement", en: "the days of the event")
    case .agenda(let type):
      LocalizedText(
        fr: "les événements de type « \(type.id) »", en: "the events of the type “\(type.id)”")
    }
  }
}
