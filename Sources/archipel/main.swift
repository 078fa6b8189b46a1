import CommandLineTool
import Glibc

// The first thread only waits: one that ended before the process, as it does behind a top-level
// `await`, would have the system load a library for that.
Task.detached {
  await Archipel.run()
  exit(EXIT_SUCCESS)
}
while true { pause() }
