// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// All models.

#include <ionoscloud/container_registry/models/model_list.hpp>
#include <ionoscloud/container_registry/models/registry.hpp>
#include <ionoscloud/container_registry/models/resource.hpp>
#include <ionoscloud/container_registry/models/scope.hpp>
#include <ionoscloud/container_registry/models/token.hpp>
#include <ionoscloud/container_registry/models/token_input.hpp>
