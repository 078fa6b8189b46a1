import Foundation

@testable import Authoring
@testable import BuildCache
@testable import Outputs
@testable import Proofreading
@testable import Publishing
@testable import SiteBuilding
@testable import SiteFiles
@testable import SiteGraph
@testable import SiteLoading

/// The part of `docs/theme.md` that lists what templates may ask for, made from `TemplateNames`.
enum TemplateReference {
  static let start =
    "<!-- Names: written by `ARCHIPEL_RECORD=1 swift test --filter TemplateNames` -->"
  static let end = "<!-- End of names -->"

  /// The templates that the program asks a theme for, and the names that only their pages have.
  static let templates: [(name: String, page: String, names: [String])] = [
    ("home", "the home page", ["sections", "latest", "latest_label", "fields", "fields_list"]),
    (
      "section", "a page of the list of a folder",
      ["items", "count_label", "pagination", "fields", "fields_list"]
    ),
    (
      "sheet",
      "a sheet whose type has no template: neither the one it names as `gabarit`, nor one "
        + "of its own name, as `methode`", ["fields", "fields_list"]
    ),
    (
      "tag", "a page of the list of a tag, or of a word of another taxonomy",
      ["tag", "taxonomy", "items", "count_label", "pagination", "elsewhere"]
    ),
    ("tags", "all tags, or all words of another taxonomy", ["all_tags", "tag_groups"]),
    ("search", "the search", []),
    ("a-z", "the alphabetical list, or one of its letters", ["letters", "groups"]),
    ("sitemap", "the site map for readers", ["tree"]),
    ("404", "what servers show for an address that leads nowhere", []),
    ("carte-de-poche", "the two faces of the pocket card of a sheet", ["card"]),
  ]

  /// The whole part, from one mark to the other.
  static var markdown: String {
    let everywhere = """
      | `site` | [`site`](#site) | the site as the page sees it |
      | `page` | [`page`](#page) | the page |
      | `t` | declared | the words of the interface in the language of the page, by the keys of \
      `langues/*.yaml` |
      | `assets` | declared | the addresses of the theme’s assets: `ti.css` is `assets.ti_css` |
      | `data` | declared | the data files of the site, by name |
      """
    let parts =
      [
        """
        \(start)

        ## Templates and names

        A template is named after the page that it makes. Others are parts, which templates take in by \
        a name of their choice.

        | template | page | names besides those of every page |
        | --- | --- | --- |
        \(templates.map(row).joined(separator: "\n"))

        A name that is known and has no value on a page is shown as nothing, and is false in a \
        section. A name that is not known is an error, told with the template and its line.

        ### The root

        | name | value | what it is |
        | --- | --- | --- |
        \(everywhere)
        \(rows(of: .root))
        """
      ] + objects.map(table)
    return parts.joined(separator: "\n\n") + "\n\n\(end)\n"
  }

  /// The objects that pages hold, each once, in the order in which they are met.
  private static var objects: [TemplateNames] {
    var found: [TemplateNames] = []
    func visit(_ names: TemplateNames) {
      guard !names.entries.isEmpty, !found.contains(where: { $0.title == names.title }) else {
        return
      }
      found.append(names)
      inner(of: names).forEach(visit)
    }
    [TemplateNames.page, .site].forEach(visit)
    inner(of: .root).forEach(visit)
    return found
  }

  private static func inner(of names: TemplateNames) -> [TemplateNames] {
    names.entries.compactMap { entry in
      switch entry.kind {
      case .object(let names), .list(let names), .keyed(let names): names
      case .text, .markup, .flag, .number, .texts, .declared: nil
      }
    }
  }

  private static func row(_ template: (name: String, page: String, names: [String])) -> String {
    let names = template.names.map { "`\($0)`" }.joined(separator: ", ")
    return "| `\(template.name)` | \(template.page) | \(names) |"
  }

  private static func table(of names: TemplateNames) -> String {
    """
    ### \(names.title.prefix(1).uppercased() + names.title.dropFirst())

    | name | value | what it is |
    | --- | --- | --- |
    \(rows(of: names))
    """ + (names.isOpen ? "\n\nBesides, the keys of an object that the type declares." : "")
  }

  private static func rows(of names: TemplateNames) -> String {
    names.entries.map { "| `\($0.name)` | \(value(of: $0.kind)) | \($0.meaning) |" }
      .joined(separator: "\n")
  }

  private static func value(of kind: TemplateNames.Kind) -> String {
    switch kind {
    case .text: "text"
    case .markup: "HTML"
    case .flag: "yes or no"
    case .number: "number"
    case .texts: "list of texts"
    case .declared: "declared"
    case .object(let names): link(to: names)
    case .list(let names): "list: \(link(to: names))"
    case .keyed(let names): "by key: \(link(to: names))"
    }
  }

  private static func link(to names: TemplateNames) -> String {
    let anchor = names.title.lowercased().replacing(" ", with: "-").filter { $0 != "`" }
    return "[\(names.title)](#\(anchor))"
  }
}
