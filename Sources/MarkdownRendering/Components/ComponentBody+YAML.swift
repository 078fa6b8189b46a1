import Diagnostics
internal import YAMLParsing

extension ComponentBody {
  /// More values than a component needs; aliases of YAML can multiply them without end.
  private static let largestCount = 5_000
  private static let deepestLevel = 16

  /// Reads a body.
  ///
  /// - Parameters:
  ///   - fence: Where the line above the body starts.
  ///   - lines: Where each line of the body starts, of which some may come from other files.
  static func parse(
    _ text: String, fence: SourceLocation, lines: [SourceLocation]
  ) -> Result<ComponentBody, ComponentFailure> {
    var reader = Reader(fence: fence, lines: lines)
    do {
      guard let node = try YAMLDocument.parse(text) else {
        return .success(ComponentBody(location: fence, entries: []))
      }
      guard case .mapping(let entries) = try reader.read(node, depth: 0).content else {
        let place = reader.location(of: node.mark)
        return .failure(ComponentFailure(diagnostic: .componentNotMapping(at: place)))
      }
      return .success(ComponentBody(location: fence, entries: entries))
    } catch let failure as ComponentFailure {
      return .failure(failure)
    } catch let error as YAMLError {
      return .failure(ComponentFailure(diagnostic: reader.diagnostic(for: error)))
    } catch {
      return .failure(ComponentFailure(diagnostic: .componentNotYAML("\(error)", at: fence)))
    }
  }

  /// Turns nodes of YAML into values that know their place in the file.
  private struct Reader {
    let fence: SourceLocation
    let lines: [SourceLocation]
    var count = 0

    mutating func read(_ node: YAMLNode, depth: Int) throws -> ComponentValue {
      count += 1
      guard count <= ComponentBody.largestCount, depth <= ComponentBody.deepestLevel else {
        throw ComponentFailure(
          diagnostic: .componentTooLarge(limit: ComponentBody.largestCount, at: fence))
      }
      let place = location(of: node.mark)
      switch node {
      case .scalar(let scalar):
        let isNull = scalar.style == .plain && ["~", "null"].contains(scalar.string)
        return ComponentValue(content: .scalar(isNull ? "" : scalar.string), location: place)
      case .sequence(let sequence):
        let values = try sequence.map { try read($0, depth: depth + 1) }
        return ComponentValue(content: .sequence(values), location: place)
      case .mapping(let mapping):
        let entries = try mapping.map { key, value in
          ComponentEntry(
            key: key.scalar?.string ?? "", location: location(of: key.mark),
            value: try read(value, depth: depth + 1))
        }
        return ComponentValue(content: .mapping(entries), location: place)
      }
    }

    /// Returns the place in the file of a place in the body; what is missing at its end is told on its
    /// last line.
    func location(of mark: YAMLMark?) -> SourceLocation {
      guard let mark, !lines.isEmpty else { return fence }
      let start = lines[min(max(mark.line, 1), lines.count) - 1]
      guard let position = start.position else { return start }
      return SourceLocation(
        path: start.path, line: position.line, column: position.column + max(mark.column, 1) - 1)
    }

    func diagnostic(for error: YAMLError) -> Diagnostic {
      switch error {
      case .syntax(let problem, let mark, _):
        .componentNotYAML(problem, at: location(of: mark))
      case .duplicateKeys(let keys, let mark):
        .componentRepeatedKey(keys.joined(separator: ", "), at: location(of: mark))
      case .unreadable(let problem, _): .componentNotYAML(problem, at: fence)
      }
    }
  }
}
