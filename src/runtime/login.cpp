// SPDX-License-Identifier: Apache-2.0
#include "runtime/login.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "base/bare_text.hpp"
#include "runtime/client_settings.hpp"
#include "runtime/configuration_origins.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The header value is made once: it stays the same for as long as the client lives.
class FixedCredentials final : public CredentialsProvider {
 public:
  explicit FixedCredentials(Secret authorization) : authorization_(std::move(authorization)) {}
  Secret authorization(const CredentialsContext&) override { return authorization_; }

 private:
  Secret authorization_;
};

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), ascii::is_control);
}

bool has_byte_order_mark(std::string_view text) { return starts_with(text, "\xef\xbb\xbf"); }

bool has_scheme(std::string_view text) {
  const std::string_view start = bare(text).substr(0, 7);
  return ascii::equal_ignoring_case(start, "bearer ");
}

bool has_colon(std::string_view text) { return text.find(':') != text.npos; }

bool has_invisible(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c <= ' ' || c > '~'; });
}

/// What a value can't be, and what is wrong with one that is. The first fault is told.
struct Fault {
  bool (*is_in)(std::string_view);
  std::string_view problem;
};

constexpr Fault byte_order_mark{has_byte_order_mark,
                                "must not begin with a byte order mark, which an editor put there"};
constexpr Fault control{has_control, "must not hold control characters, such as a line's end"};

constexpr Fault token_faults[] = {
    byte_order_mark,
    {has_scheme, "must be the token alone, without \"Bearer\" in front of it"},
    control,
    {is_quoted, "must not stand in quotes"},
    {has_invisible, "must be visible ASCII, without blanks in it or around it"},
};
constexpr Fault username_faults[] = {
    control,
    {has_colon, "must not hold a colon, which ends it in basic authentication"},
};
// Quotes and blanks may be part of a password.
constexpr Fault password_faults[] = {byte_order_mark, control};

template <std::size_t Size>
void check(std::string_view field, std::string_view value, const Fault (&faults)[Size]) {
  for (const Fault& fault : faults) {
    if (fault.is_in(value)) throw_invalid_configuration(field, fault.problem);
  }
}

std::shared_ptr<CredentialsProvider> bearer_credentials(const Configuration& configuration) {
  check("token", configuration.token.expose(), token_faults);
  return std::make_shared<FixedCredentials>(bearer_authorization(configuration.token));
}

std::shared_ptr<CredentialsProvider> basic_credentials(const Configuration& configuration) {
  if (username_of(configuration).empty()) {
    throw_invalid_configuration("username", "must be set when password is");
  }
  if (configuration.password.empty()) {
    throw_invalid_configuration("password", "must be set when username is");
  }
  check("username", username_of(configuration), username_faults);
  check("password", configuration.password.expose(), password_faults);
  return std::make_shared<FixedCredentials>(
      basic_authorization(username_of(configuration), configuration.password));
}

[[noreturn]] void throw_without_login(const Configuration& configuration) {
  std::string problem = "must be set, or username and password, or credentials: there is no login";
  std::string_view before = "; looked at ";
  if (configuration.origins) {
    for (const std::string& place : configuration.origins->places()) {
      problem.append(before).append(place);
      before = ", ";
    }
  }
  throw_invalid_configuration("token", problem);
}

}  // namespace

std::string_view username_of(const Configuration& configuration) noexcept {
  return bare(configuration.username);
}

std::shared_ptr<CredentialsProvider> make_credentials(const Configuration& configuration) {
  const bool has_login = !configuration.username.empty() || !configuration.password.empty();
  if (configuration.credentials) {
    if (has_login || !configuration.token.empty()) {
      throw_invalid_configuration("credentials",
                                  "must not be set together with token, username or password");
    }
    return configuration.credentials;
  }
  if (!configuration.token.empty()) return bearer_credentials(configuration);
  if (has_login) return basic_credentials(configuration);
  throw_without_login(configuration);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
