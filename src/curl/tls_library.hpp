// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What libcurl says of its TLS library: `OpenSSL/3.0.17`, `Schannel`. Empty when it has none.
[[nodiscard]] std::string tls_library();

/// Whether that library is a part of Windows or macOS. It keeps certificates in stores of its own,
/// reads neither folders of authorities nor a client's PEM files, and shows certificates in no
/// order that could be relied on.
[[nodiscard]] bool is_of_the_system(std::string_view tls_library) noexcept;

}  // namespace v0
}  // namespace ionoscloud::container_registry
