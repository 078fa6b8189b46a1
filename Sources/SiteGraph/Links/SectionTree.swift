import Calendars
package import ContentModel
import TextEncoding

/// The folders of the content.
package final class SectionTree: Sendable {
  /// The folders; the first is the content folder itself.
  package let sections: Tracked<Section>
  /// The neighbours of each sheet in the list of its folder.
  package let neighbours: Tracked<Neighbours>
  private let indexByID: [String: Int]
  private let recorder: DependencyRecorder?

  /// The sheets before and after a sheet in a list.
  package typealias Neighbours = (previous: Int?, next: Int?)

  /// Sorts sheets into their folders.
  ///
  /// - Parameters:
  ///   - language: The language of the site: the page of a folder in another one alone is published
  ///     apart.
  ///   - places: The places that lists of pages give to sheets, by their paths.
  init(_ sheets: [Sheet], language: String, places: [String: Int] = [:]) {
    var folders = Folders()
    var holders: Set<Int> = []
    for (index, sheet) in sheets.enumerated() {
      if sheet.isIndex {
        let folder = folders.index(ofID: sheet.id)
        if sheet.namedLanguage ?? language == language { folders.all[folder].index = index }
      } else {
        let folder = folders.index(ofID: sheet.folder)
        if sheet.isUnlisted {
          holders.insert(folder)
        } else {
          folders.all[folder].sheets.append(index)
        }
      }
    }
    if sheets.contains(where: \.isUnlisted) { folders.removeUnlisted(sheets, in: holders) }
    var neighbours: [Neighbours] = Array(repeating: (nil, nil), count: sheets.count)
    let ids = folders.all.map(\.id)
    let folderPlaces = folders.all.map { section in
      section.index.flatMap { places[sheets[$0].path] } ?? .max
    }
    for index in folders.all.indices {
      let order = Self.order(of: folders.all[index].sheets, in: sheets, places: places)
      folders.all[index].sheets = order
      folders.all[index].children.sort {
        (folderPlaces[$0], ids[$0]) < (folderPlaces[$1], ids[$1])
      }
      for (place, sheet) in order.enumerated() {
        neighbours[sheet] = (
          place > 0 ? order[place - 1] : nil, place + 1 < order.count ? order[place + 1] : nil
        )
      }
    }
    sections = Tracked(folders.all, .section, of: .folders, nil)
    self.neighbours = Tracked(neighbours, .neighbours, nil)
    indexByID = folders.indexByID
    recorder = nil
  }

  private init(_ tree: SectionTree, _ recorder: DependencyRecorder) {
    sections = tree.sections.recording(recorder)
    neighbours = tree.neighbours.recording(recorder)
    indexByID = tree.indexByID
    self.recorder = recorder
  }

  /// Returns the tree with its readings recorded.
  package func recording(_ recorder: DependencyRecorder) -> SectionTree {
    SectionTree(self, recorder)
  }

  /// Returns the folder with an id, where it has a page.
  package func section(withID id: String) -> Section? {
    guard let index = indexByID[id] else {
      recorder?.note(.folders)
      return nil
    }
    let section = sections[index]
    return section.isUnlisted ? nil : section
  }

  /// Returns every sheet of a folder and of those below it, folder by folder.
  package func allSheets(of section: Section) -> [Int] {
    section.sheets
      + section.children.flatMap { child in
        (sections[child].index.map { [$0] } ?? []) + allSheets(of: sections[child])
      }
  }

  /// The folders that were met so far, each below its parent.
  private struct Folders {
    var all: [Section] = [Section(id: "")]
    var indexByID: [String: Int] = ["": 0]

    /// Takes the folders that no list is to show from those above them: those whose own page is unlisted,
    /// and those that hold nothing but unlisted pages.
    ///
    /// - Parameter holders: The folders that hold unlisted sheets.
    mutating func removeUnlisted(_ sheets: [Sheet], in holders: Set<Int>) {
      let depths = all.map { $0.id.split(separator: "/").count }
      for index in all.indices.sorted(by: { depths[$0] > depths[$1] }) {
        let children = all[index].children.filter { child in
          !all[child].isUnlisted && all[child].index.map { !sheets[$0].isUnlisted } ?? true
        }
        let hides = holders.contains(index) || children.count < all[index].children.count
        all[index].children = children
        let section = all[index]
        all[index].isUnlisted =
          hides && !section.id.isEmpty && section.index == nil && section.sheets.isEmpty
          && section.children.isEmpty
      }
    }

    /// Returns the index of a folder, which is added with its parents where it is new.
    mutating func index(ofID id: String) -> Int {
      if let index = indexByID[id] { return index }
      let index = all.count
      indexByID[id] = index
      all.append(Section(id: id))
      let slash = id.utf8.lastIndex(of: UInt8(ascii: "/"))
      let parent = self.index(ofID: slash.map { String(id[..<$0]) } ?? "")
      all[parent].children.append(index)
      return index
    }
  }

  /// Sorts by a key, or else by that which the type names; by default the lightest first, then the
  /// latest, then by title.
  ///
  /// A place in a list of pages is the weight of a sheet that has none.
  package static func order<Sheets: RandomAccessCollection>(
    of indices: [Int], in sheets: Sheets, by sort: ContentType.SortOrder? = nil,
    places: [String: Int] = [:]
  ) -> [Int] where Sheets.Element == Sheet, Sheets.Index == Int {
    guard let first = indices.first, indices.count > 1 else { return indices }
    let order = sort ?? sheets[first].type.sort
    let isReversed = order.isDescending && CoreKey.canonical(order.key) == "title"
    let key = CoreKey.canonical(order.key)
    let keyed = indices.map { index in
      (
        index, key: SortKey(sheets[index], order, key, place: places[sheets[index].path]),
        title: sheets[index].sortingKey
      )
    }
    return keyed.sorted { left, right in
      if left.key != right.key {
        return left.key.precedes(right.key, isDescending: order.isDescending)
      }
      return isReversed ? right.title < left.title : left.title < right.title
    }.map(\.0)
  }
}

/// What a sheet is sorted by; sheets without it come last.
private enum SortKey: Equatable {
  case none
  case number(Double)
  case text(String)
  case weightAndDate(Int, Int)

  /// - Parameter key: The key of the order; of a core key, its first spelling.
  init(_ sheet: Sheet, _ order: ContentType.SortOrder, _ key: String, place: Int?) {
    switch key {
    case "title": self = .none
    case "weight":
      let day = sheet.latestDate.map { ($0.year * 100 + $0.month) * 100 + $0.day } ?? 0
      self = .weightAndDate(sheet.weight ?? place ?? .max, -day)
    case "date": self = Self.day(sheet.date)
    case "updated": self = Self.day(sheet.latestDate)
    default:
      guard let value = sheet.fields[order.key]?.elements.first,
        let field = sheet.type.field(order.key)
      else {
        self = .none
        return
      }
      switch field.kind.order(of: value) {
      case .none:
        // From where to where: what starts first comes first.
        if case .span(let span) = field.kind.facet(of: value) {
          self = .number(span.low)
        } else {
          self = .none
        }
      case .numbers(let low, _): self = .number(low)
      case .text(let text): self = .text(Slug.make(from: text))
      }
    }
  }

  private static func day(_ date: CalendarDate?) -> SortKey {
    date.map { .number($0.ordinal) } ?? .none
  }

  func precedes(_ other: SortKey, isDescending: Bool) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)): isDescending ? left > right : left < right
    case (.text(let left), .text(let right)): isDescending ? left > right : left < right
    case (.weightAndDate(let w1, let d1), .weightAndDate(let w2, let d2)): (w1, d1) < (w2, d2)
    case (.none, _): false
    case (_, .none): true
    case (.number, _): true
    default: false
    }
  }
}
