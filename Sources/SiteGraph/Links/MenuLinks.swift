import Formats
import MarkdownRendering
import Synchronization
import TextEncoding

/// Where the entries of the menus lead, found once for each language.
final class MenuLinks: Sendable {
  private let found = Mutex<[String: [String: MenuLink]]>([:])

  /// Returns where each entry leads, by what is written in it; an entry that leads nowhere is left out.
  func links(in language: String, _ find: () -> [String: MenuLink]) -> [String: MenuLink] {
    found.withLock { found in
      if let known = found[language] { return known }
      let links = find()
      found[language] = links
      return links
    }
  }
}
