import Authoring
import ContentModel
import Diagnostics
package import Formats
import SiteGraph
import SiteLoading

extension WritingDesk {
  /// What the page is told of the site: its types, its sheets, the tags in use.
  package func overview(of site: DeskSite) -> JSONValue {
    let commons = site.commons
    let language = commons.site.configuration.language
    let types = commons.site.types.values.sorted { $0.id < $1.id }
    return [
      "title": .string(commons.site.configuration.title),
      "types": .array(
        types.map { type in
          [
            "id": .string(type.id), "label": .string(type.label.text(in: language)),
            "description": .string(type.description?.text(in: language) ?? ""),
          ]
        }),
      "sheets": .array(
        commons.site.sheets.enumerated().map { index, sheet in
          [
            "id": .string(sheet.id), "title": .string(sheet.title),
            "type": .string(sheet.type.id), "path": .string(sheet.path),
            "url": .string("/" + commons.addresses[index]), "draft": .bool(sheet.isDraft),
            "language": sheet.original == nil ? .null : .string(sheet.namedLanguage ?? ""),
          ]
        }),
      "languages": .strings(languages(of: commons.site)),
      "tags": .strings(commons.tagIndex.tags.map(\.label)),
      "endings": .strings(UploadedFile.endings),
    ]
  }

  /// The languages that sheets are translated into: those that the site names, and those in use.
  private func languages(of site: LoadedSite) -> [String] {
    let used = site.sheets.filter { $0.original != nil }.compactMap(\.namedLanguage)
    let all = Set(site.configuration.languages + used).subtracting([site.configuration.language])
    return all.isEmpty ? ["en"] : all.sorted()
  }

  /// What the page is told of a file.
  func description(of bytes: [UInt8], at path: ContentPath, in site: DeskSite) -> JSONValue {
    var members: [JSONMember] = [
      JSONMember("path", .string(path.text)),
      JSONMember("version", .string(Self.version(of: bytes))),
      JSONMember("url", site.address(ofFileAt: path.text).map { .string($0) } ?? .null),
      JSONMember("messages", messages(about: bytes, at: path, in: site)),
    ]
    if let text = String(validating: bytes, as: UTF8.self) {
      members.append(JSONMember("source", .string(BodyText(Array(text.utf8)[...]).shown)))
    }
    do {
      let sheet = try OpenedSheet(bytes)
      let type = type(of: sheet, at: path, in: site)
      members += [
        JSONMember("form", form(of: type, in: site)),
        JSONMember("values", FormValues(sheet, of: type).document),
        JSONMember("body", .string(sheet.body)),
      ]
    } catch {
      members.append(JSONMember("reason", .string(error.message.text(in: language))))
    }
    return .object(members)
  }

  private func form(of type: ContentType, in site: DeskSite) -> JSONValue {
    let loaded = site.commons.site
    let language = loaded.configuration.language
    let guide = FieldHelp(
      format: ValueFormat(loaded.theme, language: language, siteLanguage: language),
      vocabularies: loaded.vocabularies)
    return SheetForm(type, guide: guide).document
  }

  /// What is wrong with a file, each at its field: what is known as it is written, and what the last build
  /// has found in its text when the file is the one that was built.
  func messages(about bytes: [UInt8], at path: ContentPath, in site: DeskSite) -> JSONValue {
    let check = DraftCheck(site.commons)
    var findings = check.findings(in: bytes, at: path.text)
    let record = site.commons.site.files.first { $0.file.path == path.text }
    if record?.digest == Self.version(of: bytes) {
      let known = Set(findings.map(\.message))
      findings += site.diagnostics.filter { diagnostic in
        diagnostic.location.path == path.text && diagnostic.severity != .remark
          && !known.contains(diagnostic.message)
      }
    }
    let sheet = try? OpenedSheet(bytes)
    let type = sheet.map { self.type(of: $0, at: path, in: site) }
    return .array(
      findings.map { finding in
        let place = type.flatMap { sheet?.place(of: finding, type: $0) }
        return [
          "severity": .string(finding.severity.rawValue), "id": .string(finding.id),
          "message": .string(finding.message.text(in: language)),
          "expected": .string(finding.expected?.text(in: language) ?? ""),
          "suggestion": .string(finding.suggestion?.text(in: language) ?? ""),
          "path": .strings(place?.path ?? []),
          "bodyLine": place?.bodyLine.map { .integer($0) } ?? .null,
          "line": finding.location.position.map { .integer($0.line) } ?? .null,
        ]
      })
  }
}
