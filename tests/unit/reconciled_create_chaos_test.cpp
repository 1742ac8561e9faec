// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "support/reconciled_create_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Registry = SmallRegistry;

/// Many creates by two programs, of few names, at a service that does anything with a request.
/// Whatever it does, each token is of use to somebody, or named.
class ReconciledCreateInChaos : public ReconciledCreateTest {
 protected:
  void create_as(const std::string& stem, TokenNaming by_whom) {
    for (const char* kind : {"POST", "LIST", "GET", "DELETE"}) {
      for (int i = 0; i < 3; ++i) registry->next(kind, random_act(kind));
    }
    input.properties.name = stem;
    naming = by_whom;
    try {
      const ReconciledToken token = create();
      held_.insert(token.id->text());
      name_all(token.possible_orphans);
    } catch (const UnsettledCreateException& error) {
      name_all(error.possible_orphans());
    } catch (const Exception&) {
      // Nothing is left of it: what the registry has tells whether that is true.
    }
    registry->forget_acts();
    for (auto& token : registry->tokens) token["metadata"]["createdDate"] = long_ago_;
  }

  /// The other program's tokens, and those that a response gave out, are all still there.
  void expect_nobody_lost_a_token() const {
    for (const std::string& id : held_) EXPECT_TRUE(is_there(id)) << id;
  }

  void expect_each_token_held_or_named() const {
    for (const auto& token : registry->tokens) {
      const bool is_held = held_.count(token["id"].get<std::string>()) == 1;
      const std::string name = token["properties"]["name"].get<std::string>();
      EXPECT_TRUE(is_held || named_.count(name) == 1) << token["id"] << ' ' << name;
    }
  }

  void begin_anew() {
    registry->tokens.clear();
    held_.clear();
    named_.clear();
    late_.clear();
  }

 private:
  void name_all(const std::vector<PossibleOrphan>& orphans) {
    for (const PossibleOrphan& orphan : orphans) named_.insert(orphan.name);
  }

  int draw(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(random_); }

  Registry::Act random_act(const std::string& kind) {
    const auto serve = [](Registry& self, const HttpRequest& request) {
      return self.serve(request);
    };
    switch (draw(kind == "POST" ? 12 : 8)) {
      case 0:
        return Registry::lose_request;
      case 1:
      case 2:
        return Registry::lose_response;
      case 3:
        return Registry::response(503);
      case 4:
        return Registry::response(403);
      case 8:  // It arrives while somebody looks for it, or later.
        return [this](Registry& self, const HttpRequest& request) {
          late_.push_back(request);
          self.next(draw(2) == 0 ? "LIST" : "POST",
                    [this](Registry& again, const HttpRequest& next) {
                      arrive(again);
                      return again.serve(next);
                    });
          return Registry::lose_request(self, request);
        };
      case 9:  // Another program was faster; but none draws the same name.
        return [this](Registry& self, const HttpRequest& request) {
          const HttpExchange theirs = self.serve(request);
          const bool created = theirs.response.status == 201;
          if (created && naming == TokenNaming::given) held_.insert(self.tokens.back()["id"]);
          return Registry::lose_request(self, request);
        };
      case 10:  // The response breaks off somewhere.
        return Registry::damaged([this](HttpResponse& response) {
          if (draw(3) == 0) response.headers = {};
          response.body.resize(
              static_cast<std::size_t>(draw(static_cast<int>(response.body.size()) + 1)));
        });
      case 11:  // It responses with a token that was there.
        return [this](Registry& self, const HttpRequest& request) {
          for (const auto& token : self.tokens) {
            const bool is_old = token["metadata"]["createdDate"] == long_ago_;
            const bool is_asked_for = token["properties"]["name"] == Registry::name_in(request);
            if (is_old && (is_asked_for || draw(20) == 0)) return Registry::respond(200, token);
          }
          return self.serve(request);
        };
      default:
        return serve;
    }
  }

  void arrive(Registry& self) {
    for (const HttpRequest& request : std::exchange(late_, {})) {
      static_cast<void>(self.serve(request));
    }
  }

  std::mt19937 random_{1};
  static constexpr const char* long_ago_ = "2026-03-01T08:00:00Z";

  /// Tokens whose passwords somebody has.
  std::set<std::string> held_;
  std::set<std::string> named_;
  std::vector<HttpRequest> late_;
};

INSTANTIATE_TEST_SUITE_P(Forms, ReconciledCreateInChaos, ::testing::Values(Form::sync, Form::async),
                         name_of);

TEST_P(ReconciledCreateInChaos, DeletesNothingThatIsHeldAndNamesAllElse) {
  for (int registries = 0; registries < 5; ++registries) {
    for (int i = 0; i < 20; ++i) {
      create_as("given-" + std::to_string(i % 8), TokenNaming::given);
      create_as("stem", TokenNaming::generated);
    }
    expect_nobody_lost_a_token();
    expect_each_token_held_or_named();
    begin_anew();
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
