import ContentModel
import Formats
import SiteGraph
import SiteLoading
import TextEncoding
import Theming

extension PageContext {
  /// Returns where readers report a mistake of a page, with its title and address filled in; nothing
  /// where the site names no address.
  func reports(
    of page: [(String, TemplateValue)], folder: String, _ format: ValueFormat
  ) -> [(String, TemplateValue)] {
    guard let pattern = configuration.reports else { return [] }
    var title = format.typeset(configuration.title)
    if case .text(let own)? = page.first(where: { $0.0 == "title" })?.1 { title = own }
    let address = Address.encode(folder)
    let url = baseURL?.url(of: address) ?? "/" + address
    guard pattern.hasPrefix("http") else {
      let subject = format.words.text("signaler_sujet", ["titre": title])
      let body = format.words.text("signaler_message", ["titre": title, "adresse": url])
      return [
        (
          "report_url",
          .text("mailto:\(pattern)?subject=\(Self.encode(subject))&body=\(Self.encode(body))")
        )
      ]
    }
    return [
      (
        "report_url",
        .text(
          pattern.replacing("{title}", with: Self.encode(title))
            .replacing("{url}", with: Self.encode(url)))
      )
    ]
  }

  /// Encodes a value of a query: letters, digits, `-`, `.`, `_` and `~` are kept.
  private static func encode(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
