// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <ionoscloud/container_registry/any_json.hpp>
#include <ionoscloud/container_registry/json_text.hpp>
#include <ionoscloud/container_registry/secret.hpp>
#include <ionoscloud/container_registry/timestamp.hpp>

#include "json/json_path.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

/// The JSON text that is being written. It may hold passwords: all memory that it used is wiped,
/// but for the text that `take` returns.
class Output {
 public:
  explicit Output(SecretText secrets);
  ~Output();

  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void append(std::string_view piece);

  [[nodiscard]] bool exposes_secrets() const noexcept { return secrets_ == SecretText::exposed; }
  [[nodiscard]] std::string take() &&;

 private:
  std::string text_;
  SecretText secrets_;
};

/// @{
/// Writes one value. Throws an `EncodeError` with the path `where`.
void write(Output& out, std::string_view text, const JsonPath& where);
void write(Output& out, const Secret& secret, const JsonPath& where);
void write(Output& out, Timestamp timestamp, const JsonPath& where);
void write(Output& out, std::int64_t number, const JsonPath&);
void write(Output& out, const AnyJson& value, const JsonPath& where);
void write(Output& out, bool value, const JsonPath&);
void write(Output& out, double number, const JsonPath& where);
void write(Output& out, const std::string& text, const JsonPath& where);
/// @}

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
