// SPDX-License-Identifier: Apache-2.0
#include "system/open_handles.hpp"

#include <windows.h>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Handles are small multiples of four, the smallest free one first.
std::vector<SocketHandle> open_handles() {
  constexpr SocketHandle step = 4;
  constexpr SocketHandle end = step * 0x10000;
  std::vector<SocketHandle> handles;
  DWORD left = 0;
  GetProcessHandleCount(GetCurrentProcess(), &left);
  for (SocketHandle handle = step; handle < end && left > 0; handle += step) {
    DWORD flags = 0;
    if (GetHandleInformation(reinterpret_cast<HANDLE>(handle), &flags) == 0) continue;
    handles.push_back(handle);
    --left;
  }
  return handles;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
