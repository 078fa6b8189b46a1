import Authoring
import ContentModel
import Formats
import SiteGraph
import SiteLoading
import TextEncoding
import Theming

/// What readers propose: a change of a sheet, a new sheet.
extension PageContext {
  /// Returns where a change of a sheet is proposed: its page on the forge, or a message that is prepared;
  /// nil where the site names neither.
  func changeAddress(of index: Int, _ format: ValueFormat) -> String? {
    let sheet = commons.sheets[index]
    if let pattern = commons.declared.configuration.changeURL {
      return pattern.replacing("{path}", with: Address.encode(commons.file(of: sheet)))
    }
    guard let address = proposalMail else { return nil }
    let title = format.typeset(sheet.title)
    return Self.mail(
      to: address, about: format.words.text("modifier_sujet", ["titre": title]),
      saying: format.words.text(
        "modifier_message", ["titre": title, "fichier": commons.file(of: sheet)]))
  }

  /// Returns where a sheet is proposed for the folder of another, or for the folder that the other is
  /// the page of, with what its type requires to fill in; nil where no type has the folder, or where
  /// the site names neither forge nor address.
  func proposalAddress(besides index: Int, _ format: ValueFormat) -> String? {
    guard commons.declared.configuration.forge != nil || proposalMail != nil else { return nil }
    let sheet = commons.sheets[index]
    let type = sheet.isIndex ? commons.type(ofFolder: sheet.id) : sheet.type
    guard let type, let folder = type.folder, !folder.isEmpty, !folder.hasPrefix("_") else {
      return nil
    }
    let words = ["type": format.label(type.label)]
    let title = format.words.text("fiche_sujet", words)
    let text = BareSheet(type: type, title: "").text
    guard let forge = commons.declared.configuration.forge else {
      return proposalMail.map {
        Self.mail(to: $0, about: title, saying: format.words.text("fiche_message", words) + text)
      }
    }
    let content = commons.contentFolder
    let name = format.words.text("fiche_fichier") + ".md"
    return forge.newFileURL(
      path: (content.isEmpty ? folder : content + "/" + folder) + "/" + name, title: title,
      text: text)
  }

  /// The generic address that a message is written to; nil where reports go to a page, or nowhere.
  private var proposalMail: String? {
    commons.declared.configuration.reports.flatMap { $0.hasPrefix("http") ? nil : $0 }
  }
}
