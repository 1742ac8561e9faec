// SPDX-License-Identifier: Apache-2.0
#include "fuzz/inputs.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <system_error>

#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

Scope scope_of(std::string_view piece) {
  Pieces parts(piece);
  Scope scope{parts.next(','), std::string(parts.next(',')), {}};
  while (!parts.empty()) scope.actions.emplace_back(parts.next(' '));
  return scope;
}

bool can_be_sent(const Scope& scope) {
  return is_utf8(scope.type.text()) && is_utf8(scope.name) &&
         std::all_of(scope.actions.begin(), scope.actions.end(),
                     [](const ScopeAction& action) { return is_utf8(action.text()); });
}

bool says(const JsonValue& value, const std::vector<ScopeAction>& actions) {
  return value.kind == JsonValue::Kind::list &&
         std::equal(value.inner.begin(), value.inner.end(), actions.begin(), actions.end(),
                    [](const JsonValue& element, const ScopeAction& action) {
                      return fuzz::says(element, action.text());
                    });
}

bool says(const JsonValue& value, const Scope& scope) {
  const JsonValue* type = member(value, "type");
  const JsonValue* name = member(value, "name");
  const JsonValue* actions = member(value, "actions");
  return value.inner.size() == 3 && type != nullptr && name != nullptr && actions != nullptr &&
         fuzz::says(*type, scope.type.text()) && fuzz::says(*name, scope.name) &&
         says(*actions, scope.actions);
}

}  // namespace

std::optional<Timestamp> date_of(std::string_view piece) {
  std::int64_t count = 0;
  const char* const end = piece.data() + piece.size();
  const auto result = std::from_chars(piece.data(), end, count);
  if (result.ec != std::errc() || result.ptr != end) return Timestamp::parse(piece);
  return Timestamp(Timestamp::TimePoint(std::chrono::microseconds(count)));
}

std::vector<Scope> scopes_of(std::string_view piece) {
  Pieces pieces(piece);
  std::vector<Scope> scopes;
  while (!pieces.empty()) scopes.push_back(scope_of(pieces.next(';')));
  return scopes;
}

bool can_be_sent(Timestamp date) {
  return date >= *Timestamp::parse("0000-01-01T00:00:00Z") &&
         date < *Timestamp::parse("9999-12-31T23:59:59Z") + std::chrono::seconds(1);
}

bool can_be_sent(const std::vector<Scope>& scopes) {
  return std::all_of(scopes.begin(), scopes.end(),
                     [](const Scope& scope) { return can_be_sent(scope); });
}

const JsonValue* member(const JsonValue& object, std::string_view name) {
  const auto named = [name](const JsonValue& value) { return value.name == name; };
  const auto found = std::find_if(object.inner.begin(), object.inner.end(), named);
  const bool once = std::count_if(object.inner.begin(), object.inner.end(), named) == 1;
  return object.kind == JsonValue::Kind::object && once ? &*found : nullptr;
}

bool says(const JsonValue& value, std::string_view text) {
  return value.kind == JsonValue::Kind::text && value.text == text;
}

bool says(const JsonValue& value, Timestamp date) { return says(value, date.to_string()); }

bool says(const JsonValue& value, const std::vector<Scope>& scopes) {
  return value.kind == JsonValue::Kind::list &&
         std::equal(
             value.inner.begin(), value.inner.end(), scopes.begin(), scopes.end(),
             [](const JsonValue& element, const Scope& scope) { return says(element, scope); });
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
