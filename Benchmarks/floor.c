/* The least work that could make these pages: each sheet is read, parsed and rendered by
   libcmark-gfm and written to the place of its page, on one thread, with nothing around it.

       floor SOURCE OUTPUT

   prints on standard error, as `archipel build --timings` does, the seconds of each phase. */

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LONGEST_PATH = 4096, OPTIONS = CMARK_OPT_FOOTNOTES };

static const char *const extension_names[] = {"table", "strikethrough", "autolink", "tasklist"};
enum { EXTENSION_COUNT = sizeof extension_names / sizeof *extension_names };
static cmark_syntax_extension *extensions[EXTENSION_COUNT];

static struct { double list, read, parse, render, write; } seconds;
static char **paths;
static size_t path_count, path_capacity;

static void fail(const char *what) {
  fprintf(stderr, "floor: %s: %s\n", what, strerror(errno));
  exit(2);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* Adds the time since *start to a phase, and starts the next. */
static void lap(double *phase, double *start) {
  double end = now();
  *phase += end - *start;
  *start = end;
}

static void join(char *result, const char *folder, const char *name) {
  if (snprintf(result, LONGEST_PATH, "%s%s%s", folder, *folder ? "/" : "", name) >= LONGEST_PATH) {
    errno = ENAMETOOLONG;
    fail(name);
  }
}

static int ends_in_md(const char *name) {
  size_t length = strlen(name);
  return length > 3 && strcmp(name + length - 3, ".md") == 0;
}

/* Lists the sheets below a folder of the source, and makes the same folders in the output. */
static void list(const char *source, const char *output, const char *folder) {
  char path[LONGEST_PATH], below[LONGEST_PATH];
  join(path, output, folder);
  if (mkdir(path, 0777) != 0 && errno != EEXIST) fail(path);
  join(path, source, folder);
  DIR *directory = opendir(path);
  if (!directory) fail(path);
  for (struct dirent *entry; (entry = readdir(directory));) {
    if (entry->d_name[0] == '.') continue;
    join(below, folder, entry->d_name);
    if (entry->d_type == DT_DIR) {
      list(source, output, below);
    } else if (ends_in_md(entry->d_name)) {
      if (path_count == path_capacity) {
        path_capacity = path_capacity ? 2 * path_capacity : 1024;
        paths = realloc(paths, path_capacity * sizeof *paths);
        if (!paths) fail("memory");
      }
      paths[path_count++] = strdup(below);
    }
  }
  closedir(directory);
}

static char *read_file(const char *path, size_t *length) {
  struct stat status;
  int file = open(path, O_RDONLY);
  if (file < 0 || fstat(file, &status) != 0) fail(path);
  char *bytes = malloc((size_t)status.st_size + 1);
  if (!bytes) fail("memory");
  ssize_t count = read(file, bytes, (size_t)status.st_size);
  if (count != status.st_size) fail(path);
  close(file);
  bytes[count] = 0;
  *length = (size_t)count;
  return bytes;
}

static void write_file(const char *path, const char *bytes, size_t length) {
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (file < 0) fail(path);
  if (write(file, bytes, length) != (ssize_t)length) fail(path);
  close(file);
}

static const char *after_front_matter(const char *bytes) {
  if (strncmp(bytes, "---\n", 4) != 0) return bytes;
  const char *end = strstr(bytes + 4, "\n---\n");
  return end ? end + 5 : bytes;
}

static void make_page(const char *source, const char *output, const char *sheet) {
  char path[LONGEST_PATH], page[LONGEST_PATH];
  size_t length;
  double start = now();
  join(path, source, sheet);
  char *bytes = read_file(path, &length);
  const char *body = after_front_matter(bytes);
  lap(&seconds.read, &start);

  cmark_parser *parser = cmark_parser_new(OPTIONS);
  for (int i = 0; i < EXTENSION_COUNT; i++) {
    cmark_parser_attach_syntax_extension(parser, extensions[i]);
  }
  cmark_parser_feed(parser, body, length - (size_t)(body - bytes));
  cmark_node *document = cmark_parser_finish(parser);
  lap(&seconds.parse, &start);

  char *html = cmark_render_html(document, OPTIONS, cmark_parser_get_syntax_extensions(parser));
  lap(&seconds.render, &start);

  join(path, output, sheet);
  path[strlen(path) - 3] = 0; /* without « .md » */
  if (mkdir(path, 0777) != 0 && errno != EEXIST) fail(path);
  join(page, path, "index.html");
  write_file(page, html, strlen(html));
  lap(&seconds.write, &start);

  free(html);
  cmark_node_free(document);
  cmark_parser_free(parser);
  free(bytes);
  lap(&seconds.parse, &start); /* what parsing built is freed at its own cost */
}

static int by_bytes(const void *left, const void *right) {
  return strcmp(*(char *const *)left, *(char *const *)right);
}

int main(int count, char **arguments) {
  if (count != 3) {
    fputs("usage: floor SOURCE OUTPUT\n", stderr);
    return 64;
  }
  double start = now();
  cmark_gfm_core_extensions_ensure_registered();
  for (int i = 0; i < EXTENSION_COUNT; i++) {
    extensions[i] = cmark_find_syntax_extension(extension_names[i]);
  }
  list(arguments[1], arguments[2], "");
  qsort(paths, path_count, sizeof *paths, by_bytes);
  lap(&seconds.list, &start);
  for (size_t i = 0; i < path_count; i++) {
    make_page(arguments[1], arguments[2], paths[i]);
    free(paths[i]);
  }
  free(paths);
  fprintf(stderr, "list\t%.6f\nread\t%.6f\nparse\t%.6f\nrender\t%.6f\nwrite\t%.6f\n", seconds.list,
          seconds.read, seconds.parse, seconds.render, seconds.write);
  return 0;
}
