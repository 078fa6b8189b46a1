/// A list of the site whose readings are recorded.
///
/// A worker has its own: to read an element counts no reference that another worker counts at the same time.
/// It is public for `@inlinable` alone, which no other access reaches beyond a module: its elements are read
/// for every link of every page, by code made for their type.
public final class Tracked<Element: Sendable>: RandomAccessCollection, Sendable {
  @usableFromInline let elements: [Element]
  @usableFromInline let aspect: Dependency.Aspect
  /// What the number of the elements is a part of.
  private let whole: Dependency.Whole
  @usableFromInline let recorder: DependencyRecorder?

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

  /// 0.
  public var startIndex: Int { 0 }

  /// The number of elements, which is read as a part of its own.
  public var endIndex: Int {
    recorder?.note(whole)
    return elements.count
  }

  /// Returns an element, which is noted as read.
  @inlinable public subscript(index: Int) -> Element {
    recorder?.note(aspect, index)
    return elements[index]
  }
}
