package import ContentModel

/// Keeps what the making of one file after another reads of the site, each part once.
///
/// It belongs to one worker: what a worker reads of the site, it reads through its recorder.
package final class DependencyRecorder: @unchecked Sendable {
  private let starts: [Int]
  /// For each part of the site, the number of the last file that read it.
  private let lastFile: UnsafeMutablePointer<UInt32>
  private var file: UInt32 = 0
  private var reads: [UInt32] = []
  private let elements: ElementHashes
  /// The sheets whose related sheets were read since the file was started, with a hash of these.
  package private(set) var related: [(sheet: Int, hash: UInt64)] = []

  /// - Parameter counts: How many elements each aspect has.
  package init(_ counts: [Dependency.Aspect: Int], _ elements: ElementHashes) {
    self.elements = elements
    var starts: [Int] = []
    var total = 0
    for aspect in Dependency.Aspect.allCases {
      starts.append(total)
      total += counts[aspect] ?? 0
    }
    self.starts = starts
    lastFile = .allocate(capacity: max(1, total))
    lastFile.initialize(repeating: 0, count: max(1, total))
  }

  deinit { lastFile.deallocate() }

  /// Starts a file.
  package func start() {
    forgetReads()
    related.removeAll(keepingCapacity: true)
  }

  private func forgetReads() {
    file += 1
    reads.removeAll(keepingCapacity: true)
  }

  /// What was read since the file was started, in the order of the first reading.
  package var recorded: [UInt32] { Array(reads) }

  /// Notes that a part is read.
  package func note(_ aspect: Dependency.Aspect, _ element: Int) {
    let place = starts[Int(aspect.rawValue)] + element
    guard lastFile[place] != file else { return }
    lastFile[place] = file
    reads.append(Dependency(aspect, element).bits)
  }

  /// Notes that something of the whole site is read.
  package func note(_ whole: Dependency.Whole) { note(.whole, whole.rawValue) }

  /// Notes which sheets are like a sheet.
  package func note(_ neighbours: [RelatedSheets.Neighbour], likeSheet sheet: Int) {
    note(.related, sheet)
    related.append((sheet, elements.hash(of: neighbours)))
  }

  /// Notes again what was read before: for a value that files share.
  package func note(again reads: [UInt32]) {
    for read in reads.lazy.compactMap(Dependency.init(bits:)) { note(read.aspect, read.element) }
  }

  /// Returns a value, and all that making it reads, whether the file had read it before or not.
  package func reads<Value>(_ make: () -> Value) -> (Value, [UInt32]) {
    let before = recorded
    forgetReads()
    let value = make()
    let made = recorded
    forgetReads()
    note(again: before)
    note(again: made)
    return (value, made)
  }
}
