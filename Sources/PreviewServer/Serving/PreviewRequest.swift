import TextEncoding
import NIOHTTP1

/// A request of a browser.
struct PreviewRequest: Sendable {
  let method: HTTPMethod
  /// The path, percent-encoded; a whole address where a proxy is asked.
  let path: String
  /// What follows the question mark, percent-encoded; empty when there is none.
  let query: String
  let headers: HTTPHeaders
  /// The body, of a request whose body is read.
  var body: [UInt8] = []

  init(_ head: HTTPRequestHead) {
    method = head.method
    headers = head.headers
    let uri = head.uri.prefix { $0 != "#" }
    let parts = uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = parts.first.map(String.init) ?? ""
    query = parts.count > 1 ? String(parts[1]) : ""
  }

  /// Returns the value of a key of the query; nil when it is not there, or not UTF-8.
  func queryValue(_ key: String) -> String? {
    for pair in query.split(separator: "&") where pair.hasPrefix(key + "=") {
      return PercentEncoding.decodeWhole(pair.dropFirst(key.count + 1))
    }
    return nil
  }
}
