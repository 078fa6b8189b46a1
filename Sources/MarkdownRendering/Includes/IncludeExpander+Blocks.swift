/// What directives of several lines, and code, become.
extension IncludeExpander {
  /// Puts a file in the place of a directive of several lines, each with its number in the file; they stay as
  /// they are typed when there is none.
  mutating func include(
    _ block: IncludeBlock, _ typed: [(line: ArraySlice<UInt8>, number: Int)], _ context: Context
  ) {
    guard let first = typed.first else { return }
    let prefix = IncludeBlock.prefix(of: first.line)
    let origin = ExpandedText.Origin(file: context.file, line: first.number)
    let place = place(
      origin, column: prefix.count + 1, length: max(1, first.line.count - prefix.count))
    if let (lines, numbers, inner) = open(block.directive, place, context, prefix: Array(prefix)) {
      return show(lines, numbers, of: block.directive, origin, inner)
    }
    for (line, number) in typed {
      write(line, ExpandedText.Origin(file: context.file, line: number), context)
    }
  }

  /// Writes the lines of a file, in a fence where it is shown as code.
  mutating func show(
    _ lines: [ArraySlice<UInt8>], _ numbers: [Int], of directive: IncludeDirective,
    _ origin: ExpandedText.Origin, _ context: Context
  ) {
    guard let language = directive.code else {
      return read(lines, numbers: numbers, firstLine: 1, context)
    }
    let longest = lines.map { line in line.prefix { $0 == UInt8(ascii: "`") }.count }.max() ?? 0
    let fence = [UInt8](repeating: UInt8(ascii: "`"), count: max(3, longest + 1))
    write((fence + Array(language.utf8))[...], origin, context)
    read(lines, numbers: numbers, firstLine: 1, context)
    write(fence[...], origin, context)
  }
}
