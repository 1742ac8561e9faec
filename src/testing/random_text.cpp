// SPDX-License-Identifier: Apache-2.0
#include "testing/random_text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

std::string RandomText::id() {
  constexpr char digits[] = "0123456789abcdef";
  std::string id = "xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx";
  std::uint32_t bits = 0;
  int digits_left = 0;
  for (char& c : id) {
    if (c != 'x') continue;
    if (digits_left == 0) {
      bits = random_();
      digits_left = 8;
    }
    c = digits[bits & 15U];
    bits >>= 4U;
    --digits_left;
  }
  return id;
}

Secret RandomText::password() {
  constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::array<char, 30> password{};
  for (std::size_t i = 0; i < password.size(); i += 5) {
    std::uint32_t bits = random_();
    for (std::size_t j = 0; j < 5; ++j, bits >>= 6U) password[i + j] = letters[bits & 63U];
  }
  return Secret(std::string_view(password.data(), password.size()));
}

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
