/// Why git tells no history.
enum GitFailure: Error, Hashable {
  /// The program is not there.
  case noProgram
  /// The folder is in no work tree, or nothing was ever committed.
  case noRepository
  /// Only the last commits were fetched.
  case shallow
  /// Git has not answered in the time that it is given.
  case tooSlow(seconds: Int)
  /// Git will not, and says why.
  case refused(String)
}
