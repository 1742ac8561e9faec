// SPDX-License-Identifier: Apache-2.0
#include "json/salvage.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.hpp"
#include "json/damaged_text.hpp"

// simdjson only reads valid documents. This parser reads a password from a damaged one: token by
// token, without errors.

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {
namespace {

/// The members that lead from the token to its login.
constexpr std::array<std::string_view, 2> way_to_login = {"properties", "credentials"};
/// The members that are read. The names of all others aren't kept: in a damaged document a password
/// may be in the place of a name.
constexpr std::array<std::string_view, 5> names = {"id", "properties", "credentials", "username",
                                                   "password"};
constexpr std::size_t depth_of_token = 1;
constexpr std::size_t depth_of_login = depth_of_token + way_to_login.size();

std::string_view without_space(std::string_view text) {
  while (!text.empty() && ascii::is_space(text.front())) text.remove_prefix(1);
  return text;
}

/// Without the closing brackets at the beginning.
std::string_view without_closing(std::string_view text) {
  text = without_space(text);
  while (!text.empty() && (text.front() == '}' || text.front() == ']')) {
    text = without_space(text.substr(1));
  }
  return text;
}

/// Whether a value can end before `rest`. If a quote is missing, or lacks its backslash, other
/// characters follow the apparent end.
bool ends_value(std::string_view rest) {
  rest = without_closing(rest);
  if (rest.empty()) return true;
  if (rest.front() != ',') return false;
  rest = without_space(rest.substr(1));
  if (rest.empty() || rest.front() == '}') return true;
  if (rest.front() != '"') return false;
  rest.remove_prefix(1);
  rest.remove_prefix(length_of_text(rest));
  rest = without_space(rest.substr(rest.empty() ? 0 : 1));
  return rest.empty() || rest.front() == ':';
}

class Walker {
 public:
  explicit Walker(std::string_view rest) : rest_(rest) {}

  std::optional<SalvagedToken> walk() {
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == '"') {
        take_text();
      } else if (!ascii::is_space(c)) {
        take_mark(c);
      }
    }
    if (ids_ != 1) found_.id = TokenId();
    if (usernames_ != 1) found_.username.clear();
    found_.id_complete = !found_.id.text().empty();
    found_.password_complete =
        password_is_exact_ && passwords_ == 1 && ways_ == std::array<int, 2>{1, 1};
    const bool is_empty = !found_.id_complete && found_.username.empty() && found_.password.empty();
    if (is_empty) return std::nullopt;
    return std::move(found_);
  }

 private:
  void take_mark(char c) {
    const bool is_value = std::exchange(value_follows_, false);
    if (c == ':') {
      value_follows_ = true;
      count_member();
      return;
    }
    if (c == '{' || c == '[') open(c, is_value);
    if (c == '}' || c == ']') close(c);
    name_ = "";
  }

  void open(char c, bool is_value) {
    const bool leads_to_login =
        on_way() && c == '{' &&
        (open_.empty() || (is_value && open_.size() <= way_to_login.size() &&
                           name_ == way_to_login[open_.size() - 1]));
    if (leads_to_login) ++way_;
    open_ += c;
  }

  void close(char c) {
    // After brackets that don't match, the place of a member is unknown; after the end of the
    // document, a member belongs to no token.
    const bool matches = !open_.empty() && open_.back() == (c == '}' ? '{' : '[');
    intact_ = intact_ && matches && open_.size() > 1;
    if (open_.empty()) return;
    if (way_ == open_.size()) --way_;
    open_.pop_back();
  }

  /// Whether the open brackets are exactly the way to the login, or its beginning.
  [[nodiscard]] bool on_way() const { return intact_ && way_ == open_.size(); }
  [[nodiscard]] bool in_token() const { return on_way() && way_ == depth_of_token; }
  [[nodiscard]] bool in_login() const { return on_way() && way_ == depth_of_login; }

  /// Counts the members with each name: of two with the same name, it is unclear which one is
  /// valid.
  void count_member() {
    if (name_ == "password") ++passwords_;
    if (name_ == "username") ++usernames_;
    if (name_ == "id" && in_token()) ++ids_;
    for (std::size_t i = 0; i < way_to_login.size(); ++i) {
      if (name_ == way_to_login[i] && on_way() && way_ == depth_of_token + i) ++ways_[i];
    }
  }

  void take_text() {
    const DamagedText text(rest_);
    if (std::exchange(value_follows_, false)) {
      keep(text);
    } else {
      const auto* const known = std::find(names.begin(), names.end(), text.characters());
      name_ = text.is_exact() && known != names.end() ? *known : "";
    }
  }

  void keep(const DamagedText& text) {
    const bool whole = text.is_exact() && ends_value(rest_);
    if (name_ == "id" && in_token() && whole) found_.id = text.characters();
    if (name_ == "username" && whole) found_.username = text.characters();
    if (name_ == "password" && found_.password.empty()) {
      found_.password = Secret(text.characters());
      // Services write spaces in place of no password.
      password_is_exact_ = whole && in_login() && !ascii::trim(text.characters()).empty();
    }
  }

  std::string_view rest_;
  /// The brackets that are open.
  std::string open_;
  bool intact_ = true;
  /// How many of them, from the outermost on, are the token and the way to its login.
  std::size_t way_ = 0;
  bool value_follows_ = false;
  /// The name of the current member.
  std::string_view name_;

  SalvagedToken found_;
  bool password_is_exact_ = false;
  int ids_ = 0;
  int usernames_ = 0;
  int passwords_ = 0;
  /// How many members have each name of `way_to_login` at its place.
  std::array<int, 2> ways_{};
};

}  // namespace

std::optional<SalvagedToken> salvage_token(std::string_view text) { return Walker(text).walk(); }

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
