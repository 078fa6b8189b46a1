public import Diagnostics

/// Where the bytes of a page come from: which text of which template, or which value.
public struct TemplateSourceMap: Sendable {
  /// Where a byte comes from.
  public enum Origin: Sendable, Hashable {
    /// A template says so at this place.
    case text(SourceLocation)
    /// A value says so, which the tag of this name at this place wrote.
    case value(name: String, SourceLocation)
  }

  /// The start of a run of bytes of one source.
  struct Mark {
    enum Source {
      /// The text of the program, from a place on.
      case text(Int)
      /// A lookup tag.
      case value(Int)
    }

    let start: Int
    let source: Source
  }

  private let runs: [(start: Int, origin: SourceMapEntry)]
  private let files: [ThemeFile]
  private let tags: [VariableTag]

  private enum SourceMapEntry: Sendable {
    case text(TemplateProgram.Origin)
    case value(Int)
  }

  init(
    _ marks: [Mark], _ program: TemplateProgram, files: [ThemeFile], tags: [VariableTag]
  ) {
    self.files = files
    self.tags = tags
    var runs: [(start: Int, origin: SourceMapEntry)] = []
    for (index, mark) in marks.enumerated() {
      let length = index + 1 < marks.count ? marks[index + 1].start - mark.start : Int.max
      switch mark.source {
      case .value(let tag): runs.append((mark.start, .value(tag)))
      case .text(let place):
        for origin in program.origins(from: place, length: length) {
          runs.append((mark.start + origin.place - place, .text(origin)))
        }
      }
    }
    self.runs = runs
  }

  /// Returns where a byte of the page comes from; nil for an empty page.
  ///
  /// - Complexity: O(log *n*) in the number of tags and lines, and the size of a template.
  public func origin(ofByte offset: Int) -> Origin? {
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle } else { high = middle }
    }
    guard low < runs.count else { return nil }
    switch runs[low].origin {
    case .value(let tag): return .value(name: tags[tag].name, tags[tag].location)
    case .text(let origin):
      let file = files[origin.template]
      let position = LineIndex(file.bytes)
        .position(atByte: origin.source + max(0, offset - runs[low].start))
      return .text(SourceLocation(path: file.shownAs, position: position))
    }
  }
}

extension TemplateProgram {
  /// Returns where a stretch of the text comes from; the first origin starts with the stretch.
  fileprivate func origins(from start: Int, length: Int) -> [Origin] {
    let end = length < text.count - start ? start + length : text.count
    var found: [Origin] = []
    for origin in origins where origin.place < end {
      if origin.place <= start {
        found = [
          Origin(
            place: start, template: origin.template, source: origin.source + start - origin.place)
        ]
      } else {
        found.append(origin)
      }
    }
    return found
  }
}
