#ifndef ARCHIPEL_STEMMER_SHIM_H
#define ARCHIPEL_STEMMER_SHIM_H

#include <libstemmer.h>

#endif
