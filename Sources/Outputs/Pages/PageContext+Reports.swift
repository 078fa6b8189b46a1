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
      let mail = Self.mail(
        to: pattern, about: format.words.text("signaler_sujet", ["titre": title]),
        saying: format.words.text("signaler_message", ["titre": title, "adresse": url]))
      return [("report_url", .text(mail))]
    }
    return [
      (
        "report_url",
        .text(
          pattern.replacing("{title}", with: PercentEncoding.encodeComponent(title))
            .replacing("{url}", with: PercentEncoding.encodeComponent(url)))
      )
    ]
  }

  /// Returns the address of a message that is prepared for its writer.
  static func mail(to address: String, about subject: String, saying body: String) -> String {
    "mailto:\(address)?subject=\(PercentEncoding.encodeComponent(subject))"
      + "&body=\(PercentEncoding.encodeComponent(body))"
  }
}
