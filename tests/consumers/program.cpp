// SPDX-License-Identifier: Apache-2.0
//
// A program as users write it: it needs the headers, the library, and exceptions that cross
// between.

#include <cstdio>
#include <exception>
#include <future>
#include <string>
#include <utility>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/async.hpp>

namespace cr = ionoscloud::container_registry;

namespace {

bool writes_json() {
  cr::PostTokenInput input;
  input.properties.name = "consumer";

  return cr::to_json_text(input).find("\"consumer\"") != std::string::npos;
}

// Nothing listens on port 1 of this machine.
cr::ApiClient client_of_nobody() {
  cr::Configuration configuration;
  configuration.host = "http://127.0.0.1:1";
  configuration.token = "not-a-real-token";
  configuration.retry = cr::RetryPolicy::none();
  return cr::ApiClient(configuration);
}

template <class Call>
bool names_what_failed(Call call) {
  try {
    static_cast<void>(call());
  } catch (const cr::TransportException& exception) {
    return exception.kind() == cr::TransportError::connect &&
           exception.execution() == cr::Execution::none;
  }
  return false;
}

bool names_what_failed() {
  const cr::TokensApi tokens(client_of_nobody());
  return names_what_failed(
      [&] { return tokens.registries_tokens_find_by_id("registry", "token"); });
}

template <class T>
bool names_what_failed_later(cr::Pending<T> pending) {
  std::promise<cr::Pending<T>> over;
  pending.then([&](cr::Pending<T> ended) { over.set_value(std::move(ended)); });
  return names_what_failed([&] { return over.get_future().get().get(); });
}

bool name_what_failed_later() {
  const cr::AsyncTokensApi tokens(client_of_nobody());
  cr::PostTokenInput post;
  post.properties.name = "consumer";
  cr::PatchTokenInput patch;
  patch.expiry_date = cr::null;
  cr::PutTokenInput put;
  put.properties.name = "consumer";

  return names_what_failed_later(tokens.registries_tokens_delete("r", "t")) &&
         names_what_failed_later(tokens.registries_tokens_find_by_id("r", "t")) &&
         names_what_failed_later(tokens.registries_tokens_get("r")) &&
         names_what_failed_later(tokens.registries_tokens_patch("r", "t", patch)) &&
         names_what_failed_later(tokens.registries_tokens_post("r", post)) &&
         names_what_failed_later(tokens.registries_tokens_put("r", "t", put));
}

#if defined(__cpp_impl_coroutine)
struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};

Task await(const cr::AsyncTokensApi& tokens, std::promise<bool>& named) {
  try {
    static_cast<void>(co_await tokens.registries_tokens_find_by_id("registry", "token"));
    named.set_value(false);
  } catch (const cr::TransportException& exception) {
    named.set_value(exception.kind() == cr::TransportError::connect);
  }
}

bool names_what_failed_to_a_coroutine() {
  const cr::AsyncTokensApi tokens(client_of_nobody());
  std::promise<bool> named;
  await(tokens, named);
  return named.get_future().get();
}
#else
bool names_what_failed_to_a_coroutine() { return true; }
#endif

}  // namespace

int main() {
  if (!writes_json()) {
    std::puts("to_json_text doesn't write the name");
    return 1;
  }
  if (!names_what_failed()) {
    std::puts("a refused connection isn't a TransportException");
    return 1;
  }
  if (!name_what_failed_later() || !names_what_failed_to_a_coroutine()) {
    std::puts("a refused connection isn't a TransportException in a call that isn't waited for");
    return 1;
  }
  std::printf("version %s\n", std::string(cr::version()).c_str());
  return 0;
}
