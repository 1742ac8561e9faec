// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "support/caught.hpp"
#include "support/token_range_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Services that page badly: the caller gets the complete list or a clear exception, and never an
/// endless walk.
class TokenRangeFaults : public TokenRangeTest {
 protected:
  /// Reads a list that must not be taken for complete.
  DecodeException failure(std::int64_t page_size = 10) {
    return caught<DecodeException>([&] { static_cast<void>(read(list(page_size))); });
  }
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
