import Formats

/// The pictures of a book: each of the site is in it once, however many chapters show it.
package struct BookPictures {
  /// A picture of the site in a form that every device shows.
  package struct Picture: Sendable {
    /// What its name ends with: `svg`, `png`, `jpg`, `gif`.
    package let ending: String
    package let bytes: [UInt8]

    package init(ending: String, bytes: [UInt8]) {
      self.ending = ending
      self.bytes = bytes
    }

    /// What a package calls its format.
    var mediaType: String {
      switch ending {
      case "svg": "image/svg+xml"
      case "jpg": "image/jpeg"
      default: "image/" + ending
      }
    }
  }

  /// Returns the picture at a path of the site; nil when it has none.
  package typealias Source = @Sendable (_ path: String) throws -> Picture?

  private let source: Source
  private let folder: String
  private var names: [String: String?] = [:]
  /// The pictures that are shown, under their names in the book, in the order of their first use.
  private(set) var shown: [(name: String, picture: Picture)] = []
  /// Why a picture could not be read.
  private(set) var failure: (any Error)?

  /// - Parameter folder: The folder that they are in, with a slash at its end.
  package init(in folder: String = "images/", _ source: @escaping Source) {
    self.folder = folder
    self.source = source
  }

  /// Adds the picture at a path of the site to the book, once, and returns its name there.
  ///
  /// - Returns: nil when the site has no picture at the path.
  mutating func name(of path: String) -> String? {
    if let known = names[path] { return known }
    var name: String?
    do {
      if let picture = try source(path), !picture.bytes.isEmpty {
        let made = folder + "\(shown.count + 1).\(picture.ending)"
        shown.append((made, picture))
        name = made
      }
    } catch {
      failure = failure ?? error
    }
    names[path] = .some(name)
    return name
  }
}
