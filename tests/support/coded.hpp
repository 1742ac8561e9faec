// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// `text` as `Content-Encoding: gzip` has it.
std::string gzipped(std::string_view text);

/// As `Content-Encoding: deflate` has it by the rules.
std::string deflated(std::string_view text);

/// As many servers write it instead, without zlib's frame.
std::string deflated_bare(std::string_view text);

}  // namespace v0
}  // namespace ionoscloud::container_registry
