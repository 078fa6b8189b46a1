#ifndef ARCHIPEL_ZLIB_SHIM_H
#define ARCHIPEL_ZLIB_SHIM_H

#include <stdbool.h>
#include <zlib.h>

// Starts a raw stream (RFC 1951), as ZIP files hold it; `deflateInit2` is a macro.
static inline bool czlib_start(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK;
}

// Starts to read a raw stream; `inflateInit2` is a macro.
static inline bool czlib_start_reading(z_stream *stream) {
  return inflateInit2(stream, -MAX_WBITS) == Z_OK;
}

#endif
