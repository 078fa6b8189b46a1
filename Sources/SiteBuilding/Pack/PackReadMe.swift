import Calendars
import ContentModel
import Diagnostics
import Publishing

/// What a packed site tells whoever unpacks it.
struct PackReadMe {
  let text: LocalizedText

  init(_ configuration: SiteConfiguration, address: String?, date: CalendarDate) {
    let title = configuration.title
    let licence = configuration.licence.map { "\($0.label) (\($0.url))" }
    let digests = SitePack.digestsName
    text = LocalizedText(
      fr: """
        \(title)

        Ce dossier contient le site entier, tel qu’il était le \(Self.french(date)). Il se lit sans connexion.

        1. Dépliez toute l’archive dans un dossier : clic droit, « Extraire tout ».
        2. Ouvrez « index.html » dans ce dossier : un double clic suffit.

        La recherche, les questionnaires, le composeur de déroulés et les cartes marchent depuis le
        disque ou une clé USB. Rien de ce que vous y écrivez n’est envoyé.

        Pour vérifier que rien n’a été abîmé, dans un terminal ouvert dans ce dossier :
            sha256sum --check \(digests)

        \(licence.map { "Sauf mention contraire, les fiches sont sous licence \($0)." } ?? "")
        \(address.map { "L’adresse du site : \($0)" } ?? "")
        """.trimmingEndOfLines,
      en: """
        \(title)

        This folder holds the whole site, as it was on \(date). It is read without a connection.

        1. Unpack the whole archive into a folder: right click, “Extract all”.
        2. Open “index.html” in that folder: a double click does.

        The search, the questionnaires, the composer of sequences and the cards work from the disk or
        from a USB stick. Nothing that you write there is sent.

        To check that nothing was damaged, in a terminal opened in this folder:
            sha256sum --check \(digests)

        \(licence.map { "Unless said otherwise, the sheets are under the licence \($0)." } ?? "")
        \(address.map { "The address of the site: \($0)" } ?? "")
        """.trimmingEndOfLines)
  }
}

extension PackReadMe {
  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
  ]

  /// A day as people write it in French.
  private static func french(_ date: CalendarDate) -> String {
    guard months.indices.contains(date.month - 1) else { return date.description }
    return "\(date.day == 1 ? "1er" : String(date.day)) \(months[date.month - 1]) \(date.year)"
  }
}

extension String {
  /// The text without empty lines at its end, and with the end of the last one.
  fileprivate var trimmingEndOfLines: String {
    var text = self
    while text.last == "\n" || text.last == " " { text.removeLast() }
    return text + "\n"
  }
}
