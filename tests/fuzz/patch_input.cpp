// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/models/token_input.hpp>

#include "fuzz/coding.hpp"
#include "fuzz/inputs.hpp"
#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

constexpr std::string_view null_word = "null";

PatchTokenInput patch_of(Pieces pieces) {
  const std::string_view status = pieces.next();
  const std::string_view date = pieces.next();
  const std::string_view scopes = pieces.next();

  PatchTokenInput patch;
  if (!status.empty()) patch.status = status;
  if (const auto moment = date_of(date)) patch.expiry_date = *moment;
  if (date == null_word) patch.expiry_date = null;
  if (!scopes.empty()) patch.scopes = scopes_of(scopes);
  if (scopes == null_word) patch.scopes = null;
  return patch;
}

bool can_be_written(const PatchTokenInput& patch) {
  return (!patch.status.has_value() || is_utf8(patch.status.value().text())) &&
         (!patch.expiry_date.has_value() || can_be_sent(patch.expiry_date.value())) &&
         (!patch.scopes.has_value() || can_be_sent(patch.scopes.value()));
}

bool tells(const JsonValue& body, std::string_view name, const std::optional<TokenStatus>& status) {
  const JsonValue* written = member(body, name);
  if (!status || written == nullptr) return !status && written == nullptr;
  return says(*written, status->text());
}

/// Whether the member is there for a field that isn't absent, and says what the field holds.
template <class T>
bool tells(const JsonValue& body, std::string_view name, const Field<T>& field) {
  const JsonValue* written = member(body, name);
  if (field.is_absent()) return written == nullptr;
  if (written == nullptr) return false;
  if (field.is_null()) return written->kind == JsonValue::Kind::null;
  return says(*written, field.value());
}

}  // namespace

/// A status, a date and scopes with `|` between them. Empty text stands for absent, `null` for
/// null where there is one.
void run(std::string_view input) {
  const PatchTokenInput patch = patch_of(Pieces(input));

  const auto text = encoded(patch);

  require(text.has_value() == can_be_written(patch), "what the wire has no form for is refused");
  if (!text) return;
  const auto body = parse_json(*text, OddNumbers::refused);
  require(body && body->kind == JsonValue::Kind::object, "what is written is an object");
  require(tells(*body, "status", patch.status), "the status keeps its state");
  require(tells(*body, "expiryDate", patch.expiry_date), "the date keeps its state");
  require(tells(*body, "scopes", patch.scopes), "the scopes keep their state");
  const auto again = decoded<PatchTokenInput>(*text);
  require(again && encoded(*again) == text, "this library reads the same");
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
