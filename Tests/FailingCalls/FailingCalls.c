/*
 * Makes one call of the system fail that asks for a file: loaded into a program by LD_PRELOAD, the
 * library counts the calls that open, read, list or ask for what lies below a folder, and refuses one.
 *
 *   FAILING_UNDER   the folder
 *   FAILING_CALL    the number of the call that fails, from 1; none for 0
 *   FAILING_CODE    the number of the error
 *   FAILING_COUNT   a file that receives the number of calls when the program ends
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_long calls;
static const char *under;
static long failing;
static int code;

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void start(void) {
  const char *number = getenv("FAILING_CALL");
  const char *error = getenv("FAILING_CODE");
  failing = number ? atol(number) : 0;
  code = error ? atoi(error) : EIO;
  under = getenv("FAILING_UNDER");
}

__attribute__((destructor)) static void finish(void) {
  const char *path = getenv("FAILING_COUNT");
  under = NULL;
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%ld\n", atomic_load(&calls));
  fclose(file);
}

/* Whether the call for a path is the one that fails. */
static int refuses(const char *path) {
  if (!under || !path || strncmp(path, under, strlen(under)) != 0) return 0;
  if (atomic_fetch_add(&calls, 1) + 1 != failing) return 0;
  errno = code;
  return 1;
}

/* The same for an open file or, with a name, for what lies below an open folder. */
static int refuses_open(int descriptor, const char *name) {
  char link[64], path[PATH_MAX];
  if (!under || descriptor < 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t count = NEXT(readlink)(link, path, sizeof path - 1);
  if (count <= 0) return 0;
  path[count] = 0;
  return name && name[0] == '/' ? refuses(name) : refuses(path);
}

int open(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  if (!(flags & (O_WRONLY | O_RDWR)) && refuses(path)) return -1;
  return NEXT(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  if (!(flags & (O_WRONLY | O_RDWR)) && refuses(path)) return -1;
  return NEXT(open64)(path, flags, mode);
}

ssize_t read(int file, void *bytes, size_t count) {
  return refuses_open(file, NULL) ? -1 : NEXT(read)(file, bytes, count);
}

ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
  return refuses_open(file, NULL) ? -1 : NEXT(pread)(file, bytes, count, offset);
}

int stat(const char *path, struct stat *status) {
  return refuses(path) ? -1 : NEXT(stat)(path, status);
}

int lstat(const char *path, struct stat *status) {
  return refuses(path) ? -1 : NEXT(lstat)(path, status);
}

int fstat(int file, struct stat *status) {
  return refuses_open(file, NULL) ? -1 : NEXT(fstat)(file, status);
}

int fstatat(int folder, const char *path, struct stat *status, int flags) {
  int refused = folder == AT_FDCWD ? refuses(path) : refuses_open(folder, path);
  return refused ? -1 : NEXT(fstatat)(folder, path, status, flags);
}

DIR *opendir(const char *path) { return refuses(path) ? NULL : NEXT(opendir)(path); }

struct dirent *readdir(DIR *folder) {
  return refuses_open(dirfd(folder), NULL) ? NULL : NEXT(readdir)(folder);
}

char *realpath(const char *path, char *resolved) {
  return refuses(path) ? NULL : NEXT(realpath)(path, resolved);
}
