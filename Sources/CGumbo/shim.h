#ifndef ARCHIPEL_GUMBO_SHIM_H
#define ARCHIPEL_GUMBO_SHIM_H

#include <gumbo.h>

#endif
