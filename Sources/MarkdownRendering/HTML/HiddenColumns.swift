/// The columns of a table of HTML that GitBook marks as hidden, and where the cards of its rows lead.
///
/// A page shows no table as cards: the columns that hold their settings are left out, and the address of a
/// `data-card-target` is the link of the first cell with words.
enum HiddenColumns {
  private struct Cell {
    /// Its pieces, its tags included.
    let pieces: Range<Int>
    let hasWords: Bool
    let hasLink: Bool
  }

  /// Returns the pieces of HTML that a page shows, in order.
  ///
  /// - Complexity: O(*n*) in the number of pieces.
  static func leavingOut(
    _ pieces: [HTMLPiece], of html: UnsafeBufferPointer<UInt8>
  ) -> [HTMLPiece] {
    guard pieces.contains(where: { tag(of: $0)?["data-hidden"] != nil }) else { return pieces }
    var shown: [HTMLPiece] = []
    var hidden: Set<Int> = []
    var target: Int?
    var index = 0
    while index < pieces.count {
      guard let row = tag(of: pieces[index]), !row.isEnd else {
        shown.append(pieces[index])
        index += 1
        continue
      }
      if row.name == "table" { (hidden, target) = ([], nil) }
      shown.append(pieces[index])
      index += 1
      guard row.name == "tr" else { continue }
      let cells = cells(of: pieces, in: html, from: index)
      for (column, cell) in cells.enumerated() {
        guard let head = tag(of: pieces[cell.pieces.lowerBound]), head.name == "th" else {
          continue
        }
        if head["data-hidden"] != nil { hidden.insert(column) }
        if head["data-card-target"] != nil { target = column }
      }
      show(cells, of: pieces, hidden, target, in: &shown)
      index = cells.last?.pieces.upperBound ?? index
    }
    return shown
  }

  private static func show(
    _ cells: [Cell], of pieces: [HTMLPiece], _ hidden: Set<Int>, _ target: Int?,
    in shown: inout [HTMLPiece]
  ) {
    let visible = cells.indices.filter { !hidden.contains($0) }
    let link = target.flatMap { column in
      cells.indices.contains(column) ? linkTags(of: pieces[cells[column].pieces]) : nil
    }
    let titled = visible.first { cells[$0].hasWords }
    for column in visible {
      let cell = cells[column]
      guard let link, column == titled, !cell.hasLink else {
        shown += pieces[cell.pieces]
        continue
      }
      let isClosed = pieces[cell.pieces].last.flatMap(tag)?.isEnd == true
      let inside = (cell.pieces.lowerBound + 1)..<(cell.pieces.upperBound - (isClosed ? 1 : 0))
      shown.append(pieces[cell.pieces.lowerBound])
      shown.append(link.start)
      shown += pieces[inside]
      shown.append(link.end)
      if isClosed { shown.append(pieces[inside.upperBound]) }
    }
  }

  /// Returns the cells of a row, up to its end.
  private static func cells(
    of pieces: [HTMLPiece], in html: UnsafeBufferPointer<UInt8>, from first: Int
  ) -> [Cell] {
    var cells: [Cell] = []
    var (start, hasWords, hasLink): (Int?, Bool, Bool) = (nil, false, false)
    func close(at end: Int) {
      if let start { cells.append(Cell(pieces: start..<end, hasWords: hasWords, hasLink: hasLink)) }
      (start, hasWords, hasLink) = (nil, false, false)
    }
    var index = first
    while index < pieces.count {
      if case .text(let range) = pieces[index] {
        hasWords = hasWords || html[range].contains { $0 > 0x20 }
      } else if let tag = tag(of: pieces[index]) {
        switch tag.name {
        case "td", "th":
          close(at: tag.isEnd && start != nil ? index + 1 : index)
          if !tag.isEnd { start = index }
        case "tr", "thead", "tbody", "tfoot", "table":
          close(at: index)
          return cells
        case "a": hasLink = true
        default: break
        }
      }
      index += 1
    }
    close(at: pieces.count)
    return cells
  }

  /// Returns the tags of the first link of a cell.
  private static func linkTags(
    of cell: ArraySlice<HTMLPiece>
  ) -> (start: HTMLPiece, end: HTMLPiece)? {
    func first(isEnd: Bool) -> HTMLPiece? {
      cell.first { piece in
        guard let tag = tag(of: piece) else { return false }
        return tag.name == "a" && tag.isEnd == isEnd
      }
    }
    guard let start = first(isEnd: false), let end = first(isEnd: true) else { return nil }
    return (start, end)
  }

  private static func tag(of piece: HTMLPiece) -> HTMLTag? {
    if case .tag(let tag) = piece { tag } else { nil }
  }
}
