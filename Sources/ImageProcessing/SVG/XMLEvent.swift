/// What a document starts, ends or holds; comments, instructions and declarations are left out.
enum XMLEvent {
  /// A name in a namespace, which is empty where there is none.
  struct Name: Equatable {
    let namespace: String
    let local: String
  }

  struct Attribute {
    let name: Name
    let value: String
  }

  /// An element starts; one written as `<path/>` has no end.
  case start(Name, [Attribute], isEmpty: Bool)
  case end
  /// All the text between two of the others.
  case text(String)
}
