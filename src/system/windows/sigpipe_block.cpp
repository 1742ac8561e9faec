// SPDX-License-Identifier: Apache-2.0
#include "system/sigpipe_block.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

SigpipeBlock::SigpipeBlock() noexcept : was_pending_(false), was_blocked_(false) {}

SigpipeBlock::~SigpipeBlock() = default;

}  // namespace v0
}  // namespace ionoscloud::container_registry
