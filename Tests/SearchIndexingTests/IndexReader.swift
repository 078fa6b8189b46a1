import Foundation

@testable import SearchIndexing

/// Reads an index as the engine in the page does.
struct IndexReader {
  let index: SearchIndex
  let root: [String: Any]

  init?(_ index: SearchIndex) {
    guard let file = index.files.first(where: { $0.name == SearchIndex.rootName }),
      let root = IndexReader.value(of: file) as? [String: Any]
    else { return nil }
    self.index = index
    self.root = root
  }

  /// The value that a file gives to its callback.
  static func value(of file: IndexFile) -> Any? {
    let text = String(decoding: file.bytes, as: UTF8.self)
    guard text.hasPrefix("Archipel.index("), text.hasSuffix(")\n") else { return nil }
    let json = text.dropFirst("Archipel.index(".count).dropLast(2)
    return try? JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
  }

  func files(_ kind: String) -> [IndexFile] {
    index.files.filter { $0.name.hasPrefix("\(kind).") }
  }

  /// The groups of every shard: their forms, and how long their postings are.
  var groups: [(forms: [String], postings: Int)] {
    var values = files("f").compactMap { IndexReader.value(of: $0) as? [String] }
    if let core = root["terms"] as? [String] { values.append(core) }
    return values.flatMap(IndexReader.groups)
  }

  private static func groups(_ shard: [String]) -> [(forms: [String], postings: Int)] {
    var before = ""
    let postings = Array(shard[1].utf8)
    var at = 0
    return shard[0].split(separator: "/").map { entry in
      let shared = Int(entry.utf8.first ?? 65) - 65
      let parts = entry.dropFirst().split(separator: ",", omittingEmptySubsequences: false)
      let stem = String(before.prefix(shared) + parts[0])
      before = stem
      let length = number(postings, &at)
      at += length
      let endings = parts.dropFirst().filter { $0 != "*" }
      return (endings.isEmpty ? [stem] : endings.map { stem + $0 }, length)
    }
  }

  /// Reads a number of the index.
  static func number(_ bytes: [UInt8], _ at: inout Int) -> Int {
    guard at < bytes.count else { return 0 }
    var digit = Int(bytes[at]) - 35
    at += 1
    if digit > 56 { digit -= 1 }
    return digit < 60 ? digit : digit + 31 * number(bytes, &at)
  }
}
