import Diagnostics

/// Turns templates as written into programs.
///
/// Partials and layouts have fixed names and never include themselves, so that all of them can be
/// put in their places once, at load.
struct TemplateCompiler {
  private typealias Blocks = [String: (source: String, nodes: [TemplateNode])]

  private let nodes: [String: [TemplateNode]]
  /// The number of the first lookup tag of each template; its other tags follow in order.
  private let firstTags: [String: Int]
  /// The number of each template, in their order.
  private let numbers: [String: Int]
  /// The tags that read values, by number; other tags have numbers too, and are never asked for.
  let lookupTags: [VariableTag]

  /// Takes templates that have been checked.
  init(_ sources: [TemplateSource]) {
    var lookupTags: [VariableTag] = []
    var firstTags: [String: Int] = [:]
    var nodes: [String: [TemplateNode]] = [:]
    var numbers: [String: Int] = [:]
    for (number, source) in sources.enumerated() {
      numbers[source.name] = number
      firstTags[source.name] = lookupTags.count
      nodes[source.name] = source.parse()
      for (tag, location) in zip(source.tags, source.locations) {
        lookupTags.append(VariableTag(path: tag.name, location: location))
      }
    }
    self.nodes = nodes
    self.firstTags = firstTags
    self.numbers = numbers
    self.lookupTags = lookupTags
  }

  /// How many texts and tags a template may come down to, its partials in their places.
  static let maxParts = 200_000
  /// How many bytes of text.
  static let maxBytes = 8 << 20
  /// How many times as much all templates may come down to.
  private static let maxFull = 8

  /// Returns the program of each template; without one where they come down to too much.
  ///
  /// Partials that include another one twice, which includes another one twice, double at each: the tag
  /// that passes the bound is reported.
  func compile(
    _ names: [String], reporting diagnostics: inout [Diagnostic]
  ) -> [String: TemplateProgram] {
    var programs: [String: TemplateProgram] = [:]
    var (parts, bytes) = (0, 0)
    for name in names {
      var program = TemplateProgram()
      append(nodes[name] ?? [], of: name, blocks: [:], to: &program)
      parts += program.partCount
      bytes += program.text.count
      let isTooMuch = parts > Self.maxParts * Self.maxFull || bytes > Self.maxBytes * Self.maxFull
      if let tag = program.excess ?? (isTooMuch ? firstTags[name] : nil),
        lookupTags.indices.contains(tag)
      {
        diagnostics.append(.comesToTooMuch(lookupTags[tag].name, at: lookupTags[tag].location))
        // One says which partials double: those that include the same ones would say it again.
        return [:]
      }
      programs[name] = program
    }
    return programs
  }

  private func append(
    _ nodes: [TemplateNode], of source: String, blocks: Blocks, to program: inout TemplateProgram
  ) {
    for node in nodes {
      guard program.excess == nil else { return }
      program.partCount += 1
      switch node {
      case .text(let bytes, let origins):
        program.append(text: bytes, from: numbers[source] ?? 0, origins)
      case .leaf(let tag, let number):
        appendLeaf(tag, at: number, of: source, blocks: blocks, to: &program)
      case .branch(let tag, let number, let enclosed):
        appendBranch(tag, at: number, enclosed, of: source, blocks: blocks, to: &program)
      }
    }
  }

  private func appendLeaf(
    _ tag: TemplateTag, at number: Int, of source: String, blocks: Blocks,
    to program: inout TemplateProgram
  ) {
    if tag.kind == .partial {
      checkSize(of: &program, at: lookup(number, of: source))
      append(nodes[tag.name] ?? [], of: tag.name, blocks: blocks, to: &program)
    } else if tag.asksForPlace {
      program.append(.place)
    } else {
      program.append(.value(tag: lookup(number, of: source)))
    }
  }

  /// Notes the tag at which a program comes to more than it may.
  private func checkSize(of program: inout TemplateProgram, at tag: Int) {
    guard program.excess == nil else { return }
    if program.partCount > Self.maxParts || program.text.count > Self.maxBytes {
      program.excess = tag
    }
  }

  private func appendBranch(
    _ tag: TemplateTag, at number: Int, _ enclosed: [TemplateNode], of source: String,
    blocks: Blocks, to program: inout TemplateProgram
  ) {
    let appendEnclosed = { (program: inout TemplateProgram) in
      append(enclosed, of: source, blocks: blocks, to: &program)
    }
    let lookup = lookup(number, of: source)
    if tag.kind == .block || tag.kind == .parent {
      program.partCount += blocks.count + enclosed.count
      checkSize(of: &program, at: lookup)
    }
    switch (tag.kind, LoopPredicate(rawValue: tag.name)) {
    case (.block, _):
      appendBlock(tag.name, enclosed, of: source, blocks: blocks, to: &program)
    case (.parent, _):
      // The outermost template has the last word about a block.
      let blocks = blocks.merging(self.blocks(in: enclosed, of: source)) { outer, _ in outer }
      append(nodes[tag.name] ?? [], of: tag.name, blocks: blocks, to: &program)
    case (let kind, let question?):
      let expects = kind == .section
      program.append(
        { .question(question, expects: expects, end: $0) }, enclosing: appendEnclosed)
    case (.invertedSection, nil):
      program.append({ .invertedSection(tag: lookup, end: $0) }, enclosing: appendEnclosed)
    case (_, nil):
      program.append({ .section(tag: lookup, end: $0) }, enclosing: appendEnclosed)
    }
  }

  private func appendBlock(
    _ name: String, _ fallback: [TemplateNode], of source: String, blocks: Blocks,
    to program: inout TemplateProgram
  ) {
    guard let block = blocks[name] else {
      return append(fallback, of: source, blocks: blocks, to: &program)
    }
    // A block of the same name within the block is the fallback, or there would be no end.
    var rest = blocks
    rest[name] = nil
    append(block.nodes, of: block.source, blocks: rest, to: &program)
  }

  private func blocks(in nodes: [TemplateNode], of source: String) -> Blocks {
    var blocks: Blocks = [:]
    for case .branch(let tag, _, let enclosed) in nodes where tag.kind == .block {
      blocks[tag.name] = (source, enclosed)
    }
    return blocks
  }

  private func lookup(_ number: Int, of source: String) -> Int {
    (firstTags[source] ?? 0) + number
  }
}
