// SPDX-License-Identifier: Apache-2.0
#include "json/salvage.hpp"

#include <algorithm>
#include <cstddef>

#include <simdjson.h>

#include <ionoscloud/container_registry/models/token.hpp>

#include "base/ascii.hpp"
#include "fuzz/coding.hpp"
#include "fuzz/json_tree.hpp"
#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

/// How many members have that name, however deep.
std::size_t count(const JsonValue& value, std::string_view name) {
  std::size_t found = value.name == name ? 1 : 0;
  for (const JsonValue& inner : value.inner) found += count(inner, name);
  return found;
}

bool has(const JsonValue& object, std::string_view name) {
  return std::any_of(object.inner.begin(), object.inner.end(),
                     [name](const JsonValue& member) { return member.name == name; });
}

/// Whether a member of the credentials is the only one of its name. The salvage takes the name from
/// anywhere, for it doesn't know where in a damaged response it is.
bool is_unique(const JsonValue& token, std::string_view name) {
  if (count(token, "properties") != 1 || count(token, "credentials") != 1) return false;
  for (const JsonValue& properties : token.inner) {
    for (const JsonValue& credentials : properties.inner) {
      if (credentials.name == "credentials" && properties.name == "properties") {
        return has(credentials, name) && count(token, name) == 1;
      }
    }
  }
  return false;
}

/// What is left of a password in a response that was cut off.
void check_cut(std::string_view text, std::string_view password) {
  const auto salvaged = json::salvage_token(text);
  if (!salvaged) return;
  const std::string_view part = salvaged->password.expose();
  require(part == password.substr(0, part.size()), "a cut leaves the beginning of the password");
  require(!salvaged->password_complete || part == password, "a password that is complete is whole");
}

/// What is salvaged of a whole response is what is read of it.
void check_whole(std::string_view text, const PostTokenOutput& token, const JsonValue& tree) {
  const auto salvaged = json::salvage_token(text).value_or(SalvagedToken());
  const Credentials credentials = token.properties.credentials.value_or(Credentials());

  if (count(tree, "id") == 1) {
    require(salvaged.id == token.id.value_or(TokenId()), "the id is the decoder's");
  }
  if (is_unique(tree, "username")) {
    require(salvaged.username == credentials.username, "the username is the decoder's");
  }
  if (!is_unique(tree, "password")) return;
  require(salvaged.password == credentials.password, "the password is the decoder's");
  require(salvaged.password_complete == !ascii::trim(credentials.password.expose()).empty(),
          "and known to be whole");
  constexpr std::size_t most_cuts = 100;
  const std::size_t first = std::min(text.find("\"password\""), text.size());
  for (std::size_t size = first; size < std::min(text.size(), first + most_cuts); ++size) {
    check_cut(text.substr(0, size), credentials.password.expose());
  }
}

void check_salvaged(std::string_view input, const SalvagedToken& salvaged) {
  require(!salvaged.id.text().empty() || !salvaged.username.empty() || !salvaged.password.empty(),
          "what is salvaged holds something");
  require(salvaged.id_complete != salvaged.id.text().empty(), "an id is whole, or left out");
  if (!salvaged.password_complete) return;
  const std::string_view password = salvaged.password.expose();
  require(!password.empty(), "nothing is no complete password");
  require(simdjson::validate_utf8(password.data(), password.size()), "a password is UTF-8");
  // What comes later may make it doubtful, but never another one.
  constexpr std::size_t most_cuts = 100;
  const std::size_t first = input.size() - std::min(input.size(), most_cuts);
  for (std::size_t size = input.size(); size-- > first;) {
    const auto before = json::salvage_token(input.substr(0, size));
    if (!before || !before->password_complete) return;
    require(before->password == salvaged.password, "and it was the same before");
  }
}

}  // namespace

void run(std::string_view input) {
  const auto salvaged = json::salvage_token(input);

  if (salvaged) check_salvaged(input, *salvaged);
  const auto token = decoded<PostTokenOutput>(input);
  const auto tree = parse_json(input, OddNumbers::taken);
  if (token && tree) check_whole(input, *token, *tree);
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
