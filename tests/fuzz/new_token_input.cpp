// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>

#include <ionoscloud/container_registry/models/token_input.hpp>

#include "fuzz/coding.hpp"
#include "fuzz/inputs.hpp"
#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

PostTokenProperties properties_of(Pieces pieces) {
  PostTokenProperties properties;
  properties.name = pieces.next();
  const std::string_view status = pieces.next();
  if (!status.empty()) properties.status = status;
  properties.expiry_date = date_of(pieces.next());
  const std::string_view scopes = pieces.next();
  if (!scopes.empty()) properties.scopes = scopes_of(scopes);
  return properties;
}

bool can_be_written(const PostTokenProperties& properties) {
  return is_utf8(properties.name) && (!properties.status || is_utf8(properties.status->text())) &&
         (!properties.expiry_date || can_be_sent(*properties.expiry_date)) &&
         (!properties.scopes || can_be_sent(*properties.scopes));
}

/// Whether the member says what `value` holds, and is left out for nothing.
template <class T>
bool tells(const JsonValue& body, std::string_view name, const std::optional<T>& value) {
  const JsonValue* written = member(body, name);
  return written == nullptr ? !value : value && says(*written, *value);
}

void check_written(const std::string& text, const PostTokenProperties& expected) {
  const auto body = parse_json(text, OddNumbers::refused);
  require(body && body->inner.size() == 1, "what is written is an object of one member");
  const JsonValue* properties = member(*body, "properties");
  require(properties != nullptr, "the properties");
  std::optional<std::string> status;
  if (expected.status) status = expected.status->text();
  require(tells(*properties, "name", std::optional(expected.name)), "the name is the same");
  require(tells(*properties, "status", status), "the status is the same");
  require(tells(*properties, "expiryDate", expected.expiry_date), "the date is the same");
  require(tells(*properties, "scopes", expected.scopes), "the scopes are the same");
}

}  // namespace

/// The name, status, date and scopes of a token for POST and PUT, with `|` between them.
void run(std::string_view input) {
  const PostTokenProperties properties = properties_of(Pieces(input));

  const auto posted = encoded(PostTokenInput{properties});
  const auto put = encoded(PutTokenInput{properties});

  require(posted.has_value() == can_be_written(properties), "what the wire can't hold is refused");
  require(put == posted, "POST and PUT write the same");
  if (!posted) return;
  check_written(*posted, properties);
  const auto again = decoded<PostTokenInput>(*posted);
  require(again && encoded(*again) == posted, "this library reads the same");
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
