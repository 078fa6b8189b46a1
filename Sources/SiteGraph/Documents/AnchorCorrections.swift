import ContentModel
import MarkdownRendering
import TextEncoding

/// The places that the links of a sheet mean, where other tools have them written otherwise.
///
/// What a link says is known before the headings of its page are: the addresses are changed in the
/// HTML afterwards.
struct AnchorCorrections: Sendable {
  /// The ids to write, by address with fragment.
  private var ids: [String: String] = [:]
  private var links: [DocumentLink] = []

  /// Returns the sheets of a site with the links to places that their pages have under another name.
  ///
  /// - Complexity: O(*n*) in the number of links to places, and in the headings of their pages.
  static func apply(to documents: MadeDocuments, of commons: LinkedSite) -> [RenderedSheet] {
    let sheets = documents.documents.map(\.sheet)
    var places: [Int: PagePlaces] = [:]
    return sheets.enumerated().map { index, sheet in
      guard sheet.links.contains(where: { $0.fragment?.isEmpty == false }) else { return sheet }
      let pages = PageLinks(
        prefix: Address.prefix(from: commons.folders[index]),
        isOffline: documents.setting.isOffline)
      var corrections = AnchorCorrections()
      for link in sheet.links {
        let page = link.pageID ?? index
        guard let name = link.fragment, !name.isEmpty, sheets.indices.contains(page) else {
          corrections.links.append(link)
          continue
        }
        let known =
          places[page]
          ?? PagePlaces(
            sheets[page].headings, anchors: sheets[page].anchors, title: sheets[page].title)
        places[page] = known
        guard let id = known.heading(meantBy: name) else {
          corrections.links.append(link)
          continue
        }
        corrections.links.append(
          DocumentLink(
            destination: link.destination, pageID: link.pageID, fragment: id,
            location: link.location))
        corrections.ids[pages.page(encoded: commons.addresses[page]) + "#" + name] = id
        if page == index { corrections.ids["#" + name] = id }
      }
      return corrections.ids.isEmpty ? sheet : corrections.applied(to: sheet)
    }
  }

  private func applied(to sheet: RenderedSheet) -> RenderedSheet {
    RenderedSheet(
      title: sheet.title, summary: sheet.summary, outline: sheet.outline, links: links,
      anchors: sheet.anchors, files: sheet.files,
      text: SheetText(later: {
        let content = sheet.text.content
        return SheetText.Content(
          html: applied(to: content.html), inlines: content.inlines.mapValues(applied(to:)))
      }))
  }

  /// Returns HTML with the addresses changed in its `href`s.
  private func applied(to html: [UInt8]) -> [UInt8] {
    let mark = Array(" href=".utf8)
    var changed: [UInt8] = []
    var (index, written) = (0, 0)
    while index + mark.count < html.count {
      guard html[index] == mark[0], html[index..<(index + mark.count)].elementsEqual(mark) else {
        index += 1
        continue
      }
      let quote = html[index + mark.count]
      let start = index + mark.count + 1
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let end = html[start...].firstIndex(of: quote)
      else {
        index = start
        continue
      }
      if let hash = html[start..<end].firstIndex(of: UInt8(ascii: "#")),
        let id = id(for: html[start..<hash], html[(hash + 1)..<end])
      {
        changed += html[written...hash]
        changed += Address.encode(id).utf8
        written = end
      }
      index = end
    }
    return changed + html[written...]
  }

  private func id(for page: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> String? {
    let page = String(decoding: page, as: UTF8.self)
    let name = HTMLEntities.decode(String(decoding: name, as: UTF8.self))
    return ids[String(page.prefix { $0 != "?" }) + "#" + Address.decode(name[...])]
  }
}
