import Authoring
import ContentModel
import Diagnostics
package import Formats
import SiteFiles
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
      "folders": .array(
        commons.sections.sections.filter { $0.index == nil && !$0.isUnlisted && !$0.id.isEmpty }.map
        {
          ["id": .string($0.id), "title": .string($0.id)]
        }),
      "settings": settings(of: site),
      "languages": .strings(languages(of: site)),
      "tags": .strings(commons.tagIndex.tags.map(\.label)),
      "endings": .strings(UploadedFile.endings),
    ]
  }

  /// The languages that sheets are translated into: those that the site names, and those in use.
  private func languages(of site: DeskSite) -> [String] {
    let others = Array(site.languages.dropFirst())
    return others.isEmpty ? ["en"] : others
  }

  /// The files that declare the site, and the sheet of its home page.
  private func settings(of site: DeskSite) -> JSONValue {
    let commons = site.commons
    let folder = ContentPath.vocabularies(content: site.contentFolder)
    let names = (try? files.entries(of: folder.split(separator: "/").map(String.init))) ?? []
    let vocabularies = names.filter { $0.kind == .file }.compactMap {
      ContentPath(settings: folder + "/" + $0.name, content: site.contentFolder)
    }
    let home = commons.site.sheets.first { $0.id.isEmpty && $0.original == nil }
    return [
      "configuration": .string(SourceName.configuration),
      "home": home.map { .string($0.path) } ?? .null,
      "vocabularies": .array(
        vocabularies.map { path in
          let id = path.vocabulary ?? ""
          let known = commons.site.vocabularies[id]
          return [
            "path": .string(path.text),
            "label": .string(known?.label.text(in: commons.site.configuration.language) ?? id),
            "count": known.map { .integer($0.terms.count) } ?? .null,
          ]
        }),
    ]
  }

  /// What the page is told of a file.
  func description(of bytes: [UInt8], at path: ContentPath, in site: DeskSite) -> JSONValue {
    var members: [JSONMember] = [
      JSONMember("path", .string(path.text)),
      JSONMember("version", .string(Self.version(of: bytes))),
      JSONMember("url", address(of: path, in: site).map { .string($0) } ?? .null),
      JSONMember("messages", messages(about: bytes, at: path, in: site)),
    ]
    if let text = String(validating: bytes, as: UTF8.self) {
      members.append(JSONMember("source", .string(BodyText(Array(text.utf8)[...]).shown)))
    }
    do {
      if path.declaresSite {
        members += try SettingsFile(bytes, at: path, in: site).members(in: language)
      } else {
        let sheet = try OpenedSheet(bytes)
        let type = type(of: sheet, at: path, in: site)
        members += [
          JSONMember("form", form(of: type, in: site)),
          JSONMember("values", FormValues(sheet, of: type).document),
          JSONMember("body", .string(sheet.body)),
        ]
      }
    } catch {
      members.append(JSONMember("reason", .string(error.message.text(in: language))))
    }
    return .object(members)
  }

  /// The address of the page that a file is shown on; nil for a file without a page.
  private func address(of path: ContentPath, in site: DeskSite) -> String? {
    path.isConfiguration ? "/" : site.address(ofFileAt: path.text)
  }

  private func form(of type: ContentType, in site: DeskSite) -> JSONValue {
    let loaded = site.commons.site
    let language = loaded.configuration.language
    let guide = FieldHelp(
      format: ValueFormat(loaded.theme, language: language, siteLanguage: language),
      vocabularies: loaded.vocabularies)
    return SheetForm(type, guide: guide).document
  }

  /// What is wrong with a file, each at its field.
  func messages(about bytes: [UInt8], at path: ContentPath, in site: DeskSite) -> JSONValue {
    if path.declaresSite {
      let file = try? SettingsFile(bytes, at: path, in: site)
      return .array(
        SettingsCheck(site: site).findings(in: bytes, at: path).map { finding in
          message(finding, at: file.map { $0.opened.place(of: finding, among: $0.form.fields) })
        })
    }
    let sheet = try? OpenedSheet(bytes)
    let type = sheet.map { self.type(of: $0, at: path, in: site) }
    return .array(
      findings(about: bytes, at: path, in: site).map { finding in
        message(finding, at: type.flatMap { sheet?.place(of: finding, type: $0) })
      })
  }

  /// What is wrong with a sheet: what is known as it is written, and what the last build has found in its
  /// text when the file is the one that was built.
  private func findings(
    about bytes: [UInt8], at path: ContentPath, in site: DeskSite
  ) -> [Diagnostic] {
    let findings = DraftCheck(site.commons).findings(in: bytes, at: path.text)
    let record = site.commons.site.files.first { $0.file.path == path.text }
    guard record?.digest == Self.version(of: bytes) else { return findings }
    let known = Set(findings.map(\.message))
    return findings
      + site.diagnostics.filter { diagnostic in
        diagnostic.location.path == path.text && diagnostic.severity != .remark
          && !known.contains(diagnostic.message)
      }
  }

  private func message(_ finding: Diagnostic, at place: FieldPlace?) -> JSONValue {
    [
      "severity": .string(finding.severity.rawValue), "id": .string(finding.id),
      "message": .string(finding.message.text(in: language)),
      "expected": .string(finding.expected?.text(in: language) ?? ""),
      "suggestion": .string(finding.suggestion?.text(in: language) ?? ""),
      "path": .strings(place?.path ?? []),
      "bodyLine": place?.bodyLine.map { .integer($0) } ?? .null,
      "line": finding.location.position.map { .integer($0.line) } ?? .null,
    ]
  }
}
