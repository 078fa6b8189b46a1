import Authoring
import ContentModel
import Formats
import SiteLoading

/// The configuration of an editor of forges: Sveltia CMS or Decap CMS.
///
/// Source: <https://decapcms.org/docs/configuration-options/>, which Sveltia CMS reads as well.
struct EditorConfiguration {
  let site: SiteConfiguration
  let forge: Forge
  let contentFolder: String
  let guide: FieldHelp
  let collections: EditorCollections

  /// The configuration as data.
  var document: JSONValue {
    var members = [
      JSONMember("backend", backend), JSONMember("locale", .string(site.language)),
    ]
    if let address = site.baseURL {
      members += [
        JSONMember("site_url", .string(address)), JSONMember("display_url", .string(address)),
      ]
    }
    members += [
      JSONMember("media_folder", .string(inRepository(contentFolder))),
      JSONMember("public_folder", "/"),
      JSONMember("slug", ["encoding": "ascii", "clean_accents": true]),
      // What these editors show beside the form is not the page.
      JSONMember("editor", ["preview": false]),
    ]
    let fields = EditorField(guide: guide, targets: collections.targets)
    return .object(
      members + [JSONMember("collections", .array(collections.all.map { collection($0, fields) }))])
  }

  /// Where the source is kept, and how people log in.
  private var backend: JSONValue {
    var members: [JSONMember] = []
    func add(_ key: String, _ value: String) { members.append(JSONMember(key, .string(value))) }
    switch forge.kind {
    case .github: add("name", "github")
    case .gitlab: add("name", "gitlab")
    case .forgejo, .gitea: add("name", "gitea")
    }
    add("repo", forge.repository)
    add("branch", forge.branch)
    switch forge.kind {
    case .github:
      if forge.root != "https://github.com" { add("api_root", forge.root + "/api/v3") }
      if let relay = forge.relay { add("base_url", relay) }
    case .gitlab:
      add("auth_type", "pkce")
      add("app_id", forge.application ?? "")
      add("base_url", forge.root)
      add("api_root", forge.root + "/api/v4")
      add("auth_endpoint", "oauth/authorize")
    case .forgejo, .gitea:
      add("app_id", forge.application ?? "")
      add("base_url", forge.root)
      add("api_root", forge.root + "/api/v1")
      add("auth_endpoint", "login/oauth/authorize")
    }
    return .object(members)
  }

  private func inRepository(_ path: String) -> String {
    [forge.folder, path].filter { !$0.isEmpty }.joined(separator: "/")
  }

  private func collection(_ collection: EditorCollection, _ fields: EditorField) -> JSONValue {
    let type = collection.type
    var members = [
      JSONMember("name", .string(collection.name)), JSONMember("label", .string(collection.label)),
    ]
    if let help = type.description {
      members.append(JSONMember("description", .string(help.text(in: site.language))))
    }
    switch collection.place {
    case .folder(let folder, let namesType):
      members += [
        JSONMember("label_singular", .string(type.label.text(in: site.language))),
        JSONMember("folder", .string(inRepository(folder))), JSONMember("create", true),
      ]
      if let title = type.field("title") {
        members.append(JSONMember("identifier_field", .string(collection.spellings[title])))
      }
      if namesType {
        members.append(JSONMember("filter", ["field": "type", "value": .string(type.id)]))
      }
      members += Self.entry
      members.append(
        JSONMember(
          "fields",
          self.fields(
            of: type, collection.spellings, naming: namesType ? type.id : nil, fields)))
    case .files(let files):
      members.append(
        JSONMember(
          "files",
          .array(
            files.enumerated().map { index, file in
              let spellings = EditorCollection.Spellings(in: [file], of: type)
              return .object(
                [
                  JSONMember("name", .string("page-\(index + 1)")),
                  JSONMember("label", .string(file.title ?? file.path)),
                  JSONMember("file", .string(inRepository(file.path))),
                ] + Self.entry + [
                  JSONMember("fields", self.fields(of: type, spellings, naming: nil, fields))
                ])
            })))
    }
    return .object(members)
  }

  /// How every sheet is written, with what it shows beside it.
  private static let entry = [
    JSONMember("extension", "md"), JSONMember("format", "yaml-frontmatter"),
    JSONMember("media_folder", ""), JSONMember("public_folder", ""),
  ]

  /// The fields of a type, as the desk has them in their order, then the text.
  ///
  /// - Parameter id: The type that a new sheet must name.
  private func fields(
    of type: ContentType, _ spellings: EditorCollection.Spellings, naming id: String?,
    _ fields: EditorField
  ) -> JSONValue {
    let all = SheetForm(type, guide: guide).fields.filter { $0.key != Self.bodyKey }
    let documents = all.map { field -> JSONValue in
      let key = spellings[field]
      if field.key == "type", let id {
        return ["name": "type", "widget": "hidden", "default": .string(id)]
      }
      return fields.document(of: field, key: key)
    }
    return .array(documents + [body])
  }

  /// The name by which these editors know the text of a sheet.
  static let bodyKey = "body"

  private var body: JSONValue {
    [
      "name": .string(Self.bodyKey), "label": .string(site.language == "en" ? "Text" : "Texte"),
      "widget": "markdown", "required": false, "modes": ["raw", "rich_text"],
    ]
  }
}
