// SPDX-License-Identifier: Apache-2.0
//
// The yardstick: the least that a program on libcurl does, and nothing but that. Its handles are
// set up once, and it throws the responses away.

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

void fail_unless_good(CURLcode code) {
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
      fail_unless_good(curl_easy_setopt(easy(), CURLOPT_CAINFO, endpoint.ca_file.c_str()));
    }
  }

  [[nodiscard]] CURL* easy() const { return easy_.get(); }

  void set_url(const std::string& url) {
    fail_unless_good(curl_easy_setopt(easy(), CURLOPT_URL, url.c_str()));
  }

  void perform() { fail_unless_good(curl_easy_perform(easy())); }

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
  for (int i = 0; i < benchmarks::threads; ++i) {
    connections.push_back(connection_that_gets(endpoint));
  }
  return [connections](std::int64_t calls) {
    return benchmarks::in_threads(connections.size(), calls, [&](std::size_t thread, auto share) {
      return connections[thread]->perform(share);
    });
  };
}

/// Connections that one thread drives together. Over TLS they are streams of one HTTP/2 connection.
class Crowd {
 public:
  explicit Crowd(const Endpoint& endpoint) : multi_(curl_multi_init(), curl_multi_cleanup) {
    // By default libcurl closes connections while calls are few.
    check(curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, long{benchmarks::calls_in_flight}));
    for (int i = 0; i < benchmarks::calls_in_flight; ++i) {
      members_.push_back(connection_that_gets(endpoint));
      if (!endpoint.ca_file.empty()) {
        curl_easy_setopt(members_.back()->easy(), CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS);
        curl_easy_setopt(members_.back()->easy(), CURLOPT_PIPEWAIT, 1L);
      }
    }
  }
  Crowd(const Crowd&) = delete;
  Crowd& operator=(const Crowd&) = delete;

  Tally perform(std::int64_t calls) {
    std::int64_t begun = 0;
    for (; begun < calls && begun < benchmarks::calls_in_flight; ++begun) {
      curl_multi_add_handle(multi_.get(), members_[static_cast<std::size_t>(begun)]->easy());
    }
    for (int running = 1; running > 0;) {
      check(curl_multi_perform(multi_.get(), &running));
      while (CURL* done = take_done()) {
        if (begun == calls) continue;
        curl_multi_add_handle(multi_.get(), done);
        ++begun;
        ++running;
      }
      if (running > 0) check(curl_multi_poll(multi_.get(), nullptr, 0, 1000, nullptr));
    }
    Tally sum;
    for (const auto& member : members_) sum += member->take_tally();
    return sum;
  }

 private:
  static void check(CURLMcode code) {
    if (code != CURLM_OK) throw std::runtime_error(curl_multi_strerror(code));
  }

  /// A handle whose call is over, taken from the multi handle; null when there is none.
  CURL* take_done() {
    int left = 0;
    const CURLMsg* message = curl_multi_info_read(multi_.get(), &left);
    if (message == nullptr) return nullptr;
    CURL* easy = message->easy_handle;
    fail_unless_good(message->data.result);
    check(curl_multi_remove_handle(multi_.get(), easy));
    return easy;
  }

  // Before the multi handle, which must go first.
  std::vector<std::shared_ptr<Connection>> members_;
  std::unique_ptr<CURLM, CURLMcode (*)(CURLM*)> multi_;
};

Step get_concurrently(const Endpoint& endpoint) {
  return [crowd = std::make_shared<Crowd>(endpoint)](std::int64_t calls) {
    return crowd->perform(calls);
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
  for (std::int64_t offset = 0; offset < list.tokens; offset += list.stride()) {
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
       {"get_concurrently", get_concurrently},
       {"post", post},
       {"list_short_pages", [](const Endpoint& e) { return list(e, benchmarks::short_pages); }},
       {"list_long_pages", [](const Endpoint& e) { return list(e, benchmarks::long_pages); }}});
}
