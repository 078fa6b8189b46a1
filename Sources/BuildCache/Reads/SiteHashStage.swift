import ByteCoding
package import Calendars
import ContentModel
import Diagnostics
import MarkdownRendering
package import SiteFiles
package import SiteGraph
import SiteLoading

/// Hashes each part of a site.
package struct SiteHashStage {
  private let site: RenderedSite
  private let commons: LinkedSite
  private let today: CalendarDate
  private let workers: Workers
  private let elements: ElementHashes
  private var names: [UInt64] { elements.sheets }
  private var tagNames: [UInt64] { elements.tags }

  package init(
    _ site: RenderedSite, today: CalendarDate, _ elements: ElementHashes, _ workers: Workers
  ) {
    self.site = site
    self.today = today
    self.elements = elements
    self.workers = workers
    commons = site.commons
  }

  /// Computes them.
  ///
  /// - Parameter last: Those of the site before: when nothing has changed that decides which sheets
  ///   are alike, they are not compared again. Without it, they are compared when their pages are
  ///   made, and ``SiteHashes/add(related:)`` tells them.
  /// - Complexity: O(*n*) in the number of sheets, but for comparing them.
  package func compute(after last: SiteHashes?) async throws -> SiteHashes {
    let relatednessHash = relatednessHash
    let paths = commons.site.sheets.map(\.path)
    let alike = last.flatMap {
      $0.relatednessHash == relatednessHash && $0.sheets == paths ? $0 : nil
    }
    let known = alike?.values[Int(Dependency.Aspect.related.rawValue)]
    let texts = texts(last, paths)
    let bySheet = try await workers.map(paths.count) { sheet in
      Dependency.Aspect.allCases.filter(\.isOfSheets).map { aspect in
        if aspect == .related, known != nil || last == nil { return known?[sheet] ?? 0 }
        if aspect == .text, let text = texts[sheet] { return text }
        return value(aspect, of: sheet)
      }
    }
    var values: [[UInt64]] = []
    let terms = commons.allTerms
    for aspect in Dependency.Aspect.allCases {
      switch aspect {
      case .section: values.append(commons.sections.sections.map(value(of:)))
      case .tag: values.append(tagNames.indices.map { value(ofTag: $0, terms) })
      case .whole: values.append(Dependency.Whole.allCases.map(value(of:)))
      default: values.append(bySheet.map { $0[Int(aspect.rawValue)] })
      }
    }
    return SiteHashes(
      sheets: paths, folders: commons.sections.sections.map(\.id),
      tags: commons.termKeys, values: values, relatednessHash: relatednessHash)
  }

  private var relatednessHash: UInt64 {
    StableHash.of { print in
      for index in commons.site.originals.indices {
        print.add(names[index])
        print.add(commons.site.sheets[index].isUnlisted ? 1 : 0)
        for tag in commons.tagIndex.tagsBySheet[index] { print.add(tagNames[tag]) }
        for term in commons.site.sheets[index].terms {
          print.add(term.vocabulary)
          print.add(term.term)
        }
        add(site.connections.targets[index], to: &print)
      }
    }
  }

  private func add(_ sheets: some Collection<Int>, to print: inout StableHash) {
    print.add(sheets.count)
    for sheet in sheets { print.add(names[sheet]) }
  }

  private func add(_ sheet: Int?, to print: inout StableHash) {
    print.add(sheet.map { names[$0] } ?? 0)
  }

  private func value(_ aspect: Dependency.Aspect, of sheet: Int) -> UInt64 {
    StableHash.of { print in
      switch aspect {
      case .sheet: addHead(of: sheet, to: &print)
      case .card:
        print.add(site.documents.documents[sheet].sheet.title)
        print.add(site.documents.documents[sheet].sheet.summary)
      case .text: addText(of: sheet, to: &print)
      case .source: print.add(commons.site.records[sheet].digest)
      case .tags:
        let original = commons.translations.original(of: sheet)
        for tag in commons.allTerms(ofOriginal: original) { print.add(tagNames[tag]) }
      case .neighbours:
        guard commons.site.originals.indices.contains(sheet) else { return }
        add(commons.sections.neighbours[sheet].previous, to: &print)
        add(commons.sections.neighbours[sheet].next, to: &print)
      case .versions:
        add(commons.translations.original(of: sheet), to: &print)
        for version in commons.translations.versions(of: sheet) {
          print.add(names[version])
          print.add(commons.language(of: version))
        }
      case .relations, .backlinks, .related:
        guard commons.site.originals.indices.contains(sheet) else { return }
        addConnections(aspect, of: sheet, to: &print)
      case .section, .tag, .whole: break
      }
    }
  }

  /// Returns the former hashes of the texts that have not changed, which then need not be rendered.
  private func texts(_ last: SiteHashes?, _ paths: [String]) -> [UInt64?] {
    let documents = site.documents.documents
    guard let last else { return documents.map { _ in nil } }
    let values = last.values[Int(Dependency.Aspect.text.rawValue)]
    let former = Dictionary(zip(last.sheets, values)) { first, _ in first }
    return zip(paths, documents).map { path, document in
      // The places that links mean are those of their pages, which may have changed.
      let isSame =
        document.isRecalled
        && document.sheet.links.allSatisfy { link in
          link.fragment == nil || link.pageID.map { documents[$0].isRecalled } ?? true
        }
      return isSame ? former[path] : nil
    }
  }

  private func addHead(of sheet: Int, to print: inout StableHash) {
    print.add(commons.site.records[sheet].head)
    print.add(commons.folders[sheet])
    print.add(commons.site.lastChanges[sheet]?.daysSince1970 ?? 0)
    for contributor in commons.site.contributors(of: sheet) { print.add(contributor) }
    let original = commons.translations.original(of: sheet)
    if original != sheet { print.add(commons.site.records[original].head) }
  }

  private func addText(of sheet: Int, to print: inout StableHash) {
    let text = site.sheets[sheet]
    let content = text.text.content
    print.add(content.html)
    for heading in text.headings {
      print.add(heading.level)
      print.add(heading.id)
      print.add(heading.text)
    }
    for link in text.links { add(link.pageID, to: &print) }
    for file in text.files { print.add(file) }
    let inlines = content.inlines.sorted { left, right in
      let origin = SourcePosition(line: 0, column: 0)
      return (left.key.path, left.key.position ?? origin)
        < (right.key.path, right.key.position ?? origin)
    }
    for (location, html) in inlines {
      print.add(location.path)
      print.add(location.position?.line ?? 0)
      print.add(location.position?.column ?? 0)
      print.add(html)
    }
  }

  private func addConnections(
    _ aspect: Dependency.Aspect, of sheet: Int, to print: inout StableHash
  ) {
    switch aspect {
    case .backlinks: add(site.connections.backlinks[sheet], to: &print)
    case .related:
      print.add(elements.hash(of: site.connections.related.neighbours(of: sheet)))
    default:
      for group in commons.relations.groups[sheet] {
        print.add(group.name)
        add(group.targets, to: &print)
      }
      add(commons.relations.named[sheet], to: &print)
    }
  }

  private func value(of section: Section) -> UInt64 {
    StableHash.of { print in
      print.add(section.id)
      print.add(section.isUnlisted ? 1 : 0)
      add(section.index, to: &print)
      add(section.sheets, to: &print)
      for child in section.children { print.add(commons.sections.sections[child].id) }
    }
  }

  private func value(ofTag tag: Int, _ terms: [Tag]) -> UInt64 {
    StableHash.of { print in
      print.add(tagNames[tag])
      add(terms[tag].sheets, to: &print)
    }
  }

  private func value(of whole: Dependency.Whole) -> UInt64 {
    StableHash.of { print in
      switch whole {
      case .sheets: add(commons.site.sheets.indices, to: &print)
      case .ids: for sheet in commons.site.sheets { print.add(sheet.id) }
      case .folders:
        for section in commons.sections.sections where !section.isUnlisted {
          print.add(section.id)
        }
      case .tags:
        for (tag, name) in zip(commons.tagIndex.tags, tagNames) {
          print.add(name)
          print.add(tag.sheets.count)
        }
      case .calendar:
        for event in commons.allEvents.events + commons.allEvents.unlisted {
          addHead(of: event.sheet, to: &print)
        }
        add(commons.allEvents.undated, to: &print)
      case .alphabet:
        for letter in commons.allLetters.letters {
          print.add(letter.id)
          add(letter.sheets, to: &print)
        }
      case .latest: add(commons.latestSheets, to: &print)
      case .types:
        for (type, sheets) in commons.allSheetsByType.sorted(by: { $0.key < $1.key }) {
          print.add(type)
          add(sheets, to: &print)
        }
      case .pocketCards:
        for (sheet, page) in commons.pocketPages.sorted(by: { $0.key < $1.key }) {
          add(sheet, to: &print)
          add(page, to: &print)
        }
      case .languages: for language in commons.translations.languages { print.add(language) }
      case .translations:
        for sheet in commons.site.sheets.indices.dropFirst(commons.site.originals.count) {
          print.add(names[sheet])
          print.add(commons.language(of: sheet))
          print.add(commons.site.sheets[sheet].isUnlisted ? 1 : 0)
          let around = commons.translations.neighbours(of: sheet)
          add(around.previous, to: &print)
          add(around.next, to: &print)
        }
      case .files:
        commons.site.addFiles(commons.site.attachments, to: &print)
        // A picture that a link leads to is published, and archived, as the original file.
        for file in commons.site.attachments where commons.pictures.isLinked(file) {
          print.add(file.contentPath)
        }
      case .identity: commons.site.addFiles(commons.identityFiles, to: &print)
      case .licences:
        for (folder, licence) in commons.sectionLicences.sorted(by: { $0.key < $1.key }) {
          print.add(folder)
          print.add(licence.id)
        }
      case .terms:
        for place in commons.taxonomies.indices.dropFirst() {
          print.add(commons.taxonomies[place].folder)
          for number in commons.terms(of: place) {
            print.add(tagNames[number])
            print.add(commons.terms[number].sheets.count)
          }
        }
      case .today: print.add(today.daysSince1970)
      case .menus: commons.addMenus(to: &print)
      }
    }
  }
}
