// SPDX-License-Identifier: Apache-2.0
//
// All six operations and paging, on the real service when IONOS_REGISTRY_ID and a login are in the
// environment, otherwise on the stub server.

#include <chrono>
#include <iostream>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry.hpp>

#include "demo/clean_up.hpp"
#include "demo/page.hpp"
#include "demo/service.hpp"

namespace cr = ionoscloud::container_registry;

namespace {

constexpr char help[] = R"(usage: demo

Walks through the operations on tokens: on the registry that IONOS_REGISTRY_ID names, when a login is
set as well, otherwise on a stub server in this process.
)";

std::string random_text(std::string_view alphabet, std::size_t length) {
  std::random_device random;
  std::uniform_int_distribution<std::size_t> index(0, alphabet.size() - 1);
  std::string text;
  while (text.size() < length) text += alphabet[index(random)];
  return text;
}

std::string random_uuid() {
  std::string uuid = random_text("0123456789abcdef", 36);
  for (const std::size_t dash : {8U, 13U, 18U, 23U}) uuid[dash] = '-';
  uuid[14] = '4';
  uuid[19] = 'a';
  return uuid;
}

cr::TokenId id_of(const cr::TokenResponse& token) {
  if (!token.id) throw std::runtime_error("a token of the service has no id");
  return *token.id;
}

/// A `Secret` prints as `[redacted]`: nothing has to be taken care of here.
std::string password_text(const cr::TokenResponse& token) {
  const auto& credentials = token.properties.credentials;
  if (!credentials || credentials->password.empty()) return "blank";
  std::ostringstream text;
  text << credentials->password;
  return text.str();
}

std::string status_text(const cr::TokenProperties& properties) {
  return properties.status ? properties.status->text() : "-";
}

std::string expiry_text(const cr::TokenProperties& properties) {
  return properties.expiry_date ? properties.expiry_date->to_string() : "never";
}

std::string scopes_text(const std::vector<cr::Scope>& scopes) {
  std::string text;
  for (const cr::Scope& scope : scopes) {
    text += (text.empty() ? "" : "; ") + scope.type.text() + " " + scope.name + ":";
    for (const cr::OpenEnum<cr::ScopeAction>& action : scope.actions) text += " " + action.text();
  }
  return text;
}

class Demo {
 public:
  Demo(const demo::Service& service, demo::Page& page)
      : page_(page),
        registry_id_(service.registry_id),
        tokens_(cr::ApiClient(service.configuration)),
        clean_up_(tokens_, registry_id_) {}

  void run() {
    create();
    find();
    list();
    patch();
    put();
    be_refused();
    remove();
  }

 private:
  struct Own {
    cr::TokenId id;
    std::string name;
  };

  cr::PostTokenProperties properties(const std::string& purpose,
                                     std::vector<cr::ScopeAction> actions) const {
    cr::PostTokenProperties properties;
    properties.name = "demo-" + suffix_ + "-" + purpose;
    properties.expiry_date = cr::Timestamp::now() + std::chrono::hours(1);
    properties.scopes = {{cr::ScopeType::repository, "team/app", std::move(actions)}};
    return properties;
  }

  void create() {
    page_.step("Create three tokens", "registries_tokens_post");
    const std::vector<cr::PostTokenProperties> wanted = {
        properties("pull", {cr::ScopeAction::pull}),
        properties("push", {cr::ScopeAction::pull, cr::ScopeAction::push}),
        properties("list", {cr::ScopeAction::list}),
    };
    for (const cr::PostTokenProperties& one : wanted) {
      clean_up_.promise(one.name);
      const cr::PostTokenOutput created = tokens_.registries_tokens_post(registry_id_, {one});
      own_.push_back({id_of(created), one.name});
      page_.line("created", created.properties.name);
      page_.line("scopes", scopes_text(created.properties.scopes));
      page_.line("password", password_text(created) + ", shown this once; expose() gives the text");
    }
  }

  void find() {
    page_.step("Read the first", "registries_tokens_find_by_id");
    const cr::ApiResponse<cr::TokenResponse> found =
        tokens_.registries_tokens_find_by_id_with_http_info(registry_id_, own_.front().id);
    page_.line("name", found.value.properties.name);
    page_.line("expires", expiry_text(found.value.properties));
    page_.line("password", password_text(found.value) + ": nothing gives it a second time");
    page_.line("response", std::to_string(found.http.status) + " at attempt " +
                               std::to_string(found.http.attempts) + ", request id " +
                               found.http.request_id);
  }

  /// A registry may have many tokens; a range fetches no page that nobody asks for.
  void list() {
    page_.step("List all, page by page", "registries_tokens_get_all");
    constexpr int most_pages = 3;
    cr::ListOptions options;
    options.page_size = 2;
    cr::TokenRange range = tokens_.registries_tokens_get_all(registry_id_, options);
    for (int number = 1; number <= most_pages; ++number) {
      const auto page = range.next_page();
      if (!page) return page_.line("", "that is all");
      std::string label = "page " + std::to_string(number);
      for (const cr::TokenResponse& token : *page) {
        page_.line(label, token.properties.name);
        label.clear();
      }
    }
    page_.line("...", "and no page that nobody asks for");
  }

  void patch() {
    page_.step("Change it; what isn't set stays", "registries_tokens_patch");
    cr::PatchTokenInput disable;
    disable.status = cr::TokenStatus::disabled;
    const cr::TokenResponse disabled =
        tokens_.registries_tokens_patch(registry_id_, own_.front().id, disable);
    page_.line("status", status_text(disabled.properties) + "; still expires " +
                             expiry_text(disabled.properties));

    cr::PatchTokenInput for_ever;
    for_ever.expiry_date = cr::null;
    const cr::TokenResponse endless =
        tokens_.registries_tokens_patch(registry_id_, own_.front().id, for_ever);
    page_.line("expires", expiry_text(endless.properties) + ", by cr::null; still " +
                              status_text(endless.properties));
  }

  void put() {
    page_.step("Put one twice, under an id of our own", "registries_tokens_put");
    const Own own = {random_uuid(), properties("put", {}).name};
    clean_up_.promise(own.name);
    own_.push_back(own);
    for (const auto& action : {cr::ScopeAction::pull, cr::ScopeAction::list}) {
      const cr::PutTokenOutput put =
          tokens_.registries_tokens_put(registry_id_, own.id, {properties("put", {action})});
      page_.line(put.created() ? "created" : "replaced", put.properties.name);
      page_.line("scopes", scopes_text(put.properties.scopes));
      page_.line("password", password_text(put));
    }
  }

  void be_refused() {
    page_.step("Be refused, as a typed exception", "ConflictException");
    try {
      const cr::PostTokenOutput twin = tokens_.registries_tokens_post(
          registry_id_, {properties("pull", {cr::ScopeAction::pull})});
      own_.push_back({id_of(twin), twin.properties.name});
      page_.line("accepted", "although the name is taken");
    } catch (const cr::ConflictException& exception) {
      page_.line("status", std::to_string(exception.status()));
      for (const cr::ApiErrorMessage& message : exception.messages()) {
        page_.line("message", message.message);
      }
      const bool none = exception.execution() == cr::Execution::none;
      page_.line("executed", none ? "no, says the exception" : "perhaps, says the exception");
    }
  }

  void remove() {
    page_.step("Delete them all", "registries_tokens_delete");
    for (const Own& own : own_) {
      tokens_.registries_tokens_delete(registry_id_, own.id);
      clean_up_.keep_promise(own.name);
      page_.line("deleted", own.name);
    }
  }

  demo::Page& page_;
  const std::string suffix_ = random_text("abcdefghijklmnopqrstuvwxyz0123456789", 10);
  cr::RegistryId registry_id_;
  cr::TokensApi tokens_;
  demo::CleanUp clean_up_;
  std::vector<Own> own_;
};

void run_demo() {
  demo::Page page;
  page.title("The tokens of a container registry");
  const demo::Service service = demo::choose_service();
  Demo demo(service, page);
  page.line("runs on", service.description);
  page.line("host", service.configuration.host);
  page.line("registry", service.registry_id.text());
  demo.run();
  std::cout << "\nDone; nothing is left behind.\nNext: " << service.next << ".\n";
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc == 1) {
    run_demo();
  } else if (argv[1] == std::string_view("--help")) {
    std::cout << help;
  } else {
    throw std::invalid_argument("it takes no arguments; see demo --help");
  }
  return std::cout.flush() ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << "demo: " << error.what() << '\n';
  return 1;
}
