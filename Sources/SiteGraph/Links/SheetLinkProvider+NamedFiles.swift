import ContentModel
import Diagnostics
import MarkdownRendering
import SiteLoading
import TextEncoding

extension SheetLinkProvider {
  /// Returns the file of the content that a link or a picture of the sheet means, as its page has it; nil
  /// where it means a page, or nothing.
  func file(meantBy request: LinkRequest) -> SourceFolder.File? {
    // What is wrong with the link is reported where the page is made.
    var found: [Diagnostic] = []
    let destination = request.destination
    switch request.kind {
    case .include: return nil
    case .image, .link:
      let own = pathOfOwnAddress(destination).map { "/" + $0 } ?? destination
      return attachment(own) ?? file(elsewhere: own, at: request.location, reporting: &found)
    case .embed, .wiki:
      let (name, _) = Self.parts(of: destination)
      if request.kind == .embed {
        for picture in Self.pictures(of: name) {
          if let file = file(named: picture, request, reporting: &found) { return file }
        }
      }
      // A page of that name would come before the file.
      commons.recorder?.note(.ids)
      guard case .nothing = commons.directory.match(wiki: name, near: commons.site.sheets[sheet].id)
      else { return nil }
      return file(named: name, request, reporting: &found)
    }
  }
}
