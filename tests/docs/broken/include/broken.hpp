// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A type that is documented.
struct Documented {
  /// A member that is documented.
  int documented = 0;

  int undocumented = 0;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
