import ContentModel
package import Diagnostics
package import SiteLoading
import TextEncoding

/// The pictures that the configuration names: beside the name of the site, and on its home page.
extension LinkedSite {
  /// The picture beside the name of the site; nil when it names none that is there.
  package var logo: SourceFolder.File? {
    recorder?.note(.identity)
    return identityFile(site.configuration.logo)
  }

  /// The picture of the home page; nil when the site names none that is there.
  package var homeImage: SourceFolder.File? {
    recorder?.note(.identity)
    return identityFile(site.configuration.image)
  }

  /// The files that the configuration names, for whoever hashes them.
  package var identityFiles: [SourceFolder.File] {
    [site.configuration.logo, site.configuration.image].compactMap(identityFile)
  }

  /// A path of the configuration goes from the content folder, with a slash before it or not.
  private func identityFile(_ path: String?) -> SourceFolder.File? {
    path.flatMap { SitePath($0[...], from: "") }.flatMap { allAttachments[$0.text] }
  }

  /// Reports the pictures that the configuration names and that cannot be shown.
  package func checkIdentity(reporting diagnostics: inout [Diagnostic]) {
    let configuration = site.configuration
    for (key, path) in [("logo", configuration.logo), ("image", configuration.image)] {
      guard let path else { continue }
      let location = configuration.location(of: key)
      guard let file = identityFile(path) else {
        let names = allAttachments.keys.sorted()
        diagnostics.append(
          .missingIdentityPicture(
            path, suggestion: NearMiss.closest(to: path, among: names), at: location))
        continue
      }
      switch pictures.picture(file) {
      case .success(let picture) where !picture.removals.isEmpty:
        diagnostics.append(.cleanedDrawing(path, picture.removals, at: location))
      case .success: break
      case .failure(let problem):
        diagnostics.append(.unusablePicture(path, problem, at: location))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func missingIdentityPicture(
    _ path: String, suggestion: String?, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "site.picture", at: location,
      LocalizedText(fr: "image introuvable « \(path) »", en: "picture not found “\(path)”"),
      expected: LocalizedText(
        fr: "le chemin d’une image depuis le dossier du contenu, comme « images/logo.svg »",
        en: "the path of a picture from the content folder, as “images/logo.svg”"),
      suggestion: suggestion.map {
        LocalizedText(fr: "vouliez-vous dire « \($0) » ?", en: "did you mean “\($0)”?")
      })
  }
}
