#ifndef ARCHIPEL_ZLIB_SHIM_H
#define ARCHIPEL_ZLIB_SHIM_H

#include <stdbool.h>
#include <zlib.h>

// Starts a raw stream (RFC 1951), as ZIP files hold it; `deflateInit2` is a macro.
static inline bool czlib_start(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK;
}

#endif
