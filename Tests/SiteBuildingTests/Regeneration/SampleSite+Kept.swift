@testable import SiteBuilding

extension SampleSite {
  /// What the disk says of the files that builds keep and seldom write, by their folder.
  var keptBases: [String: FolderContent.Stamp] {
    get throws {
      let name = TraceFile(request()).name
      let stamps = try FolderContent.stamps(of: source + "/" + CacheFolder.name)
      let bases = ["pages", "search", "sheets"].compactMap { folder in
        stamps[folder + "/" + name].map { (folder, $0) }
      }
      return Dictionary(uniqueKeysWithValues: bases)
    }
  }
}
