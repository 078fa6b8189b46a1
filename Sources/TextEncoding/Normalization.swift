// The normal forms are in the standard library, which compares texts by them; Foundation's, which are
// made of these, would bring the 30 MB of ICU's data.
@_spi(_Unicode) import Swift

extension String {
  /// The text in canonical decomposition (NFD).
  public var decomposed: String { Self(collecting: _nfd) }

  /// The text in canonical composition (NFC).
  public var composed: String { Self(collecting: _nfc) }

  private init(collecting scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
