// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <ionoscloud/container_registry/models/token.hpp>
#include <ionoscloud/container_registry/possible_orphan.hpp>

/// @file
/// What `create_token_reconciled` is given and gives.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Who names a token.
enum class TokenNaming {
  /// The caller: the name is what was given. When it is taken after a lost response, nothing proves
  /// by whom, and nothing is touched.
  given,
  /// The library: what was given is a stem, of which each create makes a name of its own by
  /// `-` and eight random characters of `a-z0-9`, `ci-pull-x7k2m9qa`. At most 63 characters, for
  /// which the stem is cut. Such a name proves whose a token is, so that what a lost response left
  /// behind can be removed. The token's name is in the result.
  generated,
};

/// A token that was just created, its password in `properties.credentials->password` this once.
struct ReconciledToken : PostTokenOutput {
  /// What earlier creates of this call, whose responses were lost, may have left behind: what could
  /// not be found, and may yet appear, and what could not be deleted. Nearly always empty.
  std::vector<PossibleOrphan> possible_orphans;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
