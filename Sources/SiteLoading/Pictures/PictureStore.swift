import Crypto
package import ImageProcessing
import SiteFiles
import Synchronization
import TextEncoding

/// The pictures of a site, each made ready once, when the first page asks for it.
///
/// Whichever worker asks first, the answer is the same: it depends on the bytes of the picture.
package final class PictureStore: Sendable {
  /// The folder of the pictures that pages show.
  package static let folder = "images/"

  private let recipe = PictureRecipe()
  private let cache: PictureCache
  private let entries = Mutex<[String: Entry]>([:])
  private let linked = Mutex<Set<String>>([])

  /// What is known of one picture; its lock is held by the worker that makes it ready.
  private final class Entry: Sendable {
    let result = Mutex<Result<Prepared, PictureProblem>?>(nil)
  }

  private struct Prepared: Sendable {
    let picture: Picture
    /// The bytes of its files, but for those that are in the cache.
    let kept: [[UInt8]]?
    let key: String
    /// What the disk said of the original; nil when it was being changed.
    var metadata: FileMetadata?

    /// Whether the original is what it was.
    func isCurrent(for file: SourceFolder.File) -> Bool {
      metadata.map { FileMetadata.of(file.diskPath) == $0 } ?? false
    }
  }

  /// The pictures of the same site as it was before.
  private let former: [String: Entry]

  /// - Parameter last: The pictures of the same site as it was before.
  package init(cache: PictureCache, after last: PictureStore? = nil) {
    self.cache = cache
    former = last?.entries.withLock { $0 } ?? [:]
  }

  // MARK: Asking

  /// Returns a picture of the content, made ready for pages: its files are published.
  package func picture(_ file: SourceFolder.File) -> Result<Picture, PictureProblem> {
    prepared(file).map(\.picture)
  }

  /// Notes that readers may ask for the original of a picture: it is published besides.
  package func noteLink(to file: SourceFolder.File) {
    linked.withLock { _ = $0.insert(file.contentPath) }
  }

  /// Returns whether readers may ask for the original of a picture.
  package func isLinked(_ file: SourceFolder.File) -> Bool {
    linked.withLock { $0.contains(file.contentPath) }
  }

  /// The files of all pictures that pages show, each path once, in their order.
  package var files: [PictureFile] {
    let shown = entries.withLock { $0 }.compactMap { _, entry in
      try? entry.result.withLock { $0 }?.get().picture.files
    }
    var byPath: [String: PictureFile] = [:]
    for file in shown.joined() {
      // Two copies of a picture have one file; the first name says where it comes from.
      if let known = byPath[file.path], known.source.path <= file.source.path { continue }
      byPath[file.path] = file
    }
    return byPath.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Returns the bytes of a published file that shows a picture.
  ///
  /// - Throws: ``EnvironmentFailure`` when neither the cache nor the original has them any more.
  package func bytes(of file: PictureFile) throws -> [UInt8] {
    guard case .success(let prepared) = prepared(file.source) else { return [] }
    let all = prepared.kept ?? madeBefore(prepared.key, of: file.source)?.variants.map(\.bytes)
    guard let all, all.indices.contains(file.place) else {
      throw EnvironmentFailure.changedPicture(file.source.path)
    }
    return all[file.place]
  }

  /// What was made of a picture; where somebody has emptied the cache since, it is made again, unless
  /// the original is another picture by now.
  private func madeBefore(_ key: String, of file: SourceFolder.File) -> DerivedPicture? {
    if let cached = cached(key) { return cached }
    guard let bytes = try? read(file).bytes, self.key(of: bytes) == key else { return nil }
    return try? recipe.derive(bytes)
  }

  /// Returns whether the original of a picture says where it was taken.
  package func givesPlace(_ file: SourceFolder.File) -> Bool {
    guard let bytes = try? read(file).bytes else { return false }
    return PictureMetadata.givesPlace(bytes)
  }

  // MARK: Making

  private func prepared(_ file: SourceFolder.File) -> Result<Prepared, PictureProblem> {
    let entry = entries.withLock { entries in
      if let entry = entries[file.contentPath] { return entry }
      let entry = Entry()
      entries[file.contentPath] = entry
      return entry
    }
    return entry.result.withLock { result in
      if let result { return result }
      let known = former[file.contentPath]?.result.withLock { $0 }
      if case .success(let prepared)? = known, prepared.isCurrent(for: file) {
        result = known
        return .success(prepared)
      }
      let made = Result { () throws(PictureProblem) in try prepare(file) }
      result = made
      return made
    }
  }

  private func prepare(_ file: SourceFolder.File) throws(PictureProblem) -> Prepared {
    let (bytes, metadata) = try read(file)
    var prepared = try prepare(bytes, of: file)
    prepared.metadata = metadata
    return prepared
  }

  private func prepare(
    _ bytes: [UInt8], of file: SourceFolder.File
  ) throws(PictureProblem) -> Prepared {
    if ImageFormat(fileName: file.contentPath) == .svg { return try drawing(bytes, of: file) }
    let key = key(of: bytes)
    if let cached = cached(key) { return raster(cached, key, of: file, kept: nil) }
    let derived = try recipe.derive(bytes)
    let isCached = cache.store(derived.record, key)
    let kept = isCached ? nil : derived.variants.map(\.bytes)
    return raster(derived, key, of: file, kept: kept)
  }

  /// What all the files of a picture depend on.
  private func key(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(data: recipe.identity.utf8.map(\.self))
    hash.update(data: bytes)
    // Another version may make other bytes, which are published under the same name.
    return hash.finalize().hexadecimal + "-" + PictureRecipe.libraryVersion
  }

  private func cached(_ key: String) -> DerivedPicture? {
    cache.bytes(key).flatMap(DerivedPicture.init(record:))
  }

  /// Returns a drawing of the theme as PNG.
  package func drawn(_ svg: [UInt8]) -> Result<[UInt8], PictureProblem> {
    let key = SHA256.hash(data: svg).hexadecimal + "-png-" + PictureRecipe.libraryVersion
    if let cached = cache.bytes(key) { return .success(cached) }
    let drawn = Result { () throws(PictureProblem) in try Drawing.png(of: svg) }
    if case .success(let png) = drawn { _ = cache.store(png, key) }
    return drawn
  }

  private func raster(
    _ derived: DerivedPicture, _ key: String, of file: SourceFolder.File, kept: [[UInt8]]?
  ) -> Prepared {
    let stem = Self.stem(of: file, key)
    let files = derived.variants.enumerated().map { place, variant in
      PictureFile(
        path: "\(stem)-\(variant.width).webp", width: variant.width,
        byteCount: variant.bytes.count, place: place, source: file)
    }
    let picture = Picture(
      files: files, size: derived.variants.last.map { ($0.width, $0.height) },
      colour: derived.colour, isAnimated: derived.isAnimated, removals: [])
    return Prepared(picture: picture, kept: kept, key: key)
  }

  private func drawing(
    _ bytes: [UInt8], of file: SourceFolder.File
  ) throws(PictureProblem) -> Prepared {
    let drawing = try CleanedSVG(bytes)
    let key = SHA256.hash(data: drawing.bytes).hexadecimal
    let published = PictureFile(
      path: Self.stem(of: file, key) + ".svg", width: drawing.width,
      byteCount: drawing.bytes.count, place: 0, source: file)
    var size: (Int, Int)?
    if let width = drawing.width, let height = drawing.height { size = (width, height) }
    let picture = Picture(
      files: [published], size: size, colour: nil, isAnimated: false,
      removals: drawing.removals)
    return Prepared(picture: picture, kept: [drawing.bytes], key: key)
  }

  /// The file name that readers see when they save a picture, and its digest.
  private static func stem(of file: SourceFolder.File, _ key: String) -> String {
    let name = file.contentPath.split(separator: "/").last ?? ""
    let plain = Slug.make(from: String(name.prefix { $0 != "." }))
    return folder + plain.prefix(48) + "-" + key.prefix(12)
  }

  private func read(
    _ file: SourceFolder.File
  ) throws(PictureProblem) -> (bytes: [UInt8], metadata: FileMetadata?) {
    let limit = PictureRecipe.maxBytes
    do {
      return try file.readWithMetadata(atMost: limit)
    } catch {
      if error.isTooLong { throw .tooManyBytes(limit: limit) }
      ReadFailures.note(error)
      throw .damaged
    }
  }
}
