extension ImageSize {
  /// Returns an image at the size, its height in proportion where none is asked for.
  func applied(to image: ShownImage) -> ShownImage {
    var shown = image.scaled(toWidth: width)
    if let height { shown.height = height }
    return shown
  }
}
