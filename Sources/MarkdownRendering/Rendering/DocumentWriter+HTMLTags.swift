import Diagnostics
import TextEncoding

/// The tags of raw HTML: the places that they make, where they lead, and how they are written.
extension DocumentWriter {
  /// Where the addresses of a tag lead.
  struct HTMLLinks {
    /// What to write for each; nil for one that leads nowhere.
    var urls: [String: String?] = [:]
    var image: ShownImage?
    var language: String?
    /// What takes the place of the whole tag.
    var replacement: Replacement?
    /// Whether the tag leaves the page: what it led to is a link after the player that it stands in.
    var isLeftOut = false
  }

  /// What is written for an image that is not shown.
  struct Replacement {
    let url: String?
    let text: String
  }

  /// Notes the place that a tag makes for links; returns whether it may have it.
  mutating func takePlace(of tag: HTMLTag) -> Bool {
    guard let place = tag.place else { return true }
    // What is inside a heading has given it its id.
    if isInsideHeading, document.headings.last?.id == place { return false }
    guard headingIDs.take(explicit: place) else { return options.rawHTML == .allow }
    document.anchors.append(place)
    return true
  }

  /// Asks where the addresses of a tag lead.
  mutating func resolvedLinks(
    of tag: HTMLTag, in html: UnsafeBufferPointer<UInt8>, _ node: SyntaxNode
  ) -> HTMLLinks {
    var links = HTMLLinks()
    for var attribute in tag.attributes where SafeHTML.addresses.contains(attribute.name) {
      if let range = attribute.range, isFilledInElsewhere(attribute.value) {
        if let plain = TemplateAddress.plain(attribute.value.trimmed[...]),
          !isFilledInElsewhere(plain)
        {
          attribute.value = plain
        } else {
          let location = location(of: range, in: html, of: node)
          reportOnce(attribute.value.contains("{%") ? .template : .value) { _ in location }
        }
      }
      guard let range = attribute.range, isAsked(attribute.value) else {
        if options.rawHTML == .safe,
          !LinkSafety.isAllowed(attribute.value) || isFilledInElsewhere(attribute.value)
        {
          links.urls.updateValue(nil, forKey: attribute.name)
        }
        continue
      }
      let location = location(of: range, in: html, of: node)
      if attribute.name == "srcset" {
        links.urls.updateValue(sourceSet(attribute.value, at: location), forKey: "srcset")
        continue
      }
      let isPicture = tag.name == "img" && attribute.name == "src"
      let isRemote =
        LinkSafety.scheme(of: attribute.value) != nil || attribute.value.hasPrefix("//")
      // What is loaded from another site follows the rule of its images.
      let isLoaded =
        isRemote && SafeHTML.isLoaded(attribute.name)
        && (options.rawHTML == .safe || attribute.name == "poster")
      let request = LinkRequest(
        kind: isPicture || isLoaded ? .image : .link, destination: attribute.value.trimmed,
        location: location)
      let resolved = self.links.resolve(request, diagnostics: &document.diagnostics)
      switch resolved {
      case .url(let url, _, let page, let language, _):
        let isSafe = isSafe(url, at: location)
        links.urls.updateValue(isSafe ? url : nil, forKey: attribute.name)
        links.language = language
        if isSafe, tag.name == "a" { record(request, to: url, pageID: page) }
      case .image(let image):
        links.urls.updateValue(image.url, forKey: attribute.name)
        if isPicture { links.image = image }
      case .linkInstead(let url):
        links.urls.updateValue(nil, forKey: attribute.name)
        if isPicture {
          links.replacement = Replacement(url: url, text: tag["alt"] ?? "")
        } else if attribute.name == "src", options.rawHTML == .safe {
          // A link, where the reader sees it: what stands in a player is shown by none that plays.
          let words = tag["title"] ?? tag["label"] ?? ""
          let link = Replacement(url: url, text: words)
          if let player = openHTML.lastIndex(where: { SafeHTML.playing.contains($0.name) }) {
            openHTML[player].links.append(link)
            links.isLeftOut = true
          } else {
            links.replacement = link
          }
        }
      case .unresolved:
        if options.rawHTML == .allow { continue }
        links.urls.updateValue(nil, forKey: attribute.name)
        if isPicture { links.replacement = Replacement(url: nil, text: tag["alt"] ?? "") }
      }
    }
    return links
  }

  /// Whether an address holds tags, which another tool would have filled in.
  private func isFilledInElsewhere(_ address: String) -> Bool {
    address.contains("{{") || address.contains("{%")
  }

  /// Whether the site is asked where an address leads: not what another tool would have filled in, nor
  /// what no link of Markdown could be.
  private func isAsked(_ address: String) -> Bool {
    if isFilledInElsewhere(address) { return false }
    guard let scheme = LinkSafety.scheme(of: address) else { return !address.trimmed.isEmpty }
    return options.rawHTML == .allow
      ? LinkSafety.allowedSchemes.contains(scheme) : scheme != "data"
  }

  /// Resolves a list of pictures to choose from; nil when one of them cannot be shown.
  private mutating func sourceSet(_ list: String, at location: SourceLocation) -> String? {
    var candidates: [String] = []
    for candidate in list.split(separator: ",") {
      let (address, size) = Self.cut(candidate: String(candidate).trimmed)
      if address.isEmpty { continue }
      let isRemote = LinkSafety.scheme(of: address) != nil || address.hasPrefix("//")
      let request = LinkRequest(
        kind: isRemote ? .image : .link, destination: address, location: location)
      let resolved = links.resolve(request, diagnostics: &document.diagnostics)
      let url: String
      switch resolved {
      case .url(let found, _, _, _, _): url = found
      case .image(let image): url = image.url
      case .linkInstead, .unresolved: return nil
      }
      guard isSafe(url, at: location) else { return nil }
      let written = url.replacing(" ", with: "%20")
      candidates.append(size.isEmpty ? written : written + " " + size)
    }
    return candidates.isEmpty ? nil : candidates.joined(separator: ", ")
  }

  /// Cuts the size, `2x` or `640w`, off a picture to choose from: GitBook writes the names of files with their
  /// spaces.
  private static func cut(candidate: String) -> (address: String, size: String) {
    guard let space = candidate.lastIndex(of: " "), let unit = candidate.last,
      "xwh".contains(unit),
      candidate[space...].dropFirst().dropLast().allSatisfy({ $0.isNumber || $0 == "." }),
      candidate[space...].count > 2
    else { return (candidate, "") }
    return (String(candidate[..<space]).trimmed, String(candidate[space...]).trimmed)
  }

  // MARK: Writing

  mutating func write(_ replacement: Replacement) {
    let text = replacement.text.isEmpty ? replacement.url ?? "" : replacement.text
    plain.append(contentsOf: text.utf8)
    let url = isInsideLink || isInsideRawLink ? nil : replacement.url
    if var url {
      url.withUTF8 { openAnchor(to: $0, title: UnsafeBufferPointer(start: nil, count: 0)) }
    }
    HTMLEscaping.append(text, to: &output)
    if url != nil { output.append("</a>") }
    typesetter.noteObject()
  }

  /// Writes a tag anew.
  ///
  /// - Parameter isSafe: Whether it keeps the attributes of safe HTML alone.
  /// - Returns: The names of those that are left out.
  @discardableResult
  mutating func write(
    _ tag: HTMLTag, _ links: HTMLLinks, isSafe: Bool, placeIsTaken: Bool
  ) -> [String] {
    var leftOut: [String] = []
    output.append("<")
    output.append(contentsOf: tag.name.utf8)
    var seen: Set<String> = []
    let place = tag.place
    for attribute in tag.attributes where !attribute.name.isEmpty {
      var name = attribute.name
      if name == "id" || (name == "name" && tag.name == "a") {
        if placeIsTaken || attribute.value != place { continue }
        name = "id"
      } else if isSafe, !SafeHTML.allows(name, on: tag.name) {
        // Whether there is Markdown in an element has been seen to.
        if name != "markdown" { leftOut.append(name) }
        continue
      }
      guard seen.insert(name).inserted else { continue }
      write(attribute.value, as: name, links)
    }
    if let image = links.image { write(image, beside: seen, of: tag) }
    if let language = links.language, !seen.contains("hreflang") {
      write(language, as: "hreflang")
    }
    output.append(SafeHTML.voidElements.contains(tag.name) ? " />" : ">")
    return leftOut
  }

  private mutating func write(_ value: String, as name: String, _ links: HTMLLinks) {
    guard SafeHTML.addresses.contains(name) else { return write(value, as: name) }
    guard case .some(let resolved) = links.urls[name] else { return write(value, as: name) }
    guard var url = resolved else { return }
    if name == "srcset" { return write(url, as: name) }
    output.append(contentsOf: " \(name)=\"".utf8)
    url.withUTF8 { HTMLEscaping.appendAddress($0, to: &output) }
    output.append("\"")
  }

  private mutating func write(_ value: String, as name: String) {
    output.append(contentsOf: " \(name)=\"".utf8)
    HTMLEscaping.append(value, to: &output)
    output.append("\"")
  }

  /// Writes what a picture of the site brings besides its address, where the writer has not said it.
  private mutating func write(_ image: ShownImage, beside seen: Set<String>, of tag: HTMLTag) {
    if !seen.contains("alt") { write("", as: "alt") }
    plain.append(contentsOf: (tag["alt"] ?? "").utf8)
    if !seen.contains("srcset"), let set = image.sourceSet {
      write(set, as: "srcset")
      write(ShownImage.sizes, as: "sizes")
    }
    if !seen.contains("width"), !seen.contains("height") {
      if let width = image.width { write(String(width), as: "width") }
      if let height = image.height { write(String(height), as: "height") }
    }
    write("lazy", as: "loading")
    write("async", as: "decoding")
  }
}
