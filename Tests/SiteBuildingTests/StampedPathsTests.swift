import Testing

@testable import Authoring
@testable import BuildCache
@testable import Outputs
@testable import Proofreading
@testable import Publishing
@testable import SiteBuilding
@testable import SiteFiles
@testable import SiteGraph
@testable import SiteLoading

@Suite struct StampedPathsTests {
  private static func stamp(_ number: Int) -> FileStamp {
    FileStamp(inode: UInt64(number), size: 1, modified: 1)
  }

  private static func paths(_ paths: [String]) -> StampedPaths {
    StampedPaths(paths.enumerated().map { (path: $1, stamp: stamp($0 + 1)) })
  }

  /// Names of which one starts another, before and after the slash.
  private static let names = ["a/x", "a", "a-b/x", "é/ö", "a.b", "a/b/d", "a/b/c", ".z"]

  @Test func findsEachPathAndNoOther() {
    let paths = Self.paths(Self.names)
    #expect(paths.count == Self.names.count)
    for (number, name) in Self.names.enumerated() {
      #expect(paths.stamp(of: name) == Self.stamp(number + 1), "\(name)")
    }
    for other in ["", "a/", "a/b", "a/xx", "zz", "e/ö"] { #expect(!paths.contains(other)) }
    #expect(!StampedPaths().contains(""))
  }

  @Test func namesTheFoldersOnceBeforeWhatTheyHold() {
    let folders = Self.paths(["a.b", "a-b/x", "a/b/d", "a/b/c", "a/x", "b/c/d/e"]).folders
    #expect(
      (0..<folders.count).map(folders.path(at:))
        == ["", "a-b/", "a/", "a/b/", "b/", "b/c/", "b/c/d/"])
  }

  @Test func goesThroughTwoListsInOrder() {
    let (left, right) = (Self.paths(["b", "a", "d"]), Self.paths(["c", "b", "e"]))
    var seen: [String] = []
    StampedPaths.merge(left, right) { first, second in
      seen.append(
        (first.map { "<" + left.path(at: $0) } ?? "")
          + (second.map { ">" + right.path(at: $0) } ?? "")
      )
    }
    #expect(seen == ["<a", "<b>b", ">c", "<d", ">e"])
  }

  @Test(arguments: [[], [97], [97, 0, 98], [97, 0, 98, 0, 99, 0]] as [[UInt8]])
  func refusesBytesThatAreNotAsManyPaths(bytes: [UInt8]) {
    #expect(StampedPaths(bytes: bytes, stamps: [Self.stamp(1), Self.stamp(2)]) == nil)
    #expect(StampedPaths(bytes: [97, 0, 98, 0], stamps: [Self.stamp(1), Self.stamp(2)]) != nil)
  }
}
