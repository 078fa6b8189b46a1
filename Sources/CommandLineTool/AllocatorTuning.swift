import Glibc

/// How the process takes memory from the system.
enum AllocatorTuning {
  /// The parameters of `mallopt`, as `malloc.h` of the GNU C library numbers them.
  private enum Parameter {
    static let trimThreshold: CInt = -1
    static let topPad: CInt = -2
  }

  /// Lets the workers take memory in large steps, and keep it until the end.
  ///
  /// A build makes thousands of pages and ends: growing heaps by 128 kB at a time, and giving memory
  /// back in between, costs it a twentieth of its time.
  static func apply() {
    // Swift does not import `malloc.h`; another C library may lack the function.
    typealias Tune = @convention(c) (CInt, CInt) -> CInt
    guard let symbol = dlsym(nil, "mallopt") else { return }
    let tune = unsafeBitCast(symbol, to: Tune.self)
    _ = tune(Parameter.topPad, 32 << 20)
    _ = tune(Parameter.trimThreshold, 1 << 30)
  }
}
