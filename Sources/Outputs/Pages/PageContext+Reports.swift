import ContentModel
import Formats
import SiteGraph
import SiteLoading
import TextEncoding
import Theming

extension PageContext {
  /// Returns where readers report a mistake of a page, with its title and address filled in; nil
  /// where the site names no address.
  func reportAddress(of page: PageHead) -> String? {
    guard let pattern = commons.declared.configuration.reports else { return nil }
    let (title, words) = (page.title, page.format.words)
    let address = Address.encode(page.folder)
    let url = baseURL?.url(of: address) ?? "/" + address
    guard pattern.hasPrefix("http") else {
      return Self.mail(
        to: pattern, about: words.text("signaler_sujet", ["titre": title]),
        saying: words.text("signaler_message", ["titre": title, "adresse": url]))
    }
    return pattern.replacing("{title}", with: PercentEncoding.encodeComponent(title))
      .replacing("{url}", with: PercentEncoding.encodeComponent(url))
  }

  /// Returns the address of a message that is prepared for its writer.
  static func mail(to address: String, about subject: String, saying body: String) -> String {
    "mailto:\(address)?subject=\(PercentEncoding.encodeComponent(subject))"
      + "&body=\(PercentEncoding.encodeComponent(body))"
  }
}
