package import SiteLoading
import ContentModel
package import Diagnostics
import ImageProcessing
package import MarkdownRendering
import TextEncoding

extension SheetLinkProvider {
  /// Returns what becomes of an image in the text.
  package func image(
    _ request: LinkRequest, reporting diagnostics: inout [Diagnostic]
  ) -> ResolvedLink {
    let destination = request.destination
    if let file = Self.fileOnComputer(destination) {
      diagnostics.append(.pathOnComputer(destination, file: file, at: request.location))
      return .unresolved
    }
    if LinkSafety.scheme(of: destination) != nil || destination.hasPrefix("//"),
      pathOfOwnAddress(destination) == nil
    {
      guard LinkSafety.isAllowed(destination) else {
        diagnostics.append(.unsafeLink(destination, at: request.location))
        return .unresolved
      }
      // An image that the address holds is of no other site.
      if commons.site.configuration.allowsRemoteImages || LinkSafety.holdsImage(destination) {
        return .image(ShownImage(url: destination))
      }
      diagnostics.append(.remoteImage(destination, at: request.location))
      return .linkInstead(url: destination)
    }
    let image = image(destination, at: request.location, reporting: &diagnostics)
    return image.map(ResolvedLink.image) ?? .unresolved
  }

  /// Returns an image of the content, written in the text or in a field of the sheet; nil when
  /// it cannot be shown, which is reported.
  package func image(
    _ written: String, at location: SourceLocation, reporting diagnostics: inout [Diagnostic]
  ) -> ShownImage? {
    guard let file = file(shownAs: written, at: location, reporting: &diagnostics) else {
      let own = pathOfOwnAddress(written).map { "/" + $0 }
      if let path = contentPath(SitePath.split(own ?? written).path),
        commons.site.unread.contains(path)
      {
        diagnostics.append(.unreadLink(written, file: path, at: location))
        return nil
      }
      if own == nil, LinkSafety.scheme(of: written) != nil || written.hasPrefix("//") {
        diagnostics.append(.remoteFieldImage(written, at: location))
        return nil
      }
      let suggestion = suggestions.next(for: written) {
        correction(of: written) ?? commons.sourceNames.closest(toName: written)
      }
      diagnostics.append(.danglingImage(written, suggestion: suggestion, at: location))
      return nil
    }
    return image(file, written, at: location, reporting: &diagnostics)
  }

  /// Returns the file of the content that an image means, written in the text or in a field of the sheet.
  func file(
    shownAs written: String, at location: SourceLocation, reporting diagnostics: inout [Diagnostic]
  ) -> SourceFolder.File? {
    let own = pathOfOwnAddress(written).map { "/" + $0 } ?? written
    return attachment(own) ?? file(elsewhere: own, at: location, reporting: &diagnostics)
  }

  /// Returns a file of the content as an image; nil when it cannot be shown, which is reported.
  func image(
    _ file: SourceFolder.File, _ written: String, at location: SourceLocation,
    reporting diagnostics: inout [Diagnostic]
  ) -> ShownImage? {
    fileNote?.set(file)
    switch commons.pictures.picture(file) {
    case .success(let picture):
      if !picture.removals.isEmpty {
        diagnostics.append(.cleanedDrawing(written, picture.removals, at: location))
      }
      if picture.isAnimated { commons.pictures.noteLink(to: file) }
      return ShownImage(picture, of: file, links: links)
    case .failure(let problem):
      diagnostics.append(.unusablePicture(written, problem, at: location))
      return nil
    }
  }

  /// Returns the link to a file that is published as it is, or cleaned when it is a drawing.
  package func link(
    to file: SourceFolder.File, _ request: LinkRequest, rest: String,
    reporting diagnostics: inout [Diagnostic]
  ) -> ResolvedLink {
    fileNote?.set(file)
    if let format = ImageFormat(fileName: file.contentPath) {
      publishOriginal(of: file, request.destination, at: request.location, reporting: &diagnostics)
      if format == .svg,
        image(file, request.destination, at: request.location, reporting: &diagnostics) == nil
      {
        return .unresolved
      }
    }
    let language = pageLanguage
    let note = file.formatAndSize {
      ValueFormat(
        commons.site.theme, language: language, siteLanguage: commons.site.configuration.language)
    }
    return .url(links.file(file.contentPath) + rest, note: note)
  }

  /// Has a picture published as it is; reports one that says where it was taken.
  func publishOriginal(
    of file: SourceFolder.File, _ written: String, at location: SourceLocation,
    reporting diagnostics: inout [Diagnostic]
  ) {
    commons.pictures.noteLink(to: file)
    if commons.pictures.givesPlace(file) {
      diagnostics.append(.publishedPlace(written, at: location))
    }
  }

  /// Returns the file of the content that a path written in the sheet means.
  package func attachment(_ written: String) -> SourceFolder.File? {
    commons.attachment(written, from: sourcePath)
  }
}

extension ShownImage {
  /// Creates the image of a picture, as a page with these links shows it.
  package init(_ picture: Picture, of file: SourceFolder.File, links: PageLinks) {
    let variants = picture.files.compactMap { file in
      file.width.map { Variant(url: links.file(file.path), width: $0) }
    }
    self.init(
      url: picture.plainFile.map { links.file($0.path) } ?? "", width: picture.size?.width,
      height: picture.size?.height, variants: variants.count > 1 ? variants : [],
      colour: picture.colour?.description,
      animation: picture.isAnimated ? links.file(file.contentPath) : nil)
  }
}
