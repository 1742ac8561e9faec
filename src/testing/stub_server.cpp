// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/testing/stub_server.hpp>

#include <httplib.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <thread>
#include <utility>

#include "base/ascii.hpp"
#include "system/accepted_connections.hpp"
#include "system/system_calls.hpp"
#include "testing/connection_threads.hpp"
#include "testing/fault_plan.hpp"
#include "testing/generated_values.hpp"
#include "testing/json.hpp"
#include "testing/rejection.hpp"
#include "testing/request_log.hpp"
#include "testing/store.hpp"
#include "testing/stub_service.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing {
namespace {

using stub::Fault;

/// The header that marks a response of the service.
constexpr char request_id[] = "X-RequestId";

/// The `Content-Length` that is added to a DELETE without one. No client writes it like that.
constexpr char no_body[] = "00";

bool was_sent(const std::string& name, const std::string& value) {
  // cpp-httplib puts these among the headers.
  constexpr std::string_view not_sent[] = {"REMOTE_ADDR", "REMOTE_PORT", "LOCAL_ADDR",
                                           "LOCAL_PORT"};
  if (std::find(std::begin(not_sent), std::end(not_sent), name) != std::end(not_sent)) return false;
  return name != "Content-Length" || value != no_body;
}

ReceivedRequest received(const httplib::Request& from) {
  ReceivedRequest request{from.method, from.target, {}, {}, from.body};
  for (const auto& [name, value] : from.headers) {
    if (ascii::equal_ignoring_case(name, "Authorization")) {
      request.authorization = value;
    } else if (was_sent(name, value)) {
      request.headers.add(name, value);
    }
  }
  return request;
}

void write(HttpResponse from, httplib::Response& to) {
  to.status = from.status;
  if (!from.body.empty()) {
    // A body without a provider is compressed if the client allows it: by Brotli, which takes
    // seconds.
    const std::size_t size = from.body.size();
    to.set_content_provider(size, "",
                            [body = std::move(from.body)](std::size_t offset, std::size_t length,
                                                          httplib::DataSink& sink) {
                              return sink.write(body.data() + offset, length);
                            });
    to.headers.erase("Content-Type");
  }
  for (const Header& line : from.headers) to.set_header(line.name, line.value);
}

/// Uses the store on behalf of a test instead of a client.
template <class Use>
auto use_for_test(stub::Store& store, Use use) {
  const std::lock_guard lock(store.mutex);
  try {
    return use();
  } catch (const stub::Rejection& rejection) {
    throw std::invalid_argument(std::string("StubServer: ") + rejection.what());
  }
}

}  // namespace

struct StubServer::Impl {
  explicit Impl(const StubServerOptions& options)
      : log(options.record_requests),
        port(bind()),
        url("http://127.0.0.1:" + std::to_string(port) + "/containerregistries"),
        service(options, url, store) {
    store.add_registry(registry().text());
    thread = std::thread([this] { server.listen_after_bind(); });
    // A stop before the server runs would be lost.
    while (!server.is_running()) std::this_thread::yield();
  }

  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  ~Impl() {
    stop.raise();
    server.stop();
    // Threads that wait for the next request on a connection would wait until its timeout.
    shut_down_connections(port);
    thread.join();
  }

  std::uint16_t bind() {
    server.new_task_queue = [] { return new stub::ConnectionThreads; };  // The server owns it.
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(std::numeric_limits<std::size_t>::max());
    server.set_keep_alive_timeout(10);
    server.set_read_timeout(60);
    server.set_write_timeout(60);
    set_handlers();

    socket_t listener{};
    server.set_socket_options([&listener](socket_t socket) { listener = socket; });
    const int bound = server.bind_to_any_port("127.0.0.1");
    // cpp-httplib's own backlog of 5 makes clients that connect at once wait for a second.
    // With musl SOMAXCONN is 128, although the kernel allows more.
    if (bound <= 0 || ::listen(listener, std::max(SOMAXCONN, 4096)) != 0) {
      throw std::runtime_error("StubServer found no port to listen on");
    }
    return static_cast<std::uint16_t>(bound);
  }

  void set_handlers() {
    // Routes are regular expressions over the decoded path, where `%2F` looks like `/`.
    // So there is one for all paths, and the service reads the target.
    const char* const any = R"([\s\S]*)";
    const auto handler = [this](const httplib::Request& request, httplib::Response& response) {
      try {
        serve(request, response);
      } catch (const std::exception& error) {
        HttpResponse failure = stub::error_response(500, error.what());
        failure.headers.add(request_id, "stub-failed");
        write(std::move(failure), response);
      }
    };
    server.Get(any, handler).Post(any, handler).Put(any, handler).Patch(any, handler);
    server.Delete(any, handler).Options(any, handler);

    server.set_pre_routing_handler([](const httplib::Request& request, httplib::Response&) {
      // cpp-httplib 0.29 to 0.30.1 and 0.40 to 0.45 wait for the body of a DELETE that names no
      // length, and so has none, until the next request of the connection.
      if (request.method == "DELETE" && !request.has_header("Content-Length") &&
          !request.has_header("Transfer-Encoding")) {
        const_cast<httplib::Request&>(request).headers.emplace("Content-Length", no_body);
      }
      return httplib::Server::HandlerResponse::Unhandled;
    });
    // cpp-httplib calls this for each error status. It is for those that no handler has set.
    server.set_error_handler([](const httplib::Request&, httplib::Response& response) -> void {
      if (response.has_header(request_id)) return;
      write(stub::error_response(response.status, "this is not a proper request"), response);
    });
    server.set_post_routing_handler([](const httplib::Request&, httplib::Response& response) {
      if (response.status == 204) response.headers.erase("Content-Length");
    });
  }

  void serve(const httplib::Request& request, httplib::Response& out) {
    const ReceivedRequest arrived = received(request);
    const std::size_t number = log.add(arrived);
    const Fault fault = faults.next();
    HttpResponse response = fault.response ? *fault.response : service.respond(arrived);
    response.headers.add("Date", stub::http_date(Timestamp::now()));
    response.headers.add(request_id, "stub-" + std::to_string(number));

    if (fault.delay.count() > 0) stop.sleep_for(fault.delay);
    if (fault.lose_response) {
      shut_down_connection(port, static_cast<std::uint16_t>(request.remote_port));
    }
    write(std::move(response), out);
  }

  // Not a `ProcessMark`, which the shared library doesn't export.
  const std::uint64_t process = process_id();
  stub::Store store;
  stub::FaultPlan faults;
  stub::RequestLog log;
  stub::StopSignal stop;
  httplib::Server server;
  const std::uint16_t port;
  const std::string url;
  const stub::StubService service;
  std::thread thread;
};

StubServer::StubServer(StubServerOptions options) : impl_(std::make_unique<Impl>(options)) {}

StubServer::~StubServer() {
  // A forked process has none of its threads, so it can't wait for them.
  if (impl_->process != process_id()) static_cast<void>(impl_.release());
}

const std::string& StubServer::url() const noexcept { return impl_->url; }

RegistryId StubServer::registry() { return "4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60"; }

void StubServer::add_registry(const RegistryId& registry) {
  use_for_test(impl_->store, [&] { impl_->store.add_registry(registry.text()); });
}

void StubServer::add_tokens(const RegistryId& registry, std::size_t count) {
  use_for_test(impl_->store,
               [&] { impl_->store.registries.at(registry.text()).tokens.add(count); });
}

std::vector<TokenResponse> StubServer::tokens(const RegistryId& registry) const {
  return use_for_test(impl_->store, [&] {
    const stub::Tokens& kept = impl_->store.registries.at(registry.text()).tokens;
    std::vector<TokenResponse> tokens;
    for (const TokenResponse* token : kept.slice(0, kept.size())) tokens.push_back(*token);
    return tokens;
  });
}

std::vector<ReceivedRequest> StubServer::requests() const { return impl_->log.requests(); }

std::size_t StubServer::request_count() const { return impl_->log.count(); }

void StubServer::fail_next(std::size_t times, int status, Headers headers,
                           std::optional<std::string> body) {
  if (!body) {
    body =
        status < 400 ? "" : stub::error_response(status, "a failure that the test asked for").body;
  }
  HttpResponse response{status, std::move(headers), std::move(*body)};
  if (!response.body.empty() && !response.headers.get("Content-Type")) {
    response.headers.add("Content-Type", "application/json");
  }
  Fault fault;
  fault.response = std::move(response);
  impl_->faults.add(times, std::move(fault));
}

void StubServer::lose_responses(std::size_t times) {
  Fault fault;
  fault.lose_response = true;
  impl_->faults.add(times, std::move(fault));
}

void StubServer::delay_responses(std::size_t times, std::chrono::milliseconds delay) {
  Fault fault;
  fault.delay = delay;
  impl_->faults.add(times, std::move(fault));
}

void StubServer::throttle(std::size_t nth, std::chrono::seconds retry_after) {
  impl_->faults.throttle(nth, retry_after);
}

}  // namespace testing
}  // namespace v0
}  // namespace ionoscloud::container_registry
