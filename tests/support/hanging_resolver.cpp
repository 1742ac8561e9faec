// SPDX-License-Identifier: Apache-2.0
#include "support/hanging_resolver.hpp"

#include <dlfcn.h>
#include <netdb.h>

#include <condition_variable>
#include <mutex>
#include <string_view>

namespace {

std::mutex mutex;
std::condition_variable changed;
bool hanging = false;
int lookups = 0;

void hang() {
  std::unique_lock<std::mutex> lock(mutex);
  ++lookups;
  changed.notify_all();
  changed.wait(lock, [] { return !hanging; });
  --lookups;
  changed.notify_all();
}

decltype(&getaddrinfo) system_resolver() {
#ifdef IONOSCLOUD_CR_TESTS_GETADDRINFO
  return &getaddrinfo;
#else
  return reinterpret_cast<decltype(&getaddrinfo)>(dlsym(RTLD_NEXT, "getaddrinfo"));
#endif
}

}  // namespace

// Takes the place of the system's for the whole program, its libraries included. In a static
// program nothing can: there libcurl was made to call another name.
#ifndef IONOSCLOUD_CR_TESTS_GETADDRINFO
#define IONOSCLOUD_CR_TESTS_GETADDRINFO getaddrinfo
#endif
extern "C" int IONOSCLOUD_CR_TESTS_GETADDRINFO(const char* node, const char* service,
                                               const addrinfo* hints, addrinfo** result) {
  const std::string_view name = node == nullptr ? "" : node;
  constexpr std::string_view reserved = ".invalid";
  if (name == "hanging.invalid") {
    hang();
    return EAI_FAIL;
  }
  // Nobody has such a name, and no test asks the network about it.
  if (name.size() > reserved.size() && name.substr(name.size() - reserved.size()) == reserved) {
    return EAI_NONAME;
  }
  static const auto real = system_resolver();
  return real(node, service, hints, result);
}

namespace ionoscloud::container_registry {
inline namespace v0 {

HangingResolver::HangingResolver() {
  const std::lock_guard<std::mutex> lock(mutex);
  hanging = true;
}

HangingResolver::~HangingResolver() {
  std::unique_lock<std::mutex> lock(mutex);
  hanging = false;
  changed.notify_all();
  changed.wait(lock, [] { return lookups == 0; });
}

void HangingResolver::wait_for_lookup() {
  std::unique_lock<std::mutex> lock(mutex);
  changed.wait(lock, [] { return lookups > 0; });
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
