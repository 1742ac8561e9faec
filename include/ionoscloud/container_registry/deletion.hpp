// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What a DELETE found.
struct Deletion {
  /// The resource was gone when the service was asked again after an attempt of this call whose
  /// outcome was unclear; most likely that attempt deleted it.
  bool already_absent = false;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
