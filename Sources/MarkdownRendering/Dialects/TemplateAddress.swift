import TextEncoding

/// The start of an address that Jekyll makes of tags: `{{ site.baseurl }}/a/`, `{{ "/a/" | relative_url }}`,
/// `{% link _docs/a.md %}`, `{% post_url 2024-05-01-a %}`; and one that Hugo makes: `{{< ref "a.md" >}}`.
package enum TemplateAddress {
  /// The most bytes of one tag.
  private static let maxLength = 200

  /// Returns an address from the root of the site in the place of one that starts with such tags; nil for
  /// any other.
  package static func plain(_ written: Substring) -> String? {
    var (start, rest) = ("", written)
    var count = 0
    while let (text, length) = tag(startOf: rest), count < 4 {
      start += text
      rest = rest.dropFirst(length)
      count += 1
    }
    guard count > 0 else { return nil }
    let address = start + rest
    // Hugo starts at the folder of the page.
    if count == 1, written.hasPrefix("{{<") || written.hasPrefix("{{%") { return address }
    return address.hasPrefix("/") ? address : "/" + address
  }

  /// Reads one tag: the text that takes its place, and its length in characters.
  private static func tag(startOf text: Substring) -> (text: String, length: Int)? {
    let closing = text.hasPrefix("{{") ? "}}" : text.hasPrefix("{%") ? "%}" : ""
    guard !closing.isEmpty else { return nil }
    var inside = text.dropFirst(2).prefix(maxLength)
    guard let sign = closing.first, let end = inside.firstIndex(of: sign),
      inside[end...].hasPrefix(closing)
    else { return nil }
    inside = inside[..<end]
    let length = inside.count + 4
    inside = inside.drop { $0 == "-" }
    while inside.last == "-" { inside = inside.dropLast() }
    let words = inside.split(separator: " ").map(String.init)
    guard let text = closing == "}}" ? value(inside.trimmed) : link(words) else { return nil }
    return (text, length)
  }

  /// Returns the page that `< ref "a.md" >` or `% relref path="a.md" %` calls.
  private static func reference(_ call: String) -> String? {
    let words = call.dropFirst().dropLast().drop { $0 == " " }
    guard let name = ["relref ", "ref "].first(where: words.hasPrefix) else { return nil }
    var page = words.dropFirst(name.count).drop { $0 == " " }
    if page.hasPrefix("path=") { page = page.dropFirst("path=".count) }
    guard let quote = page.first, "\"'`".contains(quote),
      let end = page.dropFirst().firstIndex(of: quote)
    else { return nil }
    return String(page[..<end].dropFirst()).replacing(" ", with: "%20")
  }

  private static func value(_ expression: String) -> String? {
    for sign in ["<>", "%%"] where expression.first == sign.first && expression.last == sign.last {
      return reference(expression)
    }
    if ["site.baseurl", "site.url", "page.baseurl"].contains(expression) { return "" }
    guard let quote = expression.first, quote == "\"" || quote == "'",
      let end = expression.dropFirst().firstIndex(of: quote)
    else { return nil }
    let filters = expression[expression.index(after: end)...].filter { $0 != " " && $0 != "|" }
    guard ["relative_url", "absolute_url", "prepend:site.baseurl"].contains(filters) else {
      return nil
    }
    return String(expression.dropFirst()[..<end])
  }

  private static func link(_ words: [String]) -> String? {
    guard words.count == 2 else { return nil }
    switch words[0] {
    case "link": return "/" + words[1]
    case "post_url": return "/_posts/" + words[1] + ".md"
    default: return nil
    }
  }
}
