import TextEncoding

/// Former addresses as rules of a web server, which answers each with 301 and the page.
///
/// What people write reaches no rule as it is: it is compared as quoted text where a server takes that
/// alone, else each of its signs is written by its number, and targets are percent-encoded.
public enum RedirectRules {
  /// Returns the rules of nginx, for the inside of a `server`.
  public static func nginx(_ moved: [MovedAddress], below root: String) -> [UInt8] {
    written(comment: "#", moved) { address in
      let target = plain(root + address.target)
      guard address.query == nil else {
        return address.queries.map { query in
          let asked = plain(root) + Address.encode(address.path) + "?" + query
          return "if ($request_uri = \"\(asked)\") { return 301 \"\(target)\"; }"
        }
      }
      return address.paths.map { path in
        "location = \"\(quoted(PercentEncoding.decode(root) + path))\" { return 301 \"\(target)\"; }"
      }
    }
  }

  /// Returns the rules of Apache, for a virtual host or for `.htaccess`.
  public static func apache(_ moved: [MovedAddress], below root: String) -> [UInt8] {
    let rules = written(comment: "#", moved) { address in
      // A percent sign and a digit would be what a condition has found.
      let target = plain(root + address.target).replacing("%", with: "\\%")
      let rule = "RewriteRule \"^\" \"\(target)\" [R=301,L,NE,QSD]"
      let base = PercentEncoding.decode(root)
      let paths = address.query == nil ? address.paths : [address.path]
      let path = paths.map { byteEscaped(base + $0) }.joined(separator: "|")
      let isAsked = "RewriteCond \"%{REQUEST_URI}\" \"^(?:\(path))$\""
      guard address.query != nil else { return [isAsked, rule] }
      let query = address.queries.map(byteEscaped).joined(separator: "|")
      return [isAsked, "RewriteCond \"%{QUERY_STRING}\" \"^(?:\(query))$\"", rule]
    }
    let start = "<IfModule mod_rewrite.c>\nRewriteEngine On\nRewriteOptions AllowNoSlash\n"
    return Array(start.utf8) + rules + Array("</IfModule>\n".utf8)
  }

  /// Returns the rules of Caddy, for the inside of a site.
  public static func caddy(_ moved: [MovedAddress], below root: String) -> [UInt8] {
    func map(
      _ asked: String, _ name: String, _ moved: [MovedAddress],
      _ lines: (MovedAddress) -> [String]
    ) -> [UInt8] {
      if moved.isEmpty { return [] }
      let rules = written(comment: "\t#", moved) { address in
        lines(address).map { "\t\(matched($0)) \"\(plain(root + address.target))\"" }
      }
      let start = "map \(asked) {\(name)} {\n"
      let end = """
        \tdefault ""
        }
        @\(name) expression `{\(name)} != ""`
        redir @\(name) {\(name)} 301

        """
      return Array(start.utf8) + rules + Array(end.utf8)
    }
    let base = PercentEncoding.decode(root)
    return map("{path}", "ancienne_adresse", moved.filter { $0.query == nil }) { address in
      address.paths.map { base + $0 }
    }
      + map("{uri}", "ancienne_question", moved.filter { $0.query != nil }) { address in
        address.queries.map { plain(root) + Address.encode(address.path) + "?" + $0 }
      }
  }

  /// Returns the rules of `_redirects`, as Netlify, Cloudflare Pages, GitLab Pages and Codeberg read
  /// them; they compare no query.
  public static func netlify(_ moved: [MovedAddress], below root: String) -> [UInt8] {
    written(comment: "#", moved.filter { $0.query == nil }) { address in
      address.paths.map { path in
        "\(plain(root))\(Address.encode(path)) \(plain(root + address.target)) 301"
      }
    }
  }

  /// Returns a script for the home page, which leads from `?Page` to the page where the server cannot.
  public static func script(_ moved: [MovedAddress], offline: Bool) -> [UInt8] {
    let pairs = moved.filter { $0.path.isEmpty }.compactMap { address -> JSONValue? in
      guard let query = address.query else { return nil }
      let target = plain(address.target) + (offline ? "index.html" : "")
      return .array([.string(query), .string(target)])
    }
    let start = """
      (() => {
        const moved = new Map(
      """
    let end = """
      );
        let asked = location.search.slice(1);
        try {
          asked = decodeURIComponent(asked);
        } catch {
          // What is not well encoded is compared as it is.
        }
        asked = asked.replace(/^wiki=/, "");
        const target = moved.get(asked) ?? moved.get(asked.split("&")[0]);
        if (target) location.replace(target + location.hash);
      })();

      """
    return Array(start.utf8) + JSONValue.array(pairs).encoded() + Array(end.utf8)
  }

  private static func written(
    comment: String, _ moved: [MovedAddress], _ lines: (MovedAddress) -> [String]
  ) -> [UInt8] {
    var bytes = Array("\(comment) Archipel\n".utf8)
    for address in moved {
      for line in lines(address) { bytes += (line + "\n").utf8 }
    }
    return bytes
  }

  /// Returns a percent-encoded path with every sign encoded that a configuration may read.
  private static func plain(_ path: String) -> String {
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      if byte == UInt8(ascii: "%") {
        bytes.append(byte)
      } else {
        Address.encode(CollectionOfOne(byte), to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns a text between double quotes, as nginx reads it.
  private static func quoted(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  /// Returns a text as a regular expression for bytes: letters and digits, and all else by number.
  private static func byteEscaped(_ text: String) -> String {
    var expression = ""
    for byte in text.utf8 {
      let isPlain = isLetter(byte) || isDigitOrSlash(byte)
      expression += isPlain ? String(UnicodeScalar(byte)) : "\\x" + [byte].hexadecimal
    }
    return expression
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte < 0x80 && UnicodeScalar(byte).properties.isAlphabetic
  }

  private static func isDigitOrSlash(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "/_-".utf8.contains(byte)
  }

  /// Returns what Caddy compares an address with: the address itself where it is plain, else a regular
  /// expression, which knows no other sign that its configuration could read.
  private static func matched(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      isDigitOrSlash(byte) || isLetter(byte) || byte == UInt8(ascii: ".")
    }
    if isPlain { return "\"\(text)\"" }
    var expression = ""
    for scalar in text.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value), byte < 0x80 else {
        expression.unicodeScalars.append(scalar)
        continue
      }
      let isLiteral = isDigitOrSlash(byte) || isLetter(byte)
      expression += isLiteral ? String(scalar) : "\\x" + [byte].hexadecimal
    }
    return "`~^\(expression)$`"
  }
}
