import ContentModel
package import Diagnostics
package import SiteGraph
import SiteLoading
import Theming

/// The image that presents a sheet where its address is shared, drawn from a template.
package struct SharedImage: Output {
  package let path: String
  package let origin: String
  private let index: Int

  package var sheet: Int? { index }

  package static func all(in site: SiteView, hasAddress: Bool) -> [any Output] {
    guard hasAddress, site.declared.configuration.hasSocialImages else { return [] }
    return site.sheets.enumerated().map { index, sheet in
      SharedImage(
        path: site.folders[index] + SocialImage.fileName, origin: sheet.path, index: index)
    }
  }

  package func description(in site: SiteView) -> LocalizedText? {
    LocalizedText(
      fr: "l’image qui présente la fiche là où son adresse est partagée",
      en: "the image that presents the sheet where its address is shared")
  }

  package func bytes(
    from renderer: inout FileRenderer, reporting diagnostics: inout [Diagnostic]
  ) -> [UInt8] {
    guard let template = renderer.templates.socialImage else { return [] }
    let path = renderer.commons.sheets[index].path
    let svg = renderer.commons.theme.render(
      template, renderer.context.socialImage(of: index), contentPath: path,
      diagnostics: &diagnostics)
    switch renderer.commons.pictures.drawn(svg) {
    case .success(let png): return png
    case .failure(let problem):
      diagnostics.append(.undrawnSocialImage(problem, of: path))
      return []
    }
  }
}
