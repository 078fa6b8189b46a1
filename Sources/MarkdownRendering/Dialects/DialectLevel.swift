/// A block of another tool that is open, or the document around all of them.
struct DialectLevel {
  /// What ends a block.
  enum End: Equatable {
    /// The document.
    case nothing
    /// A line that is indented by less.
    case indentation(Int)
    /// A line of as many signs at least.
    case signs(UInt8, count: Int)
    /// `{% endNAME %}`.
    case tag(String)
    /// `</NAME>`, where as many elements of that name are closed as are open.
    case element(String)
    /// A line without `>`: a quotation of CommonMark, in which only definitions are read.
    case quotation
  }

  /// A fence of code that is open.
  struct Fence {
    let sign: UInt8
    let length: Int
    /// A line that is indented by less ends the list that the code is in.
    let indent: Int
    /// Whether `{% raw %}` is open in it.
    var isRaw = false
  }

  let end: End
  /// How many columns of the writer's indentation its lines lose, but for what ends it.
  let indent: Int
  /// What its lines start with.
  let prefix: [UInt8]
  /// Where it opens, in the writer's text.
  let offset: Int
  /// Where the content of the list items that are open starts, in columns.
  var listOffsets: [Int] = []
  var fence: Fence?
  /// How many elements of the name of what ends it are open in it.
  var openElements = 1
  /// What the tags of an element stand behind.
  var elementIndent: [UInt8] = []
  /// What ends the comment or the raw HTML that is open.
  var rawEnd: [UInt8]?
  /// Whether the lines up to the next empty one are HTML, or may be.
  var isInHTML = false
  /// How many lines the paragraph has so far.
  var paragraphLines = 0
  /// Where the line that a definition may follow starts in what is written.
  var term: Int?
  /// Where the content of the list item starts that the line is in, in columns.
  var termIndent = 0
  /// Where the other lines of its paragraph start, when each may be a term; nil when one may not.
  var otherTerms: [Int]? = []
  var isDefining = false
  /// Whether the last block is a table.
  var followsTable = false

  init(_ end: End, indent: Int = 0, prefix: [UInt8] = [], offset: Int = 0) {
    self.end = end
    self.indent = indent
    self.prefix = prefix
    self.offset = offset
  }

  var isQuoting: Bool { prefix.last == 0x20 && prefix.dropLast().last == UInt8(ascii: ">") }
}
