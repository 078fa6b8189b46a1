import ContentModel
import Diagnostics
import Formats
import SiteGraph
import SiteLoading
import YAMLParsing

/// A file that declares the site, open for a form to change it: `archipel.yaml`, or a vocabulary.
struct SettingsFile {
  let path: ContentPath
  let opened: OpenedSheet
  let form: SettingsForm

  /// Opens a file.
  ///
  /// - Throws: ``SheetEditFailure`` when its source alone can be edited.
  init(_ bytes: [UInt8], at path: ContentPath, in site: DeskSite) throws(SheetEditFailure) {
    self.path = path
    opened = try OpenedSheet(yaml: bytes)
    switch path.vocabulary {
    case nil:
      // The file may have been written since the site was read.
      var reported: [Diagnostic] = []
      let written = SiteConfiguration(
        path: path.text, text: String(decoding: bytes, as: UTF8.self), reporting: &reported)
      let languages = site.languages(declaredBy: written)
      form = ConfigurationForm(values: opened.values, languages: languages).form
    case let id?:
      form = VocabularyForm(values: opened.values, id: id, languages: site.languages).form
    }
  }

  /// Returns what the file becomes when fields of its form change.
  func bytes(changing fields: [String: DataValue]) throws -> [UInt8] {
    var edit = try FormEdit(of: opened, fields: form.fields).edit(fields, body: nil)
    if path.vocabulary != nil { TermNames(before: opened.values).complete(&edit) }
    return try opened.bytes(applying: edit)
  }

  /// What the page of the desk is told of its values.
  func members(in language: MessageLanguage) -> [JSONMember] {
    [
      JSONMember("form", form.document(in: language)),
      JSONMember("values", FormValues(opened, of: form.fields).document),
    ]
  }
}

extension DeskSite {
  /// The languages of the site, its own first.
  var languages: [String] { languages(declaredBy: commons.site.configuration) }

  /// Returns the languages of the site, its own first: those that a configuration declares, and those that
  /// sheets are in.
  func languages(declaredBy configuration: SiteConfiguration) -> [String] {
    let used = commons.site.sheets.filter { $0.original != nil }.compactMap(\.namedLanguage)
    let own = configuration.language
    return [own] + Set(configuration.languages + used).subtracting([own]).sorted()
  }
}
