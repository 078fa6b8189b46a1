@testable import Authoring
@testable import BuildCache
@testable import Outputs
@testable import Proofreading
@testable import Publishing
@testable import SiteBuilding
@testable import SiteFiles
@testable import SiteGraph
@testable import SiteLoading

extension SampleSite {
  /// What the disk says of the files that builds keep and seldom write, by their folder.
  var keptBases: [String: FolderContent.Stamp] {
    get throws {
      let name = BuildRecordFile(request()).name
      let stamps = try FolderContent.stamps(of: source + "/" + CacheFolder.name)
      let bases = ["pages", "search", "sheets"].compactMap { folder in
        stamps[folder + "/" + name].map { (folder, $0) }
      }
      return Dictionary(uniqueKeysWithValues: bases)
    }
  }
}

extension LayeredFile {
  /// One of the files that are kept of the builds into a published folder.
  init(_ file: BuildRecordFile, _ folder: String) {
    self.init(file.cache, folder, name: file.name)
  }
}
