#ifndef ARCHIPEL_VIPS_SHIM_H
#define ARCHIPEL_VIPS_SHIM_H

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>

// libvips is opened when the first image is met. Linked to, it would be loaded with its hundred
// libraries by every run: 20 ms and 22 MB, more than a small site takes. Its functions are declared
// here as its headers declare them (ABI 42); the variadic ones are called from inline functions,
// because Swift cannot call them.

typedef struct _VipsImage VipsImage;

typedef struct CVips {
  int (*init)(const char *);
  int (*version)(int);
  void (*concurrency_set)(int);
  void (*cache_set_max)(int);
  void (*operation_block_set)(const char *, int);
  void (*error_clear)(void);
  VipsImage *(*image_new_from_buffer)(const void *, size_t, const char *, ...);
  VipsImage *(*image_copy_memory)(VipsImage *);
  int (*image_get_width)(const VipsImage *);
  int (*image_get_height)(const VipsImage *);
  int (*image_get_n_pages)(VipsImage *);
  int (*image_hasalpha)(VipsImage *);
  unsigned long (*image_get_typeof)(const VipsImage *, const char *);
  int (*image_remove)(VipsImage *, const char *);
  int (*icc_transform)(VipsImage *, VipsImage **, const char *, ...);
  int (*thumbnail_buffer)(void *, size_t, VipsImage **, int, ...);
  int (*thumbnail_image)(VipsImage *, VipsImage **, int, ...);
  int (*getpoint)(VipsImage *, double **, int *, int, int, ...);
  int (*webpsave_buffer)(VipsImage *, void **, size_t *, ...);
  int (*pngsave_buffer)(VipsImage *, void **, size_t *, ...);
  int (*jpegsave_buffer)(VipsImage *, void **, size_t *, ...);
  void (*object_unref)(void *);
  void (*memory_free)(void *);
  unsigned int (*log_set_handler)(
      const char *, int, void (*)(const char *, int, const char *, void *), void *);
} CVips;

// Finds the functions of the library; false when it or one of them is not there.
static inline bool cvips_open(CVips *vips) {
  void *library = dlopen("libvips.so.42", RTLD_LAZY | RTLD_LOCAL);
  if (!library) return false;
  const struct {
    void *function;
    const char *name;
  } symbols[] = {
      {&vips->init, "vips_init"},
      {&vips->version, "vips_version"},
      {&vips->concurrency_set, "vips_concurrency_set"},
      {&vips->cache_set_max, "vips_cache_set_max"},
      {&vips->operation_block_set, "vips_operation_block_set"},
      {&vips->error_clear, "vips_error_clear"},
      {&vips->image_new_from_buffer, "vips_image_new_from_buffer"},
      {&vips->image_copy_memory, "vips_image_copy_memory"},
      {&vips->image_get_width, "vips_image_get_width"},
      {&vips->image_get_height, "vips_image_get_height"},
      {&vips->image_get_n_pages, "vips_image_get_n_pages"},
      {&vips->image_hasalpha, "vips_image_hasalpha"},
      {&vips->image_get_typeof, "vips_image_get_typeof"},
      {&vips->image_remove, "vips_image_remove"},
      {&vips->icc_transform, "vips_icc_transform"},
      {&vips->thumbnail_buffer, "vips_thumbnail_buffer"},
      {&vips->thumbnail_image, "vips_thumbnail_image"},
      {&vips->getpoint, "vips_getpoint"},
      {&vips->webpsave_buffer, "vips_webpsave_buffer"},
      {&vips->pngsave_buffer, "vips_pngsave_buffer"},
      {&vips->jpegsave_buffer, "vips_jpegsave_buffer"},
      {&vips->object_unref, "g_object_unref"},
      {&vips->memory_free, "g_free"},
      {&vips->log_set_handler, "g_log_set_handler"},
  };
  for (size_t index = 0; index < sizeof symbols / sizeof *symbols; index++) {
    void *found = dlsym(library, symbols[index].name);
    if (!found) return false;
    *(void **)symbols[index].function = found;
  }
  return true;
}

static inline void cvips_ignore(const char *domain, int level, const char *text, void *data) {}

// Keeps the library from writing to the terminal: what is wrong comes back from its functions.
static inline void cvips_be_silent(const CVips *vips) {
  const int every_level = 0xFC | 1 << 1;
  vips->log_set_handler("VIPS", every_level, cvips_ignore, NULL);
}

static inline VipsImage *cvips_open_image(const CVips *vips, const void *bytes, size_t length) {
  return vips->image_new_from_buffer(bytes, length, "", NULL);
}

// Decodes an image no larger than a box, upright; an error in its bytes becomes one when its pixels
// are asked for. The loader's own option is used: the call ignores its own in 8.14.
static inline int cvips_thumbnail(
    const CVips *vips, const void *bytes, size_t length, int width, int height,
    VipsImage **result) {
  const int size_down = 2;
  return vips->thumbnail_buffer(
      (void *)bytes, length, result, width, "height", height, "size", size_down,
      "option_string", "[fail-on=error]", NULL);
}

// Brings colours that follow a profile of their own to sRGB.
static inline int cvips_to_srgb(const CVips *vips, VipsImage *image, VipsImage **result) {
  return vips->icc_transform(image, result, "srgb", "embedded", 1, NULL);
}

static inline int cvips_resize(
    const CVips *vips, VipsImage *image, int width, int height, VipsImage **result) {
  const int size_force = 3;
  return vips->thumbnail_image(
      image, result, width, "height", height, "size", size_force, NULL);
}

static inline int cvips_point(const CVips *vips, VipsImage *image, double **values, int *count) {
  return vips->getpoint(image, values, count, 0, 0, NULL);
}

static inline int cvips_save_webp(
    const CVips *vips, VipsImage *image, int quality, bool lossless, void **bytes,
    size_t *length) {
  return vips->webpsave_buffer(
      image, bytes, length, "Q", quality, "lossless", (int)lossless, "effort", 4, "strip", 1,
      NULL);
}

static inline int cvips_save_png(
    const CVips *vips, VipsImage *image, void **bytes, size_t *length) {
  return vips->pngsave_buffer(
      image, bytes, length, "palette", 1, "compression", 9, "strip", 1, NULL);
}

static inline int cvips_save_jpeg(
    const CVips *vips, VipsImage *image, int quality, void **bytes, size_t *length) {
  return vips->jpegsave_buffer(
      image, bytes, length, "Q", quality, "optimize_coding", 1, "strip", 1, NULL);
}

#endif
