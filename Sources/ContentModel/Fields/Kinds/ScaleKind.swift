import Diagnostics

/// A step of a scale, with a label a step or none.
struct ScaleKind: ScalarKind {
  static let name = "echelle"
  let range: ClosedRange<Int>
  let labels: [Label]

  static func declared(by keys: inout FieldDeclaration) -> Self? {
    let lowest = keys.keys.integer("min") ?? 1
    let labels = keys.keys.labels("libelles")
    guard let highest = keys.keys.integer("max"), highest > lowest,
      case (let steps, false) = highest.subtractingReportingOverflow(lowest), steps < 100
    else {
      keys.keys.report(.scaleWithoutEnd(keys.key, at: keys.keys.location(ofKey: "max")))
      return nil
    }
    return Self(range: lowest...highest, labels: labels)
  }

  func read(_ written: WrittenScalar, in reader: inout FieldReader) -> FieldValue? {
    guard let step = NumberText.integer(written.text), range.contains(step) else {
      return reader.refuse(.notOnScale(written.text, range, at: written.location))
    }
    return .scale(step)
  }

  func content(of value: FieldValue) -> Int? {
    if case .scale(let step) = value { step } else { nil }
  }

  func shown(_ step: Int) -> ShownValue { .step(step, of: range, labels: labels) }
  func json(_ step: Int) -> JSONShape { .integer(step) }
  func texts(_ step: Int) -> [FieldText] { [] }
  func order(_ step: Int) -> FieldOrder { .number(Double(step)) }
  func facet(_ step: Int) -> FieldFacet {
    let place = step - range.lowerBound
    return .step(step, label: labels.indices.contains(place) ? labels[place] : nil)
  }
  var uses: Set<FieldUse> { [.steps, .groups, .filters] }
  var steps: FieldSteps? { .scale(range, labels: labels) }

  var control: FieldControl { .choice }
  var schema: FieldSchema { .step(range, labels: labels) }
  var limits: FieldLimits { .integers(Bounds(min: range.lowerBound, max: range.upperBound)) }
  func example(_ vocabularies: [String: Vocabulary]) -> String? { String(range.lowerBound) }
}

extension FieldKind {
  /// A step of a scale.
  static func scale(_ range: ClosedRange<Int>, labels: [Label]) -> FieldKind {
    FieldKind(ScaleKind(range: range, labels: labels))
  }
}

extension Diagnostic {
  fileprivate static func notOnScale(
    _ text: String, _ range: ClosedRange<Int>, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "front-matter.scale", at: location,
      LocalizedText(fr: "« \(text) » n’est pas sur l’échelle", en: "“\(text)” is not on the scale"),
      expected: LocalizedText(
        fr: "un nombre entier de \(range.lowerBound) à \(range.upperBound)",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)"))
  }
}
