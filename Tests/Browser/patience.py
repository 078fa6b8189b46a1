"""How long tests wait for what must come: a bound that tells a hang, and no measure of speed."""

import time

PATIENCE = 60  # seconds


def wait_until(condition, otherwise=lambda: "it never came"):
    """Waits until a condition holds, and gives what it gave; what cannot be asked yet counts as no."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            if found := condition():
                return found
        except OSError:
            pass
        assert time.monotonic() < deadline, otherwise()
        time.sleep(0.02)
