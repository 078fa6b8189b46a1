import SiteGraph

/// Finds the file of the site that a page shows.
enum SitePathFinder {
  /// Returns the path of the file that an address means; nil when it is not one of the site.
  static func file(_ address: String, from page: String, _ links: some BookLinks) -> String? {
    guard case .file(let path, _) = Destination(address, from: page, baseURL: links.baseURL) else {
      return nil
    }
    return path
  }
}
