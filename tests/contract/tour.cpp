// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <utility>
#include <vector>

#include "calls.hpp"

namespace contract_calls {
namespace {

const cr::RegistryId registry = cr::testing::StubServer::registry();
const cr::RegistryId no_registry = "00000000-0000-4000-a000-000000000000";
const cr::TokenId no_token = "00000000-0000-4000-a000-000000000001";
const cr::TokenId own_token = "7a1c9d52-7e84-4a0b-b6d9-5c2f10e8d799";
const std::vector<cr::Scope> scopes = {
    {cr::ScopeType::repository, "team/app", {cr::ScopeAction::pull, cr::ScopeAction::push}},
    {cr::ScopeType::registry, "catalog", {cr::ScopeAction::all}},
};

cr::Timestamp tomorrow() { return cr::Timestamp::now() + std::chrono::hours(24); }
cr::Timestamp yesterday() { return cr::Timestamp::now() - std::chrono::hours(24); }

cr::PostTokenProperties expiring(const std::string& name, cr::Timestamp end) {
  cr::PostTokenProperties properties = named(name);
  properties.expiry_date = end;
  return properties;
}

/// Each member given.
cr::PostTokenProperties whole(const std::string& name) {
  cr::PostTokenProperties properties = expiring(name, tomorrow());
  properties.status = cr::TokenStatus::disabled;
  properties.scopes = scopes;
  return properties;
}

class Tour {
 public:
  Tour(Verdict& verdict, const std::string& url, cr::TokensApi tokens)
      : verdict_(verdict), url_(url), tokens_(std::move(tokens)) {}

  void run() {
    find_registry();
    post();
    find();
    list();
    patch();
    put();
    remove();
    be_refused();
  }

 private:
  int post(cr::PostTokenProperties properties, const cr::RegistryId& where = registry) {
    return tokens_.registries_tokens_post_with_http_info(where, {std::move(properties)})
        .http.status;
  }

  void post() {
    verdict_.expect(201, "POST of a name alone", [&] { return post(named("bare")); });
    verdict_.expect(201, "POST of a whole token", [&] { return post(whole("whole")); });
    verdict_.expect(201, "POST without scopes", [&] {
      cr::PostTokenProperties none = named("no-scopes");
      none.scopes.emplace();
      return post(none);
    });
    verdict_.expect(409, "POST of a name that is taken", [&] { return post(named("bare")); });
    verdict_.expect(422, "POST of an end that has passed",
                    [&] { return post(expiring("late", yesterday())); });
    verdict_.expect(404, "POST to no registry", [&] { return post(named("lost"), no_registry); });
    verdict_.expect(201, "a reconciled create", [&] {
      first_ = tokens_.create_token_reconciled(registry, {named("first")}).id.value();
      return 201;
    });
  }

  int find(const cr::TokensApi& tokens, const cr::RegistryId& where, const cr::TokenId& id) {
    return tokens.registries_tokens_find_by_id_with_http_info(where, id).http.status;
  }

  void find() {
    verdict_.expect(200, "GET of a token", [&] { return find(tokens_, registry, first_); });
    verdict_.expect(404, "GET of no token", [&] { return find(tokens_, registry, no_token); });
    verdict_.expect(404, "GET in no registry", [&] { return find(tokens_, no_registry, first_); });
    verdict_.expect(404, "GET of an id with a slash, a blank and a question mark",
                    [&] { return find(tokens_, registry, "a/b c?d"); });
  }

  int list(std::int64_t offset, std::int64_t limit, const cr::RegistryId& where = registry) {
    return tokens_.registries_tokens_get_with_http_info(where, offset, limit).http.status;
  }

  void list() {
    verdict_.expect(200, "the first page", [&] { return list(0, 2); });
    verdict_.expect(200, "a page between", [&] { return list(1, 2); });
    verdict_.expect(200, "a page behind the end", [&] { return list(1000, 100); });
    verdict_.expect(404, "a list of no registry", [&] { return list(0, 100, no_registry); });
    verdict_.expect(200, "all pages", [&] {
      cr::ListOptions pages;
      pages.page_size = 2;
      std::size_t count = 0;
      for (const cr::TokenResponse& token : tokens_.registries_tokens_get_all(registry, pages)) {
        count += token.id ? 1 : 0;
      }
      verdict_.require(count == 4, "all pages have the four tokens");
      return 200;
    });
  }

  int patch(const cr::PatchTokenInput& changes, const cr::TokenId& id) {
    return tokens_.registries_tokens_patch_with_http_info(registry, id, changes).http.status;
  }

  /// A PATCH of one member.
  template <class Member, class Value>
  void patch_one(const char* what, Member member, const Value& value) {
    cr::PatchTokenInput changes;
    changes.*member = value;
    verdict_.expect(200, what, [&] { return patch(changes, first_); });
  }

  void patch() {
    using Input = cr::PatchTokenInput;
    patch_one("PATCH of the status", &Input::status, cr::TokenStatus::disabled);
    patch_one("PATCH of the end", &Input::expiry_date, tomorrow());
    patch_one("PATCH that takes the end away", &Input::expiry_date, cr::null);
    patch_one("PATCH of the scopes", &Input::scopes, scopes);
    patch_one("PATCH to no scopes", &Input::scopes, std::vector<cr::Scope>{});
    patch_one("PATCH that takes the scopes away", &Input::scopes, cr::null);
    const cr::PatchTokenInput all = {cr::TokenStatus::enabled, tomorrow(), scopes};
    verdict_.expect(200, "PATCH of all members", [&] { return patch(all, first_); });
    cr::PatchTokenInput late;
    late.expiry_date = yesterday();
    verdict_.expect(422, "PATCH to an end that has passed", [&] { return patch(late, first_); });
    verdict_.expect(404, "PATCH of no token", [&] { return patch(all, no_token); });
  }

  int put(cr::PostTokenProperties properties, const cr::TokenId& id) {
    const auto put =
        tokens_.registries_tokens_put_with_http_info(registry, id, {std::move(properties)});
    verdict_.require(put.value.created() == (put.http.status == 201), "PUT tells what it did");
    return put.http.status;
  }

  void put() {
    verdict_.expect(201, "PUT that creates", [&] { return put(whole("put"), own_token); });
    verdict_.expect(200, "PUT that replaces", [&] { return put(named("put"), own_token); });
    verdict_.expect(400, "PUT of another name", [&] { return put(named("other"), own_token); });
    verdict_.expect(409, "PUT of a name that is taken",
                    [&] { return put(named("bare"), no_token); });
    verdict_.expect(422, "PUT of an end that has passed",
                    [&] { return put(expiring("put", yesterday()), own_token); });
  }

  int remove(const cr::TokenId& id) {
    return tokens_.registries_tokens_delete_with_http_info(registry, id).http.status;
  }

  void remove() {
    verdict_.expect(204, "DELETE", [&] { return remove(own_token); });
    verdict_.expect(404, "DELETE of what is gone", [&] { return remove(own_token); });
  }

  void find_registry() {
    const cr::RegistriesApi registries(client_at(url_, cr::testing::StubServerOptions().token));
    const auto find = [&](const cr::RegistryId& id) {
      return registries.registries_find_by_id_with_http_info(id).http.status;
    };
    verdict_.expect(200, "GET of a registry", [&] { return find(registry); });
    verdict_.expect(404, "GET of no registry", [&] { return find(no_registry); });
  }

  void be_refused() {
    verdict_.expect(200, "a user name and a password", [&] {
      const cr::testing::StubServerOptions accepted;
      cr::Configuration configuration;
      configuration.host = url_;
      configuration.username = accepted.username;
      configuration.password = accepted.password;
      return find(cr::TokensApi(cr::ApiClient(configuration)), registry, first_);
    });
    verdict_.expect(401, "a token that isn't accepted", [&] {
      return find(cr::TokensApi(client_at(url_, "wrong")), registry, first_);
    });
  }

  Verdict& verdict_;
  const std::string url_;
  const cr::TokensApi tokens_;
  cr::TokenId first_ = "none";
};

}  // namespace

void make_tour(Verdict& verdict, const std::string& url) {
  Tour(verdict, url, cr::TokensApi(client_at(url, cr::testing::StubServerOptions().token))).run();
}

}  // namespace contract_calls
