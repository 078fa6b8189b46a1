/* The library has no functions to call: it stands before those of the system (see FailingCalls.c). */
