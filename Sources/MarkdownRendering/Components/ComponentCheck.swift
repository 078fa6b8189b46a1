import TextEncoding

/// What the template of a component may not write, learnt from what it wrote once.
public enum ComponentCheck {
  /// Returns what no page of the site gets of some HTML, each once, in order.
  public static func leftOut(of html: [UInt8], allowsRemoteFiles: Bool) -> [String] {
    ComponentMarkup(
      html, parts: [], ComponentMarkup.Rules(allowsRemoteFiles: allowsRemoteFiles), limit: .max
    ).leftOut
  }
}
