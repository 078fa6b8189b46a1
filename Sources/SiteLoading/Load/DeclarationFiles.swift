import Crypto
import Diagnostics
import SiteFiles
import TextEncoding

/// Reads the files that sheets are read against, and digests all of them.
struct DeclarationFiles {
  private var hash = SHA256()

  /// The digest of all that was read, SHA-256 in hexadecimal.
  package var digest: String { hash.finalize().hexadecimal }

  /// Returns the text of a file; nil when it cannot be read, which is reported.
  package mutating func text(
    of file: SourceFolder.File, reporting diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) -> String? {
    do {
      return text(try file.text(), of: file.path, reporting: &diagnostics)
    } catch {
      if error.isOfTheEnvironment { throw .unreadableFile(error) }
      hash.update(data: Array("\(file.path)\0?\(error.code)\0".utf8))
      diagnostics.append(.unreadable(error, at: SourceLocation(path: file.path)))
      return nil
    }
  }

  /// Adds what is guessed of the site, which no file says.
  mutating func note(_ guess: String) {
    hash.update(data: Array("=\(guess)\0".utf8))
  }

  /// Returns the text of a file; nil when it is not there.
  mutating func textIfThere(
    of file: SourceFolder.File, reporting diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFailure) -> String? {
    do {
      return text(try file.text(), of: file.path, reporting: &diagnostics)
    } catch {
      if error.isMissing { return nil }
      if error.isOutside {
        diagnostics.append(.linkLeavesSource(at: SourceLocation(path: file.path)))
        return ""
      }
      throw .unreadableFile(error)
    }
  }

  /// Returns bytes as a text; what is not in UTF-8 is reported where it starts.
  private mutating func text(
    _ bytes: [UInt8], of path: String, reporting diagnostics: inout [Diagnostic]
  ) -> String {
    hash.update(data: Array("\(path)\0\(bytes.count)\0".utf8))
    hash.update(data: bytes)
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let position = LineIndex(bytes).position(atByte: error.byteOffsets.lowerBound)
      diagnostics.append(.notUTF8(at: SourceLocation(path: path, position: position)))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
