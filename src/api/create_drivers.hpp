// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/pending.hpp>
#include <ionoscloud/container_registry/reconciled_create.hpp>

#include "api/reconciled_create.hpp"
#include "runtime/client_core.hpp"

/// @file
/// What drives a `ReconciledCreate`: this thread, or the client's engine.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Makes its calls on this thread.
[[nodiscard]] ReconciledToken run_create(ClientCore& core, const RegistryId& registry_id,
                                         const PostTokenInput& input, TokenNaming naming,
                                         const CallOptions& options);

/// Makes them one after another on the client's engine, where each is a flight that the next one
/// follows.
[[nodiscard]] Pending<ReconciledToken> begin_create(ClientCore& core, const RegistryId& registry_id,
                                                    const PostTokenInput& input, TokenNaming naming,
                                                    CallOptions options);

}  // namespace v0
}  // namespace ionoscloud::container_registry
