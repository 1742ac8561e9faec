// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/models/token.hpp>
#include <ionoscloud/container_registry/token_range.hpp>

#include "api/list_reader.hpp"
#include "api/token_marks.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Where a `TokenRange` gets its tokens from, and how far it has come.
class TokenRange::Source final : public ListReader<TokensResponse> {
 public:
  using ListReader::ListReader;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
