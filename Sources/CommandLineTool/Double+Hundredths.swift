extension Double {
  /// The number with two digits after its point: `0.42`.
  var hundredths: String {
    let hundredths = Int((self * 100).rounded())
    let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
    return "\(whole).\(part < 10 ? "0" : "")\(part)"
  }
}
