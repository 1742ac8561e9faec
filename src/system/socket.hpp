// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A new socket, which no program gets that this process starts; -1, and `errno`, when there is
/// none to be had.
[[nodiscard]] int open_socket(int family, int type, int protocol) noexcept;

/// Whether nothing came on a connected socket, not even its end, until `time` has passed.
[[nodiscard]] bool stays_quiet(int socket, std::chrono::milliseconds time) noexcept;

/// Whether this process may open another file or socket.
[[nodiscard]] bool has_free_descriptor() noexcept;

}  // namespace v0
}  // namespace ionoscloud::container_registry
