// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/api_response.hpp>
#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/models/token_input.hpp>
#include <ionoscloud/container_registry/reconciled_create.hpp>

#include "api/lost_creates.hpp"
#include "api/steps.hpp"
#include "api/token_search.hpp"
#include "runtime/call.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// One create that is settled even if its response is lost.
///
/// A lost response leaves one of two worlds: one without the token, and one with a token whose
/// password nobody holds; and a request that is still under way may turn the one into the other. A
/// token is removed only on proof that this create made it, and what isn't settled in the end is
/// named.
class ReconciledCreate final : public Steps {
 public:
  using Result = ReconciledToken;

  /// Throws `InvalidArgumentException`.
  ReconciledCreate(std::shared_ptr<CallEnvironment> environment, RegistryId registry_id,
                   PostTokenInput input, TokenNaming naming, CallOptions options);

  [[nodiscard]] std::optional<Request> next() noexcept override;
  void take(CallResponse response) noexcept override;
  void take(std::exception_ptr error) noexcept override;

  /// How it ended, once. Throws what ended it.
  [[nodiscard]] ApiResponse<ReconciledToken> result();

 private:
  using Time = std::chrono::steady_clock::time_point;

  void create();
  void created(ApiResponse<PostTokenOutput> response);
  void not_created(const Exception& error);

  void read(const SalvagedToken& salvaged);
  void judge(const SalvagedToken& salvaged, ApiResponse<TokenResponse> response);
  [[nodiscard]] std::string doubt_about(const SalvagedToken& salvaged,
                                        const TokenResponse& token) const;

  void look();
  void look_at_next_page();
  void looked(bool to_the_end);
  void remove_next();
  void finish_round();
  void end();

  /// Asks for the call that `make` makes. One of the others is told its end.
  template <class Make, class Take, class Fail>
  void ask(Time deadline, Make make, Take take, Fail fail);
  template <class Act>
  void act(Act act) noexcept;

  [[nodiscard]] std::string draw_name() const;
  [[nodiscard]] Time create_deadline() const;

  const std::shared_ptr<CallEnvironment> environment_;
  const RegistryId registry_id_;
  const PostTokenInput input_;
  const TokenNaming naming_;
  const CallOptions options_;
  const Time deadline_;

  /// The request that is asked for, and what is to become of its end.
  std::optional<Request> next_;
  std::function<void(CallResponse)> on_response_;
  std::function<void(const Exception&)> on_failure_;

  /// Of the create at hand.
  std::string name_;
  int attempts_ = 0;
  int creates_lost_ = 0;
  int names_taken_ = 0;
  /// There is to be no further create.
  bool given_up_ = false;
  bool cancelled_ = false;
  LostCreates lost_;
  std::optional<TokenSearch> search_;
  /// What went wrong last, for people.
  std::string trouble_;
  /// What messages must not show: those of the configuration, and of the calls that were responded
  /// to.
  std::vector<Secret> secrets_;

  std::optional<ApiResponse<ReconciledToken>> token_;
  /// What ended the last create, or all of it.
  std::exception_ptr error_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
