// SPDX-License-Identifier: Apache-2.0
#include "api/lost_creates.hpp"

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "api/operations.hpp"
#include "base/message_text.hpp"
#include "runtime/call_failure.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Keeps what is of most use: a whole password before a part of one, and then a whole id. Of equals
/// the later, whose token may still be there when the other had to go for it.
void keep_better(std::optional<SalvagedToken>& best, const SalvagedToken* other) {
  if (other == nullptr) return;
  const auto use = [](const SalvagedToken& token) {
    return std::make_tuple(token.password_complete, !token.password.empty(), token.id_complete);
  };
  if (!best || use(*other) >= use(*best)) best = *other;
}

}  // namespace

void LostCreates::note(const std::string& name, const Exception& error) {
  const auto known = std::find_if(all_.begin(), all_.end(),
                                  [&name](const Lost& lost) { return lost.name == name; });
  Lost& lost = known == all_.end() ? all_.emplace_back() : *known;
  lost.name = name;
  lost.loss = error.what();
  lost.execution = std::max(lost.execution, error.execution());
  keep_better(lost.salvaged, error.salvaged());
}

void LostCreates::note_id(const std::string& name, const TokenId& id) {
  for (Lost& lost : all_) {
    if (lost.name == name) lost.id = id;
  }
}

void LostCreates::note_ours(const std::string& name, const TokenId& id) {
  const auto open = std::find_if(all_.begin(), all_.end(), [&name](const Lost& lost) {
    return lost.name == name && !lost.ours;
  });
  // Two of one name can't be; if they are, both are.
  Lost& lost = open == all_.end() ? all_.emplace_back() : *open;
  lost.name = name;
  lost.id = id;
  lost.ours = true;
}

std::optional<PossibleOrphan> LostCreates::next_of_ours() const {
  const auto found =
      std::find_if(all_.begin(), all_.end(), [](const Lost& lost) { return lost.ours; });
  if (found == all_.end()) return std::nullopt;
  return *found;
}

void LostCreates::settle(const PossibleOrphan& token) {
  if (Lost* const lost = find(token)) all_.erase(all_.begin() + (lost - all_.data()));
}

void LostCreates::keep(const PossibleOrphan& token) noexcept {
  if (Lost* const lost = find(token)) lost->ours = false;
}

bool LostCreates::has_found() const noexcept {
  return std::any_of(all_.begin(), all_.end(),
                     [](const Lost& lost) { return !lost.id.text().empty(); });
}

std::vector<std::string> LostCreates::names() const {
  std::vector<std::string> names;
  for (const Lost& lost : all_) names.push_back(lost.name);
  return names;
}

bool LostCreates::has(const std::string& name) const noexcept {
  return std::any_of(all_.begin(), all_.end(),
                     [&name](const Lost& lost) { return lost.name == name; });
}

UnsettledCreateException LostCreates::unsettled(const std::string& trouble, int attempts,
                                                std::vector<Secret> secrets) const {
  std::string message = "the create is unsettled, and may have left behind";
  Execution execution = Execution::unknown;
  std::optional<SalvagedToken> salvaged;
  TokenId token_id;
  std::string what;
  for (const Lost& lost : all_) {
    message += (&lost == &all_.front() ? " \"" : ", \"") + lost.name + "\"";
    if (!lost.id.text().empty()) message += " (" + lost.id.text() + ")";
    if (token_id.text().empty()) token_id = lost.id;
    if (lost.salvaged) {
      keep_better(salvaged, &*lost.salvaged);
      secrets.push_back(lost.salvaged->password);
    }
    if (what.empty()) what = lost.loss;
    execution = std::max(execution, lost.execution);
  }
  if (!trouble.empty()) what += "; then: " + trouble;
  // Ids are the service's words.
  const auto shown = [&](const std::string& text) { return printable(redacted(text, secrets)); };
  ExceptionDetails details =
      call_failure({operations::registries_tokens_post, "", attempts, execution},
                   shown(message) + ": " + shown(what));
  details.token_id = std::move(token_id);
  details.possible_orphans = orphans();
  details.salvaged = std::move(salvaged);
  return UnsettledCreateException(std::make_shared<const ExceptionDetails>(std::move(details)));
}

LostCreates::Lost* LostCreates::find(const PossibleOrphan& token) noexcept {
  for (Lost& lost : all_) {
    if (lost.name == token.name && lost.id == token.id) return &lost;
  }
  return nullptr;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
