import ImageProcessing
import SiteFiles
package import SiteLoading

extension SourceFolder.File {
  /// Returns what readers must know of a file before they load it: « (PDF, 120 ko) »; nothing of a
  /// picture, which browsers show.
  ///
  /// - Parameter format: How values are written on the page; made only when there is something to say.
  package func formatAndSize(_ format: () -> ValueFormat) -> String? {
    guard ImageFormat(fileName: contentPath) == nil, let size = DiskFile.size(diskPath) else {
      return nil
    }
    let name = contentPath.split(separator: "/").last ?? ""
    let ending = name.split(separator: ".").dropFirst().last
    let parts = [ending?.uppercased(), format().weight(bytes: size)]
    return "(" + parts.compactMap(\.self).joined(separator: ", ") + ")"
  }
}
