import ContentModel
import MarkdownRendering

extension MarkdownOptions {
  /// Creates the options that a site asks for.
  ///
  /// - Parameter isPlain: Whether nobody has made a site of the folder, which other tools read as well.
  init(_ configuration: SiteConfiguration, _ typography: Typography, isPlain: Bool) {
    let rawHTML: RawHTML =
      switch configuration.rawHTML {
      case .omit: .omit
      case .safe: .safe
      case .allow: .allow
      }
    self.init(
      typography: typography, rawHTML: rawHTML,
      dialects: .all.subtracting(Dialects(configuration.markdown.disabled)),
      showsForeignBlocks: isPlain)
  }
}

extension MarkdownOptions.Dialects {
  /// Creates the set of some kinds of syntax that `archipel.yaml` names.
  init(_ kinds: Set<MarkdownSyntax.Kind>) {
    self = kinds.reduce(into: []) { set, kind in
      switch kind {
      case .admonitions: set.insert(.admonitions)
      case .definitionLists: set.insert(.definitionLists)
      case .marks: set.insert(.marks)
      case .attributes: set.insert(.attributes)
      case .emoji: set.insert(.emoji)
      case .comments: set.insert(.comments)
      case .math: set.insert(.math)
      case .foreignTags: set.insert(.foreignTags)
      case .highlighting: set.insert(.highlighting)
      case .includes: set.insert(.includes)
      case .tables: set.insert(.tables)
      }
    }
  }
}
