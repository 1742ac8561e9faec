// SPDX-License-Identifier: Apache-2.0
#include "api/reconciled_create.hpp"

#include <chrono>
#include <utility>

#include "api/operations.hpp"
#include "base/printable.hpp"
#include "curl/http_date.hpp"
#include "runtime/call_failure.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// To create, to lose the answer and to settle that is one round. More of them are an outage.
constexpr int most_rounds = 3;

/// `Date` is cut to whole seconds, and so may be the dates of tokens.
constexpr std::chrono::seconds clock_grain{1};

std::string in_seconds(const std::optional<Timestamp>& date) {
  return date ? date->to_string() : std::string();
}

/// Whether the token is what was asked for, as far as the service had no choice.
bool is_as_asked(const TokenProperties& token, const PostTokenProperties& asked) {
  return in_seconds(token.expiry_date) == in_seconds(asked.expiry_date) &&
         (!asked.scopes || token.scopes == *asked.scopes) &&
         (!asked.status || token.status == asked.status);
}

}  // namespace

ReconciledCreate::ReconciledCreate(const TokensApi& api, const RegistryId& registry_id,
                                   const PostTokenInput& input, std::string account,
                                   CallOptions options)
    : api_(api),
      registry_id_(registry_id),
      input_(input),
      account_(std::move(account)),
      options_(std::move(options)) {}

PostTokenOutput ReconciledCreate::run() {
  if (!namesake()) free_at_ = service_time();
  for (int round = 1;; ++round) {
    try {
      return api_.registries_tokens_post(registry_id_, input_, options_);
    } catch (const Exception& error) {
      // At first the name is simply taken. Later a create of ours may have taken it, being late.
      const bool late = round > 1 && dynamic_cast<const ConflictException*>(&error) != nullptr;
      if (error.execution() == Execution::none && !late) throw;
      if (auto whole = completed(error)) return *std::move(whole);
      settle(error);
      if (round == most_rounds) give_up("its answer was lost again and again", {}, error);
    }
  }
}

/// The token, when a damaged answer still held its id and whole password.
std::optional<PostTokenOutput> ReconciledCreate::completed(const Exception& error) const {
  const SalvagedToken* salvaged = error.salvaged();
  if (salvaged == nullptr || !salvaged->password_complete || salvaged->id.text().empty()) {
    return std::nullopt;
  }
  PostTokenOutput token;
  try {
    static_cast<TokenResponse&>(token) =
        api_.registries_tokens_find_by_id(registry_id_, salvaged->id, options_);
  } catch (const Exception&) {
    // The password matters more than the rest, which is what was asked for.
    token.id = salvaged->id;
    token.properties.name = input_.properties.name;
    token.properties.status = input_.properties.status;
    token.properties.expiry_date = input_.properties.expiry_date;
    token.properties.scopes = input_.properties.scopes.value_or(std::vector<Scope>());
  }
  token.properties.credentials = Credentials{input_.properties.name, salvaged->password};
  return token;
}

/// Makes the name free, if it was this create that took it.
void ReconciledCreate::settle(const Exception& error) {
  const SalvagedToken* salvaged = error.salvaged();
  if (salvaged != nullptr && !salvaged->id.text().empty()) {
    remove(salvaged->id, error);  // Its id came in our own answer.
    return;
  }
  std::optional<TokenResponse> found;
  try {
    found = namesake();
  } catch (const Exception& second) {
    give_up(std::string("the tokens can't be listed: ") + second.what(), {}, error);
  }
  if (!found) return;
  const TokenId token_id = found->id.value_or(TokenId());
  const std::string doubt = doubt_about(*found);
  if (!doubt.empty()) give_up(doubt, token_id, error);
  remove(token_id, error);
}

std::optional<TokenResponse> ReconciledCreate::namesake() const {
  for (const TokenResponse& token : api_.registries_tokens_get_all(registry_id_, {}, options_)) {
    if (token.properties.name == input_.properties.name) return token;
  }
  return std::nullopt;
}

std::optional<Timestamp> ReconciledCreate::service_time() const {
  const auto page = api_.registries_tokens_get_with_http_info(registry_id_, 0, 1, options_);
  const auto date = page.http.headers.get("Date");
  return date ? parse_http_date(std::string(*date)) : std::nullopt;
}

/// Why the token may be another's; empty when all says that it is ours.
std::string ReconciledCreate::doubt_about(const TokenResponse& token) const {
  const ApiResourceMetadata& metadata = token.metadata;
  if (!free_at_) return "the name was taken before, or the service told no time";
  if (!token.id || token.id->text().empty()) return "the token of this name has no id";
  if (account_.empty()) return "it isn't known whose token of this name it is (options.account)";
  if (metadata.created_by != account_ && metadata.created_by_user_id != account_) {
    return "the token of this name was created by another account";
  }
  if (metadata.created_date + clock_grain < *free_at_) {
    return "the token of this name is older than this create";
  }
  if (metadata.last_modified_date &&
      *metadata.last_modified_date > metadata.created_date + clock_grain) {
    return "the token of this name was changed since";
  }
  if (!is_as_asked(token.properties, input_.properties)) {
    return "the token of this name has other properties";
  }
  return "";
}

void ReconciledCreate::remove(const TokenId& token_id, const Exception& error) const {
  try {
    api_.registries_tokens_delete(registry_id_, token_id, options_);
  } catch (const NotFoundException&) {
    // Gone, by whomever: the name is free.
  } catch (const Exception& second) {
    give_up(std::string("the token can't be removed: ") + second.what(), token_id, error);
  }
}

void ReconciledCreate::give_up(const std::string& why, const TokenId& token_id,
                               const Exception& error) const {
  std::string what = "a create of \"" + input_.properties.name + "\" is unsettled: " + why;
  if (!token_id.text().empty()) what += "; the token in question is " + token_id.text();
  ExceptionDetails details =
      call_failure({operations::registries_tokens_post, "", error.attempts(), Execution::unknown},
                   printable(what));
  details.token_id = token_id;
  throw_with<UnsettledCreateException>(std::move(details));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
