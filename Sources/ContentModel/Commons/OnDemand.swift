import Synchronization

/// A value that is made when it is first asked for, once, whoever asks.
public final class OnDemand<Value: Sendable>: Sendable {
  private enum State {
    case pending(@Sendable () -> Value)
    case made(Value)
  }

  private let state: Mutex<State>

  /// Creates a value that is not made yet.
  public init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.pending(make)) }

  /// The value.
  public var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .pending(let make):
        let value = make()
        // What it was made from is released.
        state = .made(value)
        return value
      }
    }
  }
}
