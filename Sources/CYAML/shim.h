#ifndef ARCHIPEL_YAML_SHIM_H
#define ARCHIPEL_YAML_SHIM_H

#include <yaml.h>

#endif
