import ContentModel
import Theming

extension TemplateValue {
  /// Creates what templates read of the values that a site gives them.
  ///
  /// Any name is known, so that the template of one site may ask for what another does not give.
  init(parameters: [String: SiteParameter]) {
    self = .object(Self.makeObject(parameters, defaults: .any))
  }

  /// - Parameter defaults: The names that an object knows besides its own.
  private init(_ parameter: SiteParameter, defaults: TemplateObject.Defaults? = nil) {
    switch parameter {
    case .none: self = .none
    case .text(let text): self = .text(text)
    case .flag(let flag): self = .flag(flag)
    case .object(let values): self = .object(Self.makeObject(values, defaults: defaults))
    case .list(let values):
      // One of the objects of a list may lack what the others have.
      var names: Set<String> = []
      for case .object(let values) in values { names.formUnion(values.keys) }
      let defaults = TemplateObject.Defaults(names.sorted())
      self = .list(values.map { TemplateValue($0, defaults: defaults) })
    }
  }

  private static func makeObject(
    _ values: [String: SiteParameter], defaults: TemplateObject.Defaults?
  ) -> TemplateObject {
    TemplateObject(
      values.sorted { $0.key < $1.key }.map { ($0.key, TemplateValue($0.value)) },
      defaults: defaults)
  }
}
