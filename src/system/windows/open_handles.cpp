// SPDX-License-Identifier: Apache-2.0
#include "system/accepted_connections.hpp"

#include <windows.h>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Handles are small multiples of four, and free ones are used again. The system's handle count is
/// 0 under Wine, so the search ends after many free ones in a row.
std::vector<SocketHandle> open_handles() {
  constexpr SocketHandle step = 4;
  constexpr int most_free = 2048;
  std::vector<SocketHandle> handles;
  int free_in_a_row = 0;
  for (SocketHandle handle = step; free_in_a_row < most_free; handle += step) {
    DWORD flags = 0;
    if (GetHandleInformation(reinterpret_cast<HANDLE>(handle), &flags) == 0) {
      ++free_in_a_row;
      continue;
    }
    free_in_a_row = 0;
    handles.push_back(handle);
  }
  return handles;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
