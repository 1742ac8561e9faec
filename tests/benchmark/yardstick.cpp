// SPDX-License-Identifier: Apache-2.0
//
// The yardstick: the least that a program on libcurl does, and nothing but that. Its handles are
// set up once, and it throws the answers away.

#include <curl/curl.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "scene.hpp"
#include "side.hpp"

namespace {

using benchmarks::Endpoint;
using benchmarks::List;
using benchmarks::Step;
using benchmarks::Tally;

void check(CURLcode code) {
  if (code != CURLE_OK) throw std::runtime_error(curl_easy_strerror(code));
}

/// An easy handle that sends the same request again and again.
class Connection {
 public:
  explicit Connection(const Endpoint& endpoint) : easy_(curl_easy_init(), curl_easy_cleanup) {
    for (const char* line : {"Accept: application/json", "Content-Type: application/json",
                             "User-Agent: yardstick", "Authorization: Bearer benchmark"}) {
      headers_.reset(curl_slist_append(headers_.release(), line));
    }
    curl_easy_setopt(easy(), CURLOPT_HTTPHEADER, headers_.get());
    curl_easy_setopt(easy(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy(), CURLOPT_NOPROXY, "*");
    curl_easy_setopt(easy(), CURLOPT_FAILONERROR, 1L);
    curl_easy_setopt(easy(), CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(easy(), CURLOPT_BUFFERSIZE, 256L * 1024);
    curl_easy_setopt(easy(), CURLOPT_WRITEFUNCTION, &Connection::count);
    curl_easy_setopt(easy(), CURLOPT_WRITEDATA, &bytes_);
    if (!endpoint.ca_file.empty()) {
      check(curl_easy_setopt(easy(), CURLOPT_CAINFO, endpoint.ca_file.c_str()));
    }
  }

  [[nodiscard]] CURL* easy() const { return easy_.get(); }

  void set_url(const std::string& url) {
    check(curl_easy_setopt(easy(), CURLOPT_URL, url.c_str()));
  }

  void perform() { check(curl_easy_perform(easy())); }

  Tally perform(std::int64_t calls) {
    bytes_ = 0;
    for (std::int64_t i = 0; i < calls; ++i) perform();
    return take_tally();
  }

  Tally take_tally() {
    Tally tally;
    tally.bytes = std::exchange(bytes_, 0);
    return tally;
  }

 private:
  static std::size_t count(char*, std::size_t size, std::size_t count, void* bytes) {
    *static_cast<std::int64_t*>(bytes) += static_cast<std::int64_t>(size * count);
    return size * count;
  }

  struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };

  std::unique_ptr<CURL, void (*)(CURL*)> easy_;
  std::unique_ptr<curl_slist, FreeList> headers_;
  std::int64_t bytes_ = 0;
};

std::string tokens_url(const Endpoint& endpoint, const char* registry) {
  return endpoint.base_url + "/registries/" + registry + "/tokens";
}

std::shared_ptr<Connection> connection_that_gets(const Endpoint& endpoint) {
  auto connection = std::make_shared<Connection>(endpoint);
  connection->set_url(tokens_url(endpoint, benchmarks::read_registry) + "/" + benchmarks::token_id);
  return connection;
}

Step get(const Endpoint& endpoint) {
  return [connection = connection_that_gets(endpoint)](std::int64_t calls) {
    return connection->perform(calls);
  };
}

Step get_in_threads(const Endpoint& endpoint) {
  std::vector<std::shared_ptr<Connection>> connections;
  for (std::int64_t i = 0; i < benchmarks::threads; ++i) {
    connections.push_back(connection_that_gets(endpoint));
  }
  return [connections](std::int64_t calls) {
    return benchmarks::in_threads(connections.size(), calls, [&](std::size_t thread, auto share) {
      return connections[thread]->perform(share);
    });
  };
}

Step post(const Endpoint& endpoint) {
  auto connection = std::make_shared<Connection>(endpoint);
  connection->set_url(tokens_url(endpoint, benchmarks::create_registry));
  curl_easy_setopt(connection->easy(), CURLOPT_POSTFIELDS, benchmarks::create_body);
  return [connection](std::int64_t calls) { return connection->perform(calls); };
}

Step list(const Endpoint& endpoint, const List& list) {
  auto connection = std::make_shared<Connection>(endpoint);
  std::vector<std::string> urls;
  for (std::int64_t offset = 0; offset <= list.tokens; offset += list.page_size) {
    urls.push_back(tokens_url(endpoint, list.registry) + "?offset=" + std::to_string(offset) +
                   "&limit=" + std::to_string(list.page_size));
  }
  return [connection, urls](std::int64_t walks) {
    for (std::int64_t i = 0; i < walks; ++i) {
      for (const std::string& url : urls) {
        connection->set_url(url);
        connection->perform();
      }
    }
    return connection->take_tally();
  };
}

}  // namespace

int main(int argc, char** argv) {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  return benchmarks::run_side(
      argc, argv,
      {{"get", get},
       {"get_in_threads", get_in_threads},
       {"post", post},
       {"list_short_pages", [](const Endpoint& e) { return list(e, benchmarks::short_pages); }},
       {"list_long_pages", [](const Endpoint& e) { return list(e, benchmarks::long_pages); }}});
}
