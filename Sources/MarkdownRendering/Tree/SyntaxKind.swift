internal import CCmarkGFM

/// What a node of a document is.
enum SyntaxKind: UInt8 {
  case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
  case footnoteDefinition, table, tableRow, tableCell
  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
  case mark, insertion, math, place
  case footnoteReference
  case unknown
}
