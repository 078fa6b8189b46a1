import Diagnostics
import TextEncoding

/// Finds and reads the files that directives ask for, within the bounds of a sheet.
extension IncludeExpander {
  /// The first files for which a suggestion is looked for when they are missing.
  private static let maxSuggestions = 50

  /// Opens a file that is asked for; nil when it is not included, which is reported.
  mutating func open(
    _ directive: IncludeDirective, _ place: SourceLocation, _ context: Context, prefix: [UInt8]
  ) -> (lines: [ArraySlice<UInt8>], numbers: [Int], Context)? {
    guard !isFull else { return nil }
    // What is asked for in vain counts as well.
    fileCount += 1
    guard fileCount <= Self.maxFiles else { return refuseMore(place) }
    var paths = directive.candidates(from: context.path)
    if paths.isEmpty, let end = onlyEnd(of: directive, place, context) { paths = [end] }
    guard let first = paths.first else {
      report(.includeOutside(directive.path, at: place))
      return nil
    }
    for path in paths {
      switch textOfFile(path, place) {
      case .missing: continue
      case .outside:
        report(.includeOutside(directive.path, at: place))
        return nil
      case .unreadable:
        report(.includeUnreadable(directive.path, at: place))
        return nil
      case .text(let bytes, let bodyStart):
        guard !context.ancestors.contains(path), context.ancestors.count <= Self.greatestDepth
        else {
          report(
            context.ancestors.contains(path)
              ? .includeCircle(directive.path, at: place)
              : .includeTooDeep(limit: Self.greatestDepth, at: place))
          return nil
        }
        let lines = LineSplit.lines(of: bytes[...])
        let firstLine = bytes[..<bodyStart].count { $0 == 0x0A } + 1
        guard let numbers = directive.part.lines(of: lines, firstLine: firstLine) else {
          report(.includeWithoutPart(directive.path, directive.part, at: place))
          return nil
        }
        let depth = prefix.count + context.prefix.count + 1
        includedBytes += numbers.reduce(0) { $0 + lines[$1 - 1].count + depth }
        guard includedBytes <= Self.maxBytes else { return refuseMore(place) }
        let inner = Context(
          path: path, file: file(path), prefix: context.prefix + prefix,
          ancestors: context.ancestors + [path],
          isMarkdown: path.hasSuffix(".md") || path.hasSuffix(".markdown"))
        return (lines, numbers, inner)
      }
    }
    let folder =
      first.hasSuffix("/" + directive.path) ? first.dropLast(directive.path.count + 1) : ""
    report(
      .includeMissing(
        directive.path, in: String(folder), suggestion: suggestion(for: paths, place), at: place))
    return nil
  }

  /// Returns the one file of the source that the end of a path names which leads out of it.
  private func onlyEnd(
    of directive: IncludeDirective, _ place: SourceLocation, _ context: Context
  ) -> String? {
    for ends in directive.candidatesOfEnds(from: context.path) {
      let there = ends.filter { path in
        if case .text = textOfFile(path, place) { path != context.path } else { false }
      }
      if !there.isEmpty { return there.count == 1 ? there.first : nil }
    }
    return nil
  }

  /// Returns the file that one which does not exist is likely to be: that of an ending, or of other letter
  /// case.
  private func suggestion(for paths: [String], _ place: SourceLocation) -> String? {
    guard fileCount <= Self.maxSuggestions else { return nil }
    for path in paths {
      for ending in ["", ".md"] where ending.isEmpty || !path.hasSuffix(ending) {
        let other = path + ending
        if other != path, case .text = textOfFile(other, place) { return other }
        if let near = nearFile(other) { return near }
      }
    }
    return nil
  }

  /// Includes nothing more; says so once.
  private mutating func refuseMore(
    _ place: SourceLocation
  ) -> (lines: [ArraySlice<UInt8>], numbers: [Int], Context)? {
    isFull = true
    report(.includesTooMuch(files: Self.maxFiles, bytes: Self.maxBytes, at: place))
    return nil
  }
}
