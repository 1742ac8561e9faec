// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Gives `text` a capacity of at least `bytes`. Where `reserve` leaves a copy of the text behind in
/// the memory that it frees, this wipes it: the text may hold a password.
void make_room(std::string& text, std::size_t bytes);

}  // namespace v0
}  // namespace ionoscloud::container_registry
