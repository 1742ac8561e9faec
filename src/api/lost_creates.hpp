// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <optional>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/possible_orphan.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The creates of one call whose responses were lost, and what is known of the tokens that they may
/// have left behind.
class LostCreates {
 public:
  /// A create of that name ended with this error.
  void note(const std::string& name, const Exception& error);
  /// A token that has that name has this id.
  void note_id(const std::string& name, const TokenId& id);
  /// The same, and it is proven that the create made it.
  void note_ours(const std::string& name, const TokenId& id);

  /// A token that is proven to be ours; nothing when none is left.
  [[nodiscard]] std::optional<PossibleOrphan> next_of_ours() const;
  /// It is gone, or in use: no orphan in any case.
  void settle(const PossibleOrphan& token);
  /// It can't be removed, for now.
  void keep(const PossibleOrphan& token) noexcept;
  /// None has left anything behind.
  void resolve_all() noexcept { all_.clear(); }

  [[nodiscard]] bool empty() const noexcept { return all_.empty(); }
  /// Whether a token was found that wasn't removed.
  [[nodiscard]] bool has_found() const noexcept;
  [[nodiscard]] std::vector<std::string> names() const;
  [[nodiscard]] bool has(const std::string& name) const noexcept;
  [[nodiscard]] std::vector<PossibleOrphan> orphans() const { return {all_.begin(), all_.end()}; }

  /// The exception that names what is left. `trouble` is what happened after the first loss, for
  /// people; empty for nothing. `secrets` are what its message must not show.
  [[nodiscard]] UnsettledCreateException unsettled(const std::string& trouble, int attempts,
                                                   std::vector<Secret> secrets) const;

 private:
  struct Lost : PossibleOrphan {
    Execution execution = Execution::unknown;
    /// How it was lost, for people.
    std::string loss;
    bool ours = false;
    /// The best of all responses.
    std::optional<SalvagedToken> salvaged;
  };

  [[nodiscard]] Lost* find(const PossibleOrphan& token) noexcept;

  std::vector<Lost> all_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
