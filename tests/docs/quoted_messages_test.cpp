// SPDX-License-Identifier: Apache-2.0
//
// The documentation quotes messages of the library: in blocks fenced as ```text, or in part, as
// `… the end of one`. Here stands what makes the library give each of them.

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/testing/fake_transport.hpp>

#include "support/environment.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Messages = std::set<std::string>;

template <class Act>
std::string message_of(Act act) {
  try {
    act();
  } catch (const std::exception& error) {
    return error.what();
  }
  return "nothing was thrown";
}

// Configurations that can't work.

std::string refusal_of(const Configuration& configuration) {
  return message_of([&] { static_cast<void>(ApiClient(configuration)); });
}

Configuration with_token() {
  Configuration configuration;
  configuration.token = "any";
  return configuration;
}

class SealedVault final : public CredentialsProvider {
 public:
  Secret authorization(const CredentialsContext&) override {
    throw std::runtime_error("the vault is sealed");
  }
};

Messages configuration_messages() {
  Configuration without_login;
  Configuration token_from_file;
  token_from_file.token = "a line of a file\n";
  Configuration whole_header;
  whole_header.token = "Bearer any";
  Configuration two_kinds = with_token();
  two_kinds.credentials = std::make_shared<SealedVault>();
  Configuration plain_http = with_token();
  plain_http.host = "http://gateway.example";
  Configuration missing_file = with_token();
  missing_file.tls.ca_file = "/no/such/ca.pem";
  Configuration short_pin = with_token();
  short_pin.tls.pinned_certificates = {"00"};
  Configuration user_in_proxy = with_token();
  user_in_proxy.proxy.url = "http://me:secret@proxy.example:3128";
  Configuration proxy_in_clear = with_token();
  proxy_in_clear.host = "http://127.0.0.1:4010";
  proxy_in_clear.proxy.url = "http://proxy.example:3128";
  Configuration url_in_no_proxy = with_token();
  url_in_no_proxy.proxy.url = "http://proxy.example:3128";
  url_in_no_proxy.proxy.no_proxy = "https://example.com/";
  const Environment environment({{"IONOS_API_URL", "https://h.example?a=b"}});
  Configuration query_in_variable = Configuration::from_environment();
  query_in_variable.token = "any";

  Messages messages;
  for (const Configuration& configuration :
       {without_login, token_from_file, whole_header, two_kinds, plain_http, missing_file,
        short_pin, user_in_proxy, proxy_in_clear, url_in_no_proxy, query_in_variable}) {
    messages.insert(refusal_of(configuration));
  }
  return messages;
}

// Calls that fail.

/// A registry whose service is a fake, which never makes a test wait.
class FakeRegistry {
 public:
  std::shared_ptr<testing::FakeTransport> transport = std::make_shared<testing::FakeTransport>();
  Configuration configuration = with_token();

  FakeRegistry() {
    configuration.transport = transport;
    configuration.retry.base_delay = std::chrono::milliseconds(0);
  }

  template <class Call>
  std::string message_of_call(Call call) const {
    const TokensApi tokens{ApiClient(configuration)};
    return message_of([&] { call(tokens); });
  }

  std::string message_of_find(const TokenId& token, const CallOptions& options = {}) const {
    return message_of_call([&](const TokensApi& tokens) {
      static_cast<void>(tokens.registries_tokens_find_by_id("my-registry", token, options));
    });
  }

  std::string message_of_post() const {
    PostTokenInput input;
    input.properties.name = "ci-pull";
    return message_of_call([&](const TokensApi& tokens) {
      static_cast<void>(tokens.registries_tokens_post("my-registry", input));
    });
  }

  std::string message_of_delete() const {
    return message_of_call([](const TokensApi& tokens) {
      tokens.registries_tokens_delete("my-registry", "my-token");
    });
  }
};

std::string sealed_vault() {
  FakeRegistry registry;
  registry.configuration.token = Secret();
  registry.configuration.credentials = std::make_shared<SealedVault>();
  return registry.message_of_find("my-token");
}

std::string name_is_taken() {
  FakeRegistry registry;
  registry.transport->respond(409, R"({"httpStatus":409,"messages":[
      {"errorCode":"conflict","message":"the name is already in use"}]})");
  return registry.message_of_post();
}

std::string bad_gateway() {
  FakeRegistry registry;
  for (int i = 0; i < 6; ++i) {
    registry.transport->respond(502, std::string(157, ' '), {{"Content-Type", "text/html"}});
  }
  return registry.message_of_find("my-token");
}

std::string moved() {
  FakeRegistry registry;
  registry.transport->respond(307, "", {{"Location", "https://registry.example/v1?key=hunter2"}});
  return registry.message_of_post();
}

std::string unreadable_creating_response() {
  FakeRegistry registry;
  TokenResponse token;
  std::string body = to_json_text(token);
  body.replace(body.find(R"("name")"), 0, R"("expiryDate":"tomorrow",)");
  registry.transport->respond(201, body);
  return registry.message_of_post();
}

std::string unsettled_create() {
  FakeRegistry registry;
  TokensResponse page;
  page.items.emplace_back();
  page.items[0].id = "5feec327-ac67-4f8b-ae9f-09e06799fbb2";
  page.items[0].properties.name = "ci-pull";
  registry.transport->fail(TransportError::receive, RequestProgress::maybe_sent,
                           "the connection broke");
  registry.transport->respond(200, to_json_text(page));
  return registry.message_of_call([](const TokensApi& tokens) {
    PostTokenInput input;
    input.properties.name = "ci-pull";
    static_cast<void>(tokens.create_token_reconciled("my-registry", input));
  });
}

std::string deadline_has_passed() {
  FakeRegistry registry;
  registry.configuration.timeouts.call = std::chrono::seconds(1);
  registry.configuration.retry = RetryPolicy::none();
  registry.transport->fail(TransportError::timed_out, RequestProgress::maybe_sent);
  return registry.message_of_delete();
}

std::string patch_of_nothing() {
  return FakeRegistry().message_of_call([](const TokensApi& tokens) {
    tokens.registries_tokens_patch("my-registry", "my-token", PatchTokenInput());
  });
}

std::string header_of_the_library() {
  CallOptions options;
  options.headers.add("Authorization", "Bearer mine");
  return FakeRegistry().message_of_call([&](const TokensApi& tokens) {
    static_cast<void>(tokens.registries_tokens_get("my-registry", 0, 100, options));
  });
}

Messages call_messages() {
  return {sealed_vault(),
          name_is_taken(),
          bad_gateway(),
          moved(),
          unreadable_creating_response(),
          unsettled_create(),
          deadline_has_passed(),
          patch_of_nothing(),
          header_of_the_library(),
          FakeRegistry().message_of_find(""),
          FakeRegistry().message_of_delete()};  // A fake that has no outcome left.
}

// Lists that don't end as they should.

std::string page_of(int tokens, int total) {
  TokensResponse page;
  page.total = total;
  for (int i = 0; i < tokens; ++i) {
    TokenResponse token;
    token.id = "token-" + std::to_string(i);
    page.items.push_back(token);
  }
  return to_json_text(page);
}

std::string message_of_list(const std::vector<std::string>& pages, const ListOptions& list = {}) {
  FakeRegistry registry;
  for (const std::string& page : pages) registry.transport->respond(200, page);
  return registry.message_of_call([&](const TokensApi& tokens) {
    TokenRange range = tokens.registries_tokens_get_all("my-registry", list);
    while (range.next_page()) continue;
  });
}

std::string endless_list() {
  ListOptions list;
  list.max_items = 1000;
  return message_of_list({page_of(1001, 1001)}, list);
}

/// A page that is empty, although it counts tokens.
std::string emptied_page() {
  TokensResponse page;
  page.count = 7;
  return to_json_text(page);
}

/// Responses with the whole list, however much of it is asked for, and whatever the offset.
std::string list_without_pages() {
  const std::string hundred = page_of(100, 5000);
  const std::string thousand = page_of(1000, 5000);
  return message_of_list({hundred, hundred, thousand, hundred, thousand, hundred});
}

/// Nothing but the beginning of the list is where it was.
std::string changing_list() {
  TokensResponse moved;
  moved.total = 250;
  moved.items.resize(1);
  moved.items.front().id = "another";
  std::vector<std::string> pages;
  for (int i = 0; i < 10; ++i) {
    pages.insert(pages.end(), {page_of(100, 250), to_json_text(moved), to_json_text(moved)});
  }
  return message_of_list(pages);
}

Messages list_messages() {
  return {message_of_list({emptied_page()}), message_of_list({page_of(0, 7), page_of(0, 7)}),
          list_without_pages(), changing_list(), endless_list()};
}

// What the documentation quotes.

std::string text_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

/// What stands between `open` and `close`, wherever that is.
Messages between(std::string_view text, std::string_view open, std::string_view close) {
  Messages found;
  for (auto at = text.find(open); at != text.npos; at = text.find(open, at)) {
    at += open.size();
    found.emplace(text.substr(at, text.find(close, at) - at));
  }
  return found;
}

/// The message that ends with `end`; if there is none, just `end`.
std::string whole_message(const std::string& end, const Messages& messages) {
  const auto whole = std::find_if(messages.begin(), messages.end(), [&](const std::string& text) {
    return text.size() > end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
  });
  return whole == messages.end() ? end : *whole;
}

Messages quoted_messages(const Messages& messages) {
  const std::filesystem::path root(IONOSCLOUD_CR_SOURCE_DIR);
  std::string text = text_of(root / "README.md");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "docs")) {
    if (entry.path().extension() == ".md") text += text_of(entry.path());
  }

  Messages quoted = between(text, "```text\n", "\n```");
  for (const std::string& end : between(text, "`… ", "`")) {
    quoted.insert(whole_message(end, messages));
  }
  return quoted;
}

/// The messages that are in `one` and not in `other`, a line each.
std::string lines_of_one_alone(const Messages& one, const Messages& other) {
  std::string lines;
  for (const std::string& message : one) {
    if (other.count(message) == 0) lines += message + "\n";
  }
  return lines;
}

TEST(QuotedMessages, AreThoseOfTheLibrary) {
  Messages messages = configuration_messages();
  messages.merge(call_messages());
  messages.merge(list_messages());

  const Messages quoted = quoted_messages(messages);

  EXPECT_EQ(lines_of_one_alone(quoted, messages), "") << "quoted, but not of the library";
  EXPECT_EQ(lines_of_one_alone(messages, quoted), "") << "of the library, but not quoted";
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
