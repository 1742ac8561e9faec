// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/transport.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What a server that has read the request sends in place of a response, and how it ends then.
struct BrokenResponse {
  enum class End { fin, rst, silence };

  std::string name;
  std::string bytes;
  End end;
  /// What the transport says of it.
  TransportError error;
  RequestProgress progress;
  /// Whether its head is complete, which says that the request was carried out.
  bool head_complete = false;
  /// Whether one to a create is read on behind what is wrong with its head, and says it then too.
  bool read_on = false;

  /// Does it to a client whose request was read.
  void commit(RawConnection& client) const;
  /// Reads one request and does it.
  void operator()(RawConnection& client) const;

  friend std::ostream& operator<<(std::ostream& out, const BrokenResponse& response) {
    return out << response.name;
  }
};

/// Status lines and headers, and bodies, that are found broken at once.
[[nodiscard]] const std::vector<BrokenResponse>& broken_responses();
/// Those for which only a time limit helps.
[[nodiscard]] const std::vector<BrokenResponse>& silent_responses();

}  // namespace v0
}  // namespace ionoscloud::container_registry
