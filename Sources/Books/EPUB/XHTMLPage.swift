import TextEncoding

/// A document of an EPUB file.
struct XHTMLPage {
  let title: String
  let language: String
  /// What it is in the book: `frontmatter`, `bodymatter`, `backmatter`.
  let type: String
  let body: [UInt8]

  /// Returns the document.
  func bytes(_ book: Book) -> [UInt8] {
    var page = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
      """.utf8)
    page.append(markup: " lang=\"")
    page.append(escaped: language)
    page.append(markup: "\" xml:lang=\"")
    page.append(escaped: language)
    page.append(markup: book.isRightToLeft ? "\" dir=\"rtl\">\n<head>\n" : "\">\n<head>\n")
    page.append(markup: "<meta charset=\"utf-8\"/>\n")
    page.append("title", title)
    page.append(markup: "<link rel=\"stylesheet\" type=\"text/css\" href=\"livre.css\"/>\n")
    page.append(markup: "</head>\n<body epub:type=\"\(type)\">\n")
    page += body
    page.append(markup: "\n</body>\n</html>\n")
    return page
  }
}
