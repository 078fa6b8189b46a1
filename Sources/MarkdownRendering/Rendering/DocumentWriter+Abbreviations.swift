import TextEncoding

extension DocumentWriter {
  /// Writes a text whose abbreviations say what they mean.
  mutating func writeWithAbbreviations(_ text: UnsafeBufferPointer<UInt8>) {
    var written = 0
    for (range, meaning) in abbreviations.all(in: text) {
      writeWithShifts(UnsafeBufferPointer(rebasing: text[written..<range.lowerBound]))
      output.append("<abbr title=\"")
      HTMLEscaping.append(meaning, to: &output)
      output.append("\">")
      writeWithShifts(UnsafeBufferPointer(rebasing: text[range]))
      output.append("</abbr>")
      written = range.upperBound
    }
    writeWithShifts(UnsafeBufferPointer(rebasing: text[written...]))
  }
}
