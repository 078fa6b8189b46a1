import Foundation
import SiteLoading
import Testing

@testable import Theming

@Suite struct ThemeLoadingTests {
  @Test func readsFoldersInOrder() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try write("1", to: root.appending(path: "first/templates/sous/t.mustache"))
    try write("a", to: root.appending(path: "first/assets/a.css"))
    try write("brouillon", to: root.appending(path: "first/assets/.a.css.swp"))
    try write("2 {{>sous/t}", to: root.appending(path: "second/templates/u.mustache"))
    try write("b", to: root.appending(path: "second/assets/a.css"))

    let (theme, diagnostics) = try Theme.load(from: [
      ThemeFolder(path: root.path + "/first", shownAs: "themes/ti"),
      ThemeFolder(path: root.path + "/second", shownAs: "themes/à nous"),
      ThemeFolder(path: root.path + "/absent", shownAs: "themes/absent"),
    ])
    #expect(theme.assets.map(\.name) == ["a.css"])
    #expect(theme.assets.map(\.bytes) == [[UInt8(ascii: "b")]])
    #expect(diagnostics.places == ["themes/à nous/templates/u.mustache:1:3"])
  }

  private func write(_ text: String, to url: URL) throws {
    let folder = url.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }
}
