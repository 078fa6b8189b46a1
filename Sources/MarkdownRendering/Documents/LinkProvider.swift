public import Diagnostics

/// Finds what destinations lead to; asked for every link and image of a document.
public protocol LinkProvider: Sendable {
  /// Returns what becomes of a destination, and reports what is wrong with it.
  func resolve(_ request: LinkRequest, diagnostics: inout [Diagnostic]) -> ResolvedLink

  /// Returns the text of a file that a document includes.
  func text(ofIncluded request: LinkRequest) -> IncludedText

  /// Returns the file that the path of one which does not exist is likely to mean.
  func suggestion(forIncluded path: String) -> String?
}

extension LinkProvider {
  /// Nothing is included.
  public func text(ofIncluded request: LinkRequest) -> IncludedText { .missing }

  /// Nothing is known.
  public func suggestion(forIncluded path: String) -> String? { nil }
}
