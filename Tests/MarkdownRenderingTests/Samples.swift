import Diagnostics

@testable import MarkdownRendering

/// Resolves as a small site would: two pages, one image; other addresses stay.
struct SampleLinks: LinkProvider {
  func resolve(_ request: LinkRequest, diagnostics: inout [Diagnostic]) -> ResolvedLink {
    switch (request.kind, request.destination) {
    case (.wiki, "World café"): .url("../world-cafe/", title: "World café", pageID: 7)
    case (.wiki, _): .unresolved
    case (.link, "guide.md"): .url("guide/", title: "Le guide", pageID: 3)
    case (.link, "guide.md#la-suite"):
      .url("guide/#la-suite", title: "Le guide", pageID: 3)
    case (.link, "perdu.md"): lost(request, &diagnostics)
    case (.image, "salle.jpg"): .image(ShownImage(url: "salle.jpg", width: 640, height: 480))
    case (.image, "photo.jpg"):
      .image(
        ShownImage(
          url: "photo-960.webp", width: 960, height: 640,
          variants: [480, 960].map { .init(url: "photo-\($0).webp", width: $0) },
          colour: "#1f6f8b", animation: "photo.jpg"))
    case (.image, "https://ailleurs.example/a.png"): .linkInstead(url: request.destination)
    case (.image, "perdue.png"): .unresolved
    default: .url(request.destination)
    }
  }

  private func lost(_ request: LinkRequest, _ diagnostics: inout [Diagnostic]) -> ResolvedLink {
    let text = LocalizedText(verbatim: request.destination)
    diagnostics.append(Diagnostic(.warning, id: "link.dangling", at: request.location, text))
    return .unresolved
  }
}

func render(
  _ text: String, _ options: MarkdownOptions = MarkdownOptions(), lang: String = "fr",
  firstLine: Int = 1
) -> RenderedDocument {
  let source = MarkdownSource(path: "a.md", text: text, firstLine: firstLine, lang: lang)
  return MarkdownRenderer(options: options).render(source, links: SampleLinks())
}

func html(
  _ text: String, _ options: MarkdownOptions = MarkdownOptions(), lang: String = "fr"
) -> String {
  render(text, options, lang: lang).htmlText
}

extension RenderedDocument {
  var htmlText: String { String(decoding: html, as: UTF8.self) }

  /// What was found, as `id line:column length`.
  var findings: [String] { diagnostics.map(\.finding) }
}

extension Diagnostic {
  var finding: String {
    "\(id) \(location.position?.line ?? 0):\(location.position?.column ?? 0) \(location.length)"
  }
}

extension SourceLocation {
  var place: String { "\(position?.line ?? 0):\(position?.column ?? 0)+\(length)" }
}
