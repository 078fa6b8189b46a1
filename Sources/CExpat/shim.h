#ifndef ARCHIPEL_EXPAT_SHIM_H
#define ARCHIPEL_EXPAT_SHIM_H

#include <expat.h>

#endif
