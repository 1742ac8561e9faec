// SPDX-License-Identifier: Apache-2.0
// Ends in the middle of its calls, or makes calls after main, in the way that its argument names.
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <exception>
#include <functional>
#include <future>
#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/async.hpp>

namespace cr = ionoscloud::container_registry;

namespace {

/// Does something when it is destroyed.
struct AtEnd {
  std::function<void()> act;
  ~AtEnd() {
    try {
      if (act) act();
    } catch (const std::exception& error) {
      std::cout << error.what() << std::endl;
      _exit(3);
    }
  }
};

// Static objects, older than the first use of the library. The last is destroyed first.
AtEnd after_clients;
std::unique_ptr<cr::TokensApi> tokens;
std::unique_ptr<cr::AsyncTokensApi> async_tokens;
std::vector<cr::Pending<cr::TokenResponse>> pendings;
AtEnd before_clients;

std::atomic<int> calls_made{0};

/// Waits until calls have been made that weren't made yet.
void wait_for_calls() {
  for (const int before = calls_made; calls_made < before + 40;) std::this_thread::yield();
}

cr::ApiClient make_client() {
  cr::Configuration configuration;
  configuration.host = std::getenv("EXIT_PROGRAM_URL");
  configuration.token = "any";
  configuration.tls.ca_pem = std::getenv("EXIT_PROGRAM_CA");
  return cr::ApiClient(configuration);
}

void find(const cr::TokensApi& with) {
  const auto token = with.registries_tokens_find_by_id("reg", "tok");
  if (token.properties.name.empty()) throw std::runtime_error("not the token");
}

void find(const cr::AsyncTokensApi& with) {
  if (with.registries_tokens_find_by_id("reg", "tok").get().properties.name.empty()) {
    throw std::runtime_error("not the token");
  }
}

/// Makes call after call, until one is cancelled.
void go_on(const cr::AsyncTokensApi& with) {
  with.registries_tokens_find_by_id("reg", "tok").then([&with](auto call) {
    ++calls_made;
    try {
      static_cast<void>(call.get());
    } catch (const cr::CancelledException&) {
      return;
    } catch (const cr::Exception&) {
    }
    go_on(with);
  });
}

void keep_busy(const cr::AsyncTokensApi& with) {
  for (int i = 0; i < 20; ++i) {
    pendings.push_back(with.registries_tokens_find_by_id("reg", "tok"));
    go_on(with);
  }
  wait_for_calls();
}

void exit_in_a_callback() {
  async_tokens = std::make_unique<cr::AsyncTokensApi>(make_client());
  keep_busy(*async_tokens);
  async_tokens->registries_tokens_find_by_id("reg", "tok").then([](auto) { std::exit(0); });
  std::promise<void>().get_future().wait();
}

/// With an event loop, but in the middle of no handshake: a child may wait for the locks of OpenSSL
/// that another thread of its parent held.
void fork_and_exit() {
  tokens = std::make_unique<cr::TokensApi>(make_client());
  async_tokens = std::make_unique<cr::AsyncTokensApi>(make_client());
  find(*async_tokens);
  find(*tokens);
  const pid_t child = fork();
  if (child == 0) {
    alarm(30);
    find(*tokens);
    find(*async_tokens);
    std::exit(0);
  }
  int status = -1;
  waitpid(child, &status, 0);
  if (status != 0) throw std::runtime_error("the child ended with " + std::to_string(status));
}

/// Works in `main`, and is refused when what reads YAML is gone.
void read_a_profile() {
  static_cast<void>(cr::Configuration::discover());
  after_clients.act = [] {
    try {
      static_cast<void>(cr::Configuration::discover());
    } catch (const cr::ConfigurationException& error) {
      const std::string what = error.what();
      if (what.find("the file can't be read any more: the process is ending") != what.npos) return;
      throw;
    }
    throw std::runtime_error("the profile could be read");
  };
}

const std::map<std::string, std::function<void()>> acts{
    {"profile_after_main", read_a_profile},
    {"call_after_main",
     [] {
       find(cr::TokensApi(make_client()));
       after_clients.act = [] { find(cr::TokensApi(make_client())); };
     }},
    {"asynchronous_call_after_main",
     [] {
       find(cr::TokensApi(make_client()));
       after_clients.act = [] { find(cr::AsyncTokensApi(make_client())); };
     }},
    {"call_of_an_older_client_after_main",
     [] {
       tokens = std::make_unique<cr::TokensApi>(make_client());
       find(*tokens);
       after_clients.act = [mine = std::shared_ptr<cr::TokensApi>(std::move(tokens))] {
         find(*mine);
       };
     }},
    {"asynchronous_call_of_an_older_client_after_main",
     [] {
       async_tokens = std::make_unique<cr::AsyncTokensApi>(make_client());
       find(*async_tokens);
       after_clients.act = [mine = std::shared_ptr<cr::AsyncTokensApi>(std::move(async_tokens))] {
         find(*mine);
       };
     }},
    {"first_call_after_main",
     [] { after_clients.act = [] { find(cr::TokensApi(make_client())); }; }},
    {"call_at_exit",
     [] {
       std::atexit([] { find(cr::TokensApi(make_client())); });
       find(cr::TokensApi(make_client()));
     }},
    {"calls_under_way",
     [] {
       async_tokens = std::make_unique<cr::AsyncTokensApi>(make_client());
       keep_busy(*async_tokens);
       before_clients.act = wait_for_calls;
     }},
    {"calls_under_way_of_a_client_that_stays",
     [] {
       keep_busy(*new cr::AsyncTokensApi(make_client()));
       after_clients.act = wait_for_calls;
     }},
    {"calls_of_threads_that_stay",
     [] {
       const auto* const mine = new cr::TokensApi(make_client());
       for (int i = 0; i < 4; ++i) {
         std::thread([mine] {
           for (;; ++calls_made) find(*mine);
         }).detach();
       }
       wait_for_calls();
       after_clients.act = wait_for_calls;
     }},
    {"exit_in_a_callback", exit_in_a_callback},
    {"exit_in_a_thread",
     [] {
       async_tokens = std::make_unique<cr::AsyncTokensApi>(make_client());
       keep_busy(*async_tokens);
       std::thread([] { std::exit(0); }).detach();
       std::promise<void>().get_future().wait();
     }},
    {"fork_and_exit", fork_and_exit},
};

}  // namespace

int main(int, char** arguments) {
  alarm(30);
  try {
    acts.at(arguments[1])();
  } catch (const std::exception& error) {
    std::cout << error.what() << std::endl;
    return 1;
  }
  return 0;
}
