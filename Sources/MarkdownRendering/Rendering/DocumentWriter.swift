import Diagnostics
import TextEncoding

/// Walks a document once, and writes its HTML and its plain text.
///
/// What comes out without additions is what libcmark-gfm's own writer makes.
struct DocumentWriter {
  /// Deeper nodes are left out: no page nests so much, and browsers cope badly with it.
  static let deepestLevel = 100

  let options: MarkdownOptions
  let components: [String: any Component]
  let links: any LinkProvider
  let terms: TermLinks?
  let lang: String
  let words: DocumentStrings
  let isTypeset: Bool
  /// The title of the page, and whether the text has said it.
  var title: PageTitle?

  var source: SourceText
  var output: [UInt8] = []
  /// The text without markup; headings, passages and the first paragraph are ranges of it.
  var plain: [UInt8] = []
  var document = RenderedDocument()
  var typesetter = FrenchTypesetter(escapesHTML: true)

  var headingIDs = HeadingRegister()
  /// How many levels the heading that is the title of the page is below the first one.
  var levelsAboveTitle = 0
  var isInsideHeading = false
  var passageStart = 0
  var firstParagraphStart: Int?
  var linkStates: [LinkState] = []
  /// The elements of raw HTML that are open, those inside others last.
  var openHTML: [OpenHTML] = []
  /// The elements of raw HTML that end in the node whose children were looked through last.
  var lastEndTags: (parent: SyntaxNode, names: Set<String>)?
  /// The elements of raw HTML that were reported as left out.
  var reportedElements: Set<String> = []
  /// The attributes of raw HTML that were reported as left out.
  var reportedAttributes: Set<String> = []
  var footnotes = FootnoteRegister()
  var tableHasBody = false
  var cellIndex = 0
  /// Where the content of the cell of a table starts in the output.
  var cellStart = 0
  var tableAlignments: [UInt8] = []
  /// The nodes closed by something else than their kind says: alerts.
  var openAlerts: [(node: SyntaxNode, isFolded: Bool)] = []
  var definitionLists = DefinitionListState()
  var presence = DialectPresence()
  var abbreviations = Abbreviations()
  /// The names of blocks of this document, which links of MyST give as they are.
  var placeNames: Set<String> = []
  /// The foreign tags that were reported: each is once a document.
  var toldTags: Set<ForeignTag> = []
  var toldBlocks: Set<String> = []
  /// How many components the document stands in.
  var componentLevel = 0
  /// What the components of the document may still take.
  var allowance = ComponentAllowance(ofDocument: 0)
  /// Whether an image comes before the document, when it stands in another.
  var hasImagesAround = false
  var reportedDepth = false
  /// The end tag of the element in this line whose words no page shows, as those of a script.
  var unseenUntil: SyntaxNode?
  /// The elements that have no end tag in the rest of a line, and the node that the line is in.
  var endless: (line: SyntaxNode?, names: Set<String>) = (nil, [])
  /// How much was found, past which it is only counted.
  var findings = FindingTally()
  /// The level of the heading that is open, when it is past those that the document lists.
  var unlistedLevel: Int?
  var reportedHeadings = false
  var inlinePrefixLeft = 0
  /// The text of the next line, where the one being written goes on there.
  var nextLine: UnsafeBufferPointer<UInt8>?
  /// How many bytes of the next text are inside the link to a term that a line break cuts.
  var openTermLeft = 0

  init(
    source: SourceText, lang: String, options: MarkdownOptions,
    components: [String: any Component], links: any LinkProvider, terms: TermLinks?,
    title: PageTitle? = nil
  ) {
    self.title = title
    self.source = source
    self.lang = lang
    self.options = options
    self.components = components
    self.links = links
    self.terms = terms
    words = DocumentStrings(lang: lang)
    isTypeset =
      options.additions && options.typography == .french && FrenchTypography.isFrench(lang)
  }

  // MARK: Walk

  /// Writes a whole document.
  mutating func writeDocument(_ root: SyntaxNode, reservedIDs: Set<String>) {
    if options.additions { reserveIDs(of: root, and: reservedIDs) }
    walk(root)
  }

  /// Visits a node and its descendants, without recursion: the depth is the author's.
  mutating func walk(_ root: SyntaxNode) {
    var node = root
    var depth = 0
    var isEntering = true
    while true {
      if isEntering, enter(node, depth: depth) {
        if let child = node.firstChild {
          node = child
          depth += 1
          continue
        }
        exit(node)
      } else if !isEntering {
        exit(node)
      }
      if node == root { return }
      if let next = node.next {
        node = next
        isEntering = true
      } else if let parent = node.parent {
        node = parent
        depth -= 1
        isEntering = false
      } else {
        return
      }
    }
  }

  /// Writes what opens a node; returns whether its children and its end are to be written.
  private mutating func enter(_ node: SyntaxNode, depth: Int) -> Bool {
    if depth > Self.deepestLevel {
      reportDepth(of: node)
      return false
    }
    let kind = node.kind
    switch kind {
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough,
      .mark, .insertion, .math, .place, .link, .image, .footnoteReference:
      return enterInline(node, kind)
    default:
      return enterBlock(node, kind)
    }
  }

  private mutating func exit(_ node: SyntaxNode) {
    if !openHTML.isEmpty { closeHTML(openedIn: node) }
    let kind = node.kind
    switch kind {
    case .emphasis: output.append("</em>")
    case .strong: output.append("</strong>")
    case .strikethrough: output.append("</del>")
    case .mark: output.append("</mark>")
    case .insertion: output.append("</ins>")
    case .link: closeLink()
    case .text, .softBreak, .lineBreak, .code, .math, .place, .htmlInline, .image,
      .footnoteReference:
      break
    default: exitBlock(node, kind)
    }
  }

  private mutating func reportDepth(of node: SyntaxNode) {
    guard options.additions, !reportedDepth else { return }
    reportedDepth = true
    let block = node.enclosingBlock
    report(.nestedTooDeep(limit: Self.deepestLevel, at: source.location(line: block.startLine)))
  }

  // MARK: Output

  /// Starts a line, unless the output is at the start of one.
  @inline(__always)
  mutating func startLine() {
    if let last = output.last, last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
  }

  /// Ends a block of plain text.
  mutating func endPlainBlock() {
    if let last = plain.last, last != UInt8(ascii: "\n") { plain.append(UInt8(ascii: "\n")) }
  }

  mutating func report(_ diagnostic: Diagnostic) {
    if findings.admits(diagnostic) { document.diagnostics.append(diagnostic) }
  }

  /// Returns a plain text with the typography of the document.
  func typeset(_ text: String) -> String {
    isTypeset ? FrenchTypography.apply(to: text) : text
  }
}

extension SyntaxNode {
  /// The node itself or its closest ancestor that is a block.
  var enclosingBlock: SyntaxNode {
    var node = self
    while node.startLine == 0, let parent = node.parent { node = parent }
    return node
  }
}
