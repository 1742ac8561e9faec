// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/secret.hpp>

#include <cstring>
#include <ostream>
#include <utility>

#include "base/wipe.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

Secret::Secret(std::string_view text) : size_(text.size()) {
  if (text.empty()) return;
  text_ = std::make_unique<char[]>(text.size() + 1);
  std::memcpy(text_.get(), text.data(), text.size());
}

Secret::Secret(std::string&& text) : Secret(std::string_view(text)) { v0::wipe(text); }

Secret::Secret(const Secret& other) : Secret(other.expose()) {}

Secret::Secret(Secret&& other) noexcept
    : text_(std::move(other.text_)), size_(std::exchange(other.size_, 0)) {}

Secret& Secret::operator=(const Secret& other) {
  if (this != &other) *this = Secret(other);
  return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept {
  if (this == &other) return *this;
  wipe();
  text_ = std::move(other.text_);
  size_ = std::exchange(other.size_, 0);
  return *this;
}

Secret::~Secret() { wipe(); }

std::string_view Secret::expose() const noexcept {
  return text_ ? std::string_view(text_.get(), size_) : std::string_view("");
}

void Secret::wipe() noexcept {
  if (text_) v0::wipe(text_.get(), size_);
}

bool operator==(const Secret& lhs, const Secret& rhs) noexcept {
  const std::string_view left = lhs.expose();
  const std::string_view right = rhs.expose();
  if (left.size() != right.size()) return false;
  volatile unsigned char difference = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    difference = static_cast<unsigned char>(
        difference | (static_cast<unsigned char>(left[i]) ^ static_cast<unsigned char>(right[i])));
  }
  return difference == 0;
}

std::ostream& operator<<(std::ostream& out, const Secret&) { return out << "[redacted]"; }

}  // namespace v0
}  // namespace ionoscloud::container_registry
