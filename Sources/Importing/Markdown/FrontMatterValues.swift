import ContentModel
import TextEncoding
import YAMLParsing

/// The values of a front matter that any tool has written, and what of it cannot be read.
///
/// Where the whole cannot be read, each key is read by itself with the lines that follow it: one mistake
/// costs its own lines alone.
struct FrontMatterValues {
  private(set) var values: [(key: String, value: DataValue)] = []
  /// The lines that cannot be read, and those of a key that is given twice.
  private(set) var unreadLines: [String] = []

  init(_ head: String, isTOML: Bool) {
    if let values = Self.values(of: head, isTOML: isTOML) {
      self.values = values
      return
    }
    var keys: Set<String> = []
    for lines in Self.entries(of: head) where lines.contains(where: { !$0.trimmed.isEmpty }) {
      if let found = Self.values(of: lines.joined(separator: "\n"), isTOML: isTOML),
        found.count == 1, let entry = found.first, keys.insert(entry.key).inserted
      {
        values.append(entry)
      } else if lines.contains(where: { !$0.trimmed.hasPrefix("#") }) {
        unreadLines += lines.filter { !$0.trimmed.isEmpty }
      }
    }
  }

  private static func values(of text: String, isTOML: Bool) -> [(key: String, value: DataValue)]? {
    let root = isTOML ? try? TOMLReader.read(text) : try? YAMLDocument.parse(text)
    guard let mapping = root?.mapping, case .object(let data)? = DataValue(.mapping(mapping)) else {
      return nil
    }
    var values: [(key: String, value: DataValue)] = []
    for (key, _) in mapping {
      guard let name = key.scalar?.string, let value = data[name] else { continue }
      values.append((name, value))
    }
    return values
  }

  /// The lines of each key: those that start one are not indented, and hold no element of a list.
  private static func entries(of head: String) -> [[String]] {
    var entries: [[String]] = []
    for line in head.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let isFurther = line.isEmpty || " \t-]}#".contains(line.first ?? " ")
      if isFurther, !entries.isEmpty {
        entries[entries.count - 1].append(String(line))
      } else {
        entries.append([String(line)])
      }
    }
    return entries
  }
}
