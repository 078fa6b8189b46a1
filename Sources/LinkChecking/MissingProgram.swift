/// The program that asks is not on this machine.
public struct MissingProgram: Error, Sendable {
  /// Its name, which is that of its Debian package.
  public let name: String
}
