import Diagnostics

/// Why a component's body cannot be read.
struct ComponentFailure: Error {
  let diagnostic: Diagnostic
}
