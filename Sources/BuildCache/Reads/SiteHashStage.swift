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
    StableHash.of { hasher in
      for index in commons.site.originals.indices {
        hasher.add(names[index])
        hasher.add(commons.site.sheets[index].isUnlisted ? 1 : 0)
        for tag in commons.tagIndex.tagsBySheet[index] { hasher.add(tagNames[tag]) }
        for term in commons.site.sheets[index].terms {
          hasher.add(term.vocabulary)
          hasher.add(term.term)
        }
        add(site.connections.targets[index], to: &hasher)
      }
    }
  }

  private func add(_ sheets: some Collection<Int>, to hasher: inout StableHash) {
    hasher.add(sheets.count)
    for sheet in sheets { hasher.add(names[sheet]) }
  }

  private func add(_ sheet: Int?, to hasher: inout StableHash) {
    hasher.add(sheet.map { names[$0] } ?? 0)
  }

  private func value(_ aspect: Dependency.Aspect, of sheet: Int) -> UInt64 {
    StableHash.of { hasher in
      switch aspect {
      case .sheet: addHead(of: sheet, to: &hasher)
      case .card:
        hasher.add(site.documents.documents[sheet].sheet.title)
        hasher.add(site.documents.documents[sheet].sheet.summary)
      case .text: addText(of: sheet, to: &hasher)
      case .source: hasher.add(commons.site.records[sheet].digest)
      case .tags:
        let original = commons.translations.original(of: sheet)
        for tag in commons.allTerms(ofOriginal: original) { hasher.add(tagNames[tag]) }
      case .neighbours:
        guard commons.site.originals.indices.contains(sheet) else { return }
        add(commons.sections.neighbours[sheet].previous, to: &hasher)
        add(commons.sections.neighbours[sheet].next, to: &hasher)
      case .versions:
        add(commons.translations.original(of: sheet), to: &hasher)
        for version in commons.translations.versions(of: sheet) {
          hasher.add(names[version])
          hasher.add(commons.language(of: version))
        }
      case .relations, .backlinks, .related:
        guard commons.site.originals.indices.contains(sheet) else { return }
        addConnections(aspect, of: sheet, to: &hasher)
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

  private func addHead(of sheet: Int, to hasher: inout StableHash) {
    hasher.add(commons.site.records[sheet].head)
    hasher.add(commons.folders[sheet])
    hasher.add(commons.site.lastChanges[sheet]?.daysSince1970 ?? 0)
    for contributor in commons.site.contributors(of: sheet) { hasher.add(contributor) }
    let original = commons.translations.original(of: sheet)
    if original != sheet { hasher.add(commons.site.records[original].head) }
  }

  private func addText(of sheet: Int, to hasher: inout StableHash) {
    let text = site.sheets[sheet]
    let content = text.text.content
    hasher.add(content.html)
    for heading in text.headings {
      hasher.add(heading.level)
      hasher.add(heading.id)
      hasher.add(heading.text)
    }
    for link in text.links { add(link.pageID, to: &hasher) }
    for file in text.files { hasher.add(file) }
    let inlines = content.inlines.sorted { left, right in
      let origin = SourcePosition(line: 0, column: 0)
      return (left.key.path, left.key.position ?? origin)
        < (right.key.path, right.key.position ?? origin)
    }
    for (location, html) in inlines {
      hasher.add(location.path)
      hasher.add(location.position?.line ?? 0)
      hasher.add(location.position?.column ?? 0)
      hasher.add(html)
    }
  }

  private func addConnections(
    _ aspect: Dependency.Aspect, of sheet: Int, to hasher: inout StableHash
  ) {
    switch aspect {
    case .backlinks: add(site.connections.backlinks[sheet], to: &hasher)
    case .related:
      hasher.add(elements.hash(of: site.connections.related.neighbours(of: sheet)))
    default:
      for group in commons.relations.groups[sheet] {
        hasher.add(group.name)
        add(group.targets, to: &hasher)
      }
      add(commons.relations.named[sheet], to: &hasher)
    }
  }

  private func value(of section: Section) -> UInt64 {
    StableHash.of { hasher in
      hasher.add(section.id)
      hasher.add(section.isUnlisted ? 1 : 0)
      add(section.index, to: &hasher)
      add(section.sheets, to: &hasher)
      for child in section.children { hasher.add(commons.sections.sections[child].id) }
    }
  }

  private func value(ofTag tag: Int, _ terms: [Tag]) -> UInt64 {
    StableHash.of { hasher in
      hasher.add(tagNames[tag])
      add(terms[tag].sheets, to: &hasher)
    }
  }

  private func value(of whole: Dependency.Whole) -> UInt64 {
    StableHash.of { hasher in
      switch whole {
      case .sheets: add(commons.site.sheets.indices, to: &hasher)
      case .ids: for sheet in commons.site.sheets { hasher.add(sheet.id) }
      case .folders:
        for section in commons.sections.sections where !section.isUnlisted {
          hasher.add(section.id)
        }
      case .tags:
        for (tag, name) in zip(commons.tagIndex.tags, tagNames) {
          hasher.add(name)
          hasher.add(tag.sheets.count)
        }
      case .calendar:
        for event in commons.allEvents.events + commons.allEvents.unlisted {
          addHead(of: event.sheet, to: &hasher)
        }
        add(commons.allEvents.undated, to: &hasher)
      case .alphabet:
        for letter in commons.allLetters.letters {
          hasher.add(letter.id)
          add(letter.sheets, to: &hasher)
        }
      case .latest: add(commons.latestSheets, to: &hasher)
      case .types:
        for (type, sheets) in commons.allSheetsByType.sorted(by: { $0.key < $1.key }) {
          hasher.add(type)
          add(sheets, to: &hasher)
        }
      case .pocketCards:
        for (sheet, page) in commons.pocketPages.sorted(by: { $0.key < $1.key }) {
          add(sheet, to: &hasher)
          add(page, to: &hasher)
        }
      case .languages: for language in commons.translations.languages { hasher.add(language) }
      case .translations:
        for sheet in commons.site.sheets.indices.dropFirst(commons.site.originals.count) {
          hasher.add(names[sheet])
          hasher.add(commons.language(of: sheet))
          hasher.add(commons.site.sheets[sheet].isUnlisted ? 1 : 0)
          let around = commons.translations.neighbours(of: sheet)
          add(around.previous, to: &hasher)
          add(around.next, to: &hasher)
        }
      case .files:
        commons.site.addFiles(commons.site.attachments, to: &hasher)
        // A picture that a link leads to is published, and archived, as the original file.
        for file in commons.site.attachments where commons.pictures.isLinked(file) {
          hasher.add(file.contentPath)
        }
      case .identity: commons.site.addFiles(commons.identityFiles, to: &hasher)
      case .licences:
        for (folder, licence) in commons.sectionLicences.sorted(by: { $0.key < $1.key }) {
          hasher.add(folder)
          hasher.add(licence.id)
        }
      case .terms:
        for place in commons.taxonomies.indices.dropFirst() {
          hasher.add(commons.taxonomies[place].folder)
          for number in commons.terms(of: place) {
            hasher.add(tagNames[number])
            hasher.add(commons.terms[number].sheets.count)
          }
        }
      case .today: hasher.add(today.daysSince1970)
      case .menus: commons.addMenus(to: &hasher)
      }
    }
  }
}
