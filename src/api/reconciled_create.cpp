// SPDX-License-Identifier: Apache-2.0
#include "api/reconciled_create.hpp"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>
#include <vector>

#include "api/generated_name.hpp"
#include "api/operations.hpp"
#include "api/token_calls.hpp"
#include "base/message_text.hpp"
#include "runtime/call_failure.hpp"
#include "runtime/known_secrets.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// More lost creates than these are an outage.
constexpr int most_creates_lost = 3;

/// Drawn names are never taken. When they are, it isn't about names.
constexpr int most_names_taken = 3;

/// Of the time that is left, for settling.
constexpr std::chrono::seconds least_kept_back{2};

template <class ExceptionType>
bool is(const Exception& error) {
  return dynamic_cast<const ExceptionType*>(&error) != nullptr;
}

}  // namespace

ReconciledCreate::ReconciledCreate(std::shared_ptr<CallEnvironment> environment,
                                   RegistryId registry_id, PostTokenInput input, TokenNaming naming,
                                   CallOptions options)
    : environment_(std::move(environment)),
      registry_id_(std::move(registry_id)),
      input_(std::move(input)),
      naming_(naming),
      options_(
          counted_from_now(std::move(options), operations::registries_tokens_post, *environment_)),
      deadline_(deadline_of(options_, *environment_)),
      name_(input_.properties.name),
      secrets_(environment_->settings.secrets) {
  // Refuses now what can't be sent.
  static_cast<void>(token_calls::post(registry_id_, input_));
  if (naming_ == TokenNaming::generated && stem_of(input_.properties.name).empty()) {
    throw_invalid_argument(operations::registries_tokens_post, "input.properties.name",
                           "must hold more than '-' to be a stem");
  }
  create();
}

std::optional<Steps::Request> ReconciledCreate::next() noexcept {
  std::optional<Request> request = std::move(next_);
  next_.reset();
  return request;
}

void ReconciledCreate::take(CallResponse response) noexcept {
  act([&] {
    for (const Secret& secret : response.secrets) add_secret(secrets_, secret.expose());
    const auto on_response = std::exchange(on_response_, nullptr);
    on_response(std::move(response));
  });
}

void ReconciledCreate::take(std::exception_ptr error) noexcept {
  act([&] { std::rethrow_exception(std::move(error)); });
}

ApiResponse<ReconciledToken> ReconciledCreate::result() {
  if (!token_) std::rethrow_exception(std::exchange(error_, nullptr));
  token_->value.possible_orphans = lost_.orphans();
  return *std::move(token_);
}

template <class Make, class Take, class Fail>
void ReconciledCreate::ask(Time deadline, Make make, Take take, Fail fail) {
  if (cancelled_) return end();
  act([&] {
    on_failure_ = std::move(fail);
    auto call = make();
    on_response_ = [read = std::move(call.read), take = std::move(take)](CallResponse response) {
      take(read(std::move(response)));
    };
    next_.emplace(Request{call.operation, std::move(call.request), options_});
    next_->options.deadline = deadline;
  });
}

/// What the library throws is told to whoever asked. Anything else ends the create, but a token
/// that there is isn't lost by that.
template <class Act>
void ReconciledCreate::act(Act act) noexcept {
  try {
    try {
      act();
    } catch (const Exception& error) {
      cancelled_ = cancelled_ || is<CancelledException>(error);
      const auto on_failure = std::exchange(on_failure_, nullptr);
      on_failure(error);
    }
  } catch (...) {
    next_.reset();
    error_ = std::current_exception();
  }
}

void ReconciledCreate::create() {
  ask(
      create_deadline(),
      [this] {
        if (naming_ == TokenNaming::generated) name_ = draw_name();
        PostTokenInput input = input_;
        input.properties.name = name_;
        return token_calls::post(registry_id_, input);
      },
      [this](ApiResponse<PostTokenOutput> response) { created(std::move(response)); },
      [this](const Exception& error) { not_created(error); });
}

void ReconciledCreate::created(ApiResponse<PostTokenOutput> response) {
  token_.emplace(
      ApiResponse<ReconciledToken>{{std::move(response.value), {}}, std::move(response.http)});
  // A given name is taken now, so that none that was lost can come late.
  if (naming_ == TokenNaming::given) lost_.resolve_all();
  lost_.empty() ? end() : look();
}

/// Within the handler of the exception.
void ReconciledCreate::not_created(const Exception& error) {
  error_ = std::current_exception();
  attempts_ += error.attempts();
  if (error.execution() != Execution::none) {
    ++creates_lost_;
    lost_.note(name_, error);
    const SalvagedToken* const salvaged = error.salvaged();
    return salvaged != nullptr && salvaged->id_complete ? read(*salvaged) : look();
  }
  trouble_ = error.what();
  // Nobody lost a create of this name: it is another's.
  const bool taken = naming_ == TokenNaming::generated && is<ConflictException>(error);
  if (taken && ++names_taken_ < most_names_taken) return create();
  given_up_ = true;
  lost_.empty() ? end() : look();
}

/// A damaged response told an id. Whose that is, only the token itself tells.
void ReconciledCreate::read(const SalvagedToken& salvaged) {
  ask(
      deadline_, [this, id = salvaged.id] { return token_calls::find_by_id(registry_id_, id); },
      [this, salvaged](ApiResponse<TokenResponse> response) {
        judge(salvaged, std::move(response));
      },
      [this](const Exception& error) {
        trouble_ = std::string("the token can't be read: ") + error.what();
        look();
      });
}

void ReconciledCreate::judge(const SalvagedToken& salvaged, ApiResponse<TokenResponse> response) {
  TokenResponse& token = response.value;
  if (token.properties.name != name_) return look();
  lost_.note_id(name_, salvaged.id);
  trouble_ = doubt_about(salvaged, token);
  if (!trouble_.empty()) return end();
  lost_.note_ours(name_, salvaged.id);

  const bool has_login = salvaged.username.empty() || salvaged.username == name_;
  if (!salvaged.password_complete || !has_login) return remove_next();
  token.properties.credentials = Credentials{name_, salvaged.password};
  if (!token.id) token.id = salvaged.id;
  lost_.settle({name_, salvaged.id});
  created({{std::move(token)}, std::move(response.http)});
}

/// Why the token, which has the name and the id, may be another's all the same; empty when it
/// can't.
std::string ReconciledCreate::doubt_about(const SalvagedToken& salvaged,
                                          const TokenResponse& token) const {
  if (naming_ == TokenNaming::generated) return "";
  if (!salvaged.not_before) return "the response has no Date that proves the token to be new";
  if (token.metadata.created_date >= *salvaged.not_before) return "";
  return "the token is older than this create";
}

void ReconciledCreate::look() {
  search_.emplace(lost_.names());
  look_at_next_page();
}

void ReconciledCreate::look_at_next_page() {
  ask(
      deadline_,
      [this] {
        const PageRequest page = search_->next();
        return token_calls::get_of_list(registry_id_, page.offset, page.limit, {});
      },
      [this](const ApiResponse<TokensResponse>& response) {
        search_->accept(response.value) ? look_at_next_page() : looked(true);
      },
      [this](const Exception& error) {
        trouble_ = std::string("the tokens can't be listed: ") + error.what();
        looked(false);
      });
}

void ReconciledCreate::looked(bool to_the_end) {
  const std::vector<TokenResponse>& found = search_->found();
  for (const TokenResponse& token : found) {
    const TokenId id = token.id.value_or(TokenId());
    if (naming_ == TokenNaming::given) {
      lost_.note_id(name_, id);
    } else if (!id.text().empty()) {
      lost_.note_ours(token.properties.name, id);
    }
  }
  if (naming_ == TokenNaming::generated) return remove_next();
  if (!found.empty()) trouble_ = "a token of that name is there, and nothing proves whose it is";
  if (!found.empty() || !to_the_end) return end();
  finish_round();
}

void ReconciledCreate::remove_next() {
  const std::optional<PossibleOrphan> token = lost_.next_of_ours();
  if (!token) return finish_round();
  ask(
      deadline_, [this, id = token->id] { return token_calls::remove(registry_id_, id); },
      [this, token](const ApiResponse<Deletion>&) {
        lost_.settle(*token);
        remove_next();
      },
      [this, token](const Exception& error) {
        const bool gone = is<NotFoundException>(error);
        if (!gone) trouble_ = std::string("the token can't be removed: ") + error.what();
        gone ? lost_.settle(*token) : lost_.keep(*token);
        remove_next();
      });
}

void ReconciledCreate::finish_round() {
  const bool is_taken = naming_ == TokenNaming::given && lost_.has_found();
  const bool last = token_ || given_up_ || is_taken || creates_lost_ == most_creates_lost;
  last ? end() : create();
}

void ReconciledCreate::end() {
  if (token_ || lost_.empty()) return;
  error_ = std::make_exception_ptr(lost_.unsettled(trouble_, attempts_, secrets_));
}

std::string ReconciledCreate::draw_name() const {
  std::string what = "the system's generator repeats itself";
  try {
    std::string name = generated_name(input_.properties.name, *environment_->services.entropy);
    if (!lost_.has(name)) return name;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    what = error.what();
  }
  ExceptionDetails details = call_failure({operations::registries_tokens_post, ""},
                                          "no name can be drawn: " + printable(what));
  details.transport_error = TransportError::connect;
  throw_with<TransportException>(std::move(details));
}

/// A quarter of what is left is kept back to settle.
ReconciledCreate::Time ReconciledCreate::create_deadline() const {
  const Time now = environment_->services.clock->now();
  if (deadline_ <= now) return deadline_;
  const Time::duration left = deadline_ - now;
  return deadline_ - std::min(std::max<Time::duration>(left / 4, least_kept_back), left / 2);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
