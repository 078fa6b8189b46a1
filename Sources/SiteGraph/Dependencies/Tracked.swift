/// A list of the site whose readings are recorded.
///
/// A worker has its own: to reach an element counts no reference that another worker counts at the same
/// time. Other modules read elements for every link of every page: what reads them is compiled there, for
/// their type.
@usableFromInline package final class Tracked<Element: Sendable>: RandomAccessCollection, Sendable {
  @usableFromInline let elements: [Element]
  private let aspect: Dependency.Aspect
  /// What the number of the elements is a part of.
  private let whole: Dependency.Whole
  private let recorder: DependencyRecorder?

  package init(
    _ elements: [Element], _ aspect: Dependency.Aspect, of whole: Dependency.Whole = .sheets,
    _ recorder: DependencyRecorder?
  ) {
    self.elements = elements
    self.aspect = aspect
    self.whole = whole
    self.recorder = recorder
  }

  /// Returns the list with its readings recorded.
  package func recording(_ recorder: DependencyRecorder) -> Tracked {
    Tracked(elements, aspect, of: whole, recorder)
  }

  @usableFromInline package var startIndex: Int { 0 }

  /// The number of elements, which is read as a part of its own.
  @usableFromInline package var endIndex: Int {
    recorder?.note(whole)
    return elements.count
  }

  @inlinable package subscript(index: Int) -> Element {
    note(index)
    return elements[index]
  }

  @usableFromInline func note(_ index: Int) { recorder?.note(aspect, index) }
}
