import SiteLoading
import ContentModel
package import Diagnostics
package import Formats
import SiteFiles
package import SiteGraph
import Theming

/// Holds pages to the budget of the site.
///
/// What a page weighs is its own bytes and those of the style sheets and scripts that it loads, with
/// the fonts of these, uncompressed; on the home page, the images count too. A file that a script
/// asks for later does not count, as nobody has to wait for it.
package struct PageBudget: Sendable {
  private let budget: WeightBudget
  private let baseURL: BaseURL?
  private let assets: [String: Weighed]
  private let pictures: [String: Int]

  /// What is known of an asset: what it weighs, and what it makes a browser load besides.
  private struct Weighed: Sendable {
    let bytes: Int
    let kind: PageWeight.Kind
    let references: [String]
  }

  package init(_ commons: SiteView, baseURL: BaseURL?) {
    budget = commons.declared.configuration.budget
    self.baseURL = baseURL
    assets = Dictionary(
      commons.theme.assets.map { asset in
        let weighed = Weighed(
          bytes: asset.bytes.count, kind: PageWeight.Kind(ofFile: asset.name),
          references: asset.references)
        return (asset.path, weighed)
      }, uniquingKeysWith: { first, _ in first })
    pictures = Dictionary(
      commons.pictures.files.map { ($0.path, $0.byteCount) }, uniquingKeysWith: { $1 })
  }

  /// Returns what is wrong with the weight of a file; nil unless it is a page with a limit.
  ///
  /// - Parameter commons: The site, its readings those of the page: the files that it loads count.
  package func check(_ bytes: [UInt8], _ file: any Output, _ commons: SiteView) -> [Diagnostic] {
    guard let page = file as? any PageOutput else { return [] }
    let kind = page.budget(in: commons)
    guard let limit = budget[kind] else { return [] }
    let weight = weight(of: bytes, at: file.path, images: kind == .home, commons)
    let location =
      page.sheet.map { SourceLocation(path: commons.sheets[$0].path) } ?? limit.location
    var found: [Diagnostic] = []
    if let most = limit.weight, weight.total > most.value {
      found.append(.pageTooHeavy(file.path, weight, limit: most, kind, at: location))
    }
    if let most = limit.requests, weight.files.count > most {
      found.append(.tooManyRequests(file.path, weight, limit: most, kind, at: location))
    }
    return found
  }

  /// Weighs a page with what it loads.
  private func weight(
    of page: [UInt8], at path: String, images: Bool, _ commons: SiteView
  ) -> PageWeight {
    var weight = PageWeight(page: path, bytes: page.count)
    for file in Subresource.all(in: page, images: images) {
      let destination = Destination(file.address, from: path, baseURL: baseURL)
      guard case .file(let target, _) = destination else { continue }
      add(target, to: &weight, images: images, commons)
    }
    return weight
  }

  private func add(
    _ path: String, to weight: inout PageWeight, images: Bool, _ commons: SiteView
  ) {
    if let asset = assets[path] {
      guard asset.kind != .image || images else { return }
      guard weight.add(path, asset.kind, bytes: asset.bytes) else { return }
      for reference in asset.references {
        add(reference, to: &weight, images: images, commons)
      }
    } else if let bytes = pictures[path] {
      _ = weight.add(path, .image, bytes: bytes)
    } else if let attachment = commons.attachments[path] {
      let bytes = DiskFile.size(attachment.diskPath) ?? 0
      _ = weight.add(path, PageWeight.Kind(ofFile: path), bytes: bytes)
    }
  }
}
