/// A folded form with its folded stem: what the dictionary tells words apart by.
struct WordKey: Hashable, Sendable {
  let form: ArraySlice<UInt8>
  let stem: ArraySlice<UInt8>

  static func < (left: WordKey, right: WordKey) -> Bool {
    let order = left.form.order(right.form)
    return order != 0 ? order < 0 : left.stem.order(right.stem) < 0
  }
}
