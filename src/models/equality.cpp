// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include "models/member_lists.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Compares two values of a model member by member; every verb means the same to it.
template <class Model>
class Comparison {
 public:
  Comparison(const Model& lhs, const Model& rhs) : lhs_(lhs), rhs_(rhs) {}

  template <class T>
  void required(std::string_view, T Model::*member) {
    compare(member);
  }
  template <class T>
  void optional(std::string_view, T Model::*member) {
    compare(member);
  }
  template <class T>
  void defaulted(std::string_view, T Model::*member) {
    compare(member);
  }
  template <class T>
  void number_or_text(std::string_view, T Model::*member) {
    compare(member);
  }
  template <class T>
  void tristate(std::string_view, T Model::*member) {
    compare(member);
  }

  [[nodiscard]] bool equal() const noexcept { return equal_; }

 private:
  template <class T>
  void compare(T Model::*member) {
    equal_ = equal_ && lhs_.*member == rhs_.*member;
  }

  const Model& lhs_;
  const Model& rhs_;
  bool equal_ = true;
};

template <class Model>
bool equal(const Model& lhs, const Model& rhs) {
  Comparison<Model> comparison(lhs, rhs);
  members(comparison, Of<Model>{});
  return comparison.equal();
}

}  // namespace

bool operator==(const Scope& lhs, const Scope& rhs) { return equal(lhs, rhs); }
bool operator==(const ApiResourceMetadata& lhs, const ApiResourceMetadata& rhs) {
  return equal(lhs, rhs);
}
bool operator==(const PaginationLinks& lhs, const PaginationLinks& rhs) { return equal(lhs, rhs); }
bool operator==(const Credentials& lhs, const Credentials& rhs) { return equal(lhs, rhs); }
bool operator==(const TokenProperties& lhs, const TokenProperties& rhs) { return equal(lhs, rhs); }
bool operator==(const TokenResponse& lhs, const TokenResponse& rhs) { return equal(lhs, rhs); }
bool operator==(const TokensResponse& lhs, const TokensResponse& rhs) { return equal(lhs, rhs); }
bool operator==(const PostTokenProperties& lhs, const PostTokenProperties& rhs) {
  return equal(lhs, rhs);
}
bool operator==(const PostTokenInput& lhs, const PostTokenInput& rhs) { return equal(lhs, rhs); }
bool operator==(const PutTokenInput& lhs, const PutTokenInput& rhs) { return equal(lhs, rhs); }
bool operator==(const PatchTokenInput& lhs, const PatchTokenInput& rhs) { return equal(lhs, rhs); }

}  // namespace v0
}  // namespace ionoscloud::container_registry
