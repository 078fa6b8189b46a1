#ifndef ARCHIPEL_QRENCODE_SHIM_H
#define ARCHIPEL_QRENCODE_SHIM_H

#include <dlfcn.h>
#include <stdbool.h>

// libqrencode is opened when the first code is made: Debian has no static library of it, and the
// program needs glibc alone. Its functions are declared here as its headers declare them (ABI 4).

typedef struct {
  int version;
  int width;
  unsigned char *data;
} CQRCode;

typedef struct CQREncode {
  CQRCode *(*encode)(int, const unsigned char *, int, int);
  void (*release)(CQRCode *);
} CQREncode;

// Finds the functions of the library; false when it or one of them is not there.
static inline bool cqrencode_open(CQREncode *library) {
  void *opened = dlopen("libqrencode.so.4", RTLD_LAZY | RTLD_LOCAL);
  if (!opened) return false;
  void *encode = dlsym(opened, "QRcode_encodeData");
  void *release = dlsym(opened, "QRcode_free");
  if (!encode || !release) return false;
  *(void **)&library->encode = encode;
  *(void **)&library->release = release;
  return true;
}

#endif
