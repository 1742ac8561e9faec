// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// All but the opt-in headers `async.hpp`, `wiping_allocator.hpp`, `nlohmann.hpp` and `testing/`.

/// @namespace ionoscloud::container_registry
/// Everything of this library. Examples call it `cr`:
///
///     namespace cr = ionoscloud::container_registry;
///
/// The inline namespace in it belongs to the binary interface, and never has to be named.

/// @namespace ionoscloud::container_registry::testing
/// Stand-ins for the service, for the tests of your own code: a component of its own.

#include <ionoscloud/container_registry/any_json.hpp>
#include <ionoscloud/container_registry/api_client.hpp>
#include <ionoscloud/container_registry/api_response.hpp>
#include <ionoscloud/container_registry/call_options.hpp>
#include <ionoscloud/container_registry/cancellation.hpp>
#include <ionoscloud/container_registry/configuration.hpp>
#include <ionoscloud/container_registry/credentials.hpp>
#include <ionoscloud/container_registry/deletion.hpp>
#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/field.hpp>
#include <ionoscloud/container_registry/headers.hpp>
#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/json_text.hpp>
#include <ionoscloud/container_registry/limits.hpp>
#include <ionoscloud/container_registry/list_range.hpp>
#include <ionoscloud/container_registry/models.hpp>
#include <ionoscloud/container_registry/observer.hpp>
#include <ionoscloud/container_registry/open_enum.hpp>
#include <ionoscloud/container_registry/possible_orphan.hpp>
#include <ionoscloud/container_registry/reconciled_create.hpp>
#include <ionoscloud/container_registry/registries_api.hpp>
#include <ionoscloud/container_registry/retry_policy.hpp>
#include <ionoscloud/container_registry/salvaged_token.hpp>
#include <ionoscloud/container_registry/secret.hpp>
#include <ionoscloud/container_registry/stream_logger.hpp>
#include <ionoscloud/container_registry/timestamp.hpp>
#include <ionoscloud/container_registry/tls_options.hpp>
#include <ionoscloud/container_registry/tokens_api.hpp>
#include <ionoscloud/container_registry/transport.hpp>
#include <ionoscloud/container_registry/transport_error.hpp>
#include <ionoscloud/container_registry/version.hpp>
