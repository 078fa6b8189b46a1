import Diagnostics
import ImageProcessing
import SiteGraph

extension Diagnostic {
  static func crowdedZone(_ words: SheetCanvas.Words) -> Diagnostic {
    Diagnostic(
      .error, id: "canvas.crowded", at: words.location,
      LocalizedText(
        fr: "les mots de la zone « \(words.title) » ne laissent pas de place pour écrire",
        en: "the words of the zone “\(words.title)” leave no room to write"),
      expected: LocalizedText(
        fr: "une zone plus grande, ou moins de mots", en: "a larger zone, or fewer words"))
  }

  static func uncodedAddress(
    _ problem: QRCode.Problem, _ address: String, of path: String
  ) -> Diagnostic {
    let most = QRCode.maxLength
    let expected =
      switch problem {
      case .tooLong(let count):
        LocalizedText(
          fr:
            "une adresse d’au plus \(most) octets, pas \(count) : raccourcissez le nom de la fiche ou « base_url »",
          en:
            "an address of at most \(most) bytes, not \(count): shorten the name of the sheet or “base_url”"
        )
      case .missingLibrary:
        LocalizedText(
          fr: "le paquet Debian « libqrencode4 »", en: "the Debian package “libqrencode4”")
      case .refused:
        LocalizedText(fr: "une adresse que l’on peut coder", en: "an address that can be coded")
      }
    return Diagnostic(
      .error, id: "qr.unmade", at: SourceLocation(path: path),
      LocalizedText(
        fr: "le code QR de la fiche n’a pas pu être fait, pour l’adresse « \(address.prefix(80)) »",
        en: "the QR code of the sheet could not be made, for the address “\(address.prefix(80))”"),
      expected: expected)
  }
}
