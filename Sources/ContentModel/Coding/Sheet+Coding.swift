public import ByteCoding
import Calendars
import Diagnostics
import TextEncoding

extension Sheet {
  /// All that the sheet has but its text, in the form that
  /// ``SheetReader/sheet(keptIn:path:name:translating:file:)`` reads; nil for one with a view,
  /// which is better read from its file.
  public var encoded: [UInt8]? {
    guard views.isEmpty else { return nil }
    var writer = FieldValueWriter(path: path)
    writer.bytes.write(type.id)
    writer.bytes.write(title)
    writer.bytes.write(titleLine ?? 0)
    writer.bytes.write(sortingKey.folded)
    writer.bytes.write(isDraft ? 1 : 0)
    writer.bytes.write(publication.isUnlisted ? 1 : 0)
    writer.bytes.write(publication.isNotIndexed ? 1 : 0)
    writer.bytes.write(publication.from?.description ?? "")
    writer.bytes.write(publication.until?.description ?? "")
    writer.write(slug)
    writer.bytes.write(aliases.count)
    for alias in aliases {
      writer.bytes.write(alias.path)
      writer.write(alias.query)
      writer.write(alias.location)
      writer.bytes.write(alias.isOfOtherTool ? 1 : 0)
    }
    writer.write(fields)
    var places = FieldValueWriter(path: path)
    places.write(locations)
    writer.bytes.write(bytes: places.bytes.bytes[...])
    writer.bytes.write(bodyFirstLine)
    writer.bytes.write(isBlank ? 1 : 0)
    return writer.bytes.bytes
  }
}

extension SheetReader {
  /// Reads a sheet that was kept.
  ///
  /// - Parameters:
  ///   - reader: Reads what ``Sheet/encoded`` gave.
  ///   - path: The file, relative to the source folder.
  ///   - name: What its path below the content folder says.
  ///   - original: What it translates.
  ///   - file: Reads the file, when somebody asks for the text.
  /// - Throws: `CorruptData` for other bytes.
  public func sheet(
    keptIn reader: inout ByteReader, path: String, name: SheetName, translating original: Sheet?,
    file: @escaping @Sendable () -> [UInt8]
  ) throws(CorruptData) -> Sheet {
    var values = FieldValueReader(bytes: reader, path: path)
    let id = try values.bytes.text()
    guard let type = types[id] ?? (id == ContentType.page.id ? .page : nil) else {
      throw CorruptData()
    }
    let title = try values.bytes.text()
    let titleLine = try values.bytes.number()
    let folded = try values.bytes.text()
    let isDraft = try values.bytes.number() != 0
    var publication = Publication()
    publication.isUnlisted = try values.bytes.number() != 0
    publication.isNotIndexed = try values.bytes.number() != 0
    publication.from = CalendarDate(iso: try values.bytes.text())
    publication.until = CalendarDate(iso: try values.bytes.text())
    let slug = try values.optionalText()
    var aliases: [Sheet.Alias] = []
    for _ in 0..<(try values.bytes.count()) {
      let (path, query) = (try values.bytes.text(), try values.optionalText())
      let location = try values.location()
      aliases.append(
        Sheet.Alias(
          path: path, query: query, location: location,
          isOfOtherTool: try values.bytes.number() != 0))
    }
    let fields = try values.values()
    let locations = Deferred<[String: SourceLocation]>(keptIn: try values.bytes.slice(), or: [:]) {
      reader throws(CorruptData) in
      var places = FieldValueReader(bytes: reader, path: path)
      return try places.locations()
    }
    let body = SheetBody(
      firstLine: try values.bytes.number(), isBlank: try values.bytes.number() != 0, read: file)
    reader = values.bytes
    return Sheet(
      name: name, path: path, type: type, title: title,
      titleLine: titleLine == 0 ? nil : titleLine, isDraft: isDraft,
      publication: publication, slug: slug,
      aliases: aliases, views: [], fields: fields,
      locations: locations, body: body, original: original,
      sortingKey: { SortingKey(title, folded: folded, in: $0 ?? siteLanguage) })
  }
}
