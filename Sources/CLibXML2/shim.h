#ifndef ARCHIPEL_LIBXML2_SHIM_H
#define ARCHIPEL_LIBXML2_SHIM_H

#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>

#endif
