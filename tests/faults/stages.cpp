// SPDX-License-Identifier: Apache-2.0
#include "faults/stages.hpp"

#include <curl/curl.h>

#include <utility>

#include "support/hanging_port.hpp"
#include "support/hanging_resolver.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

class Resolving final : public StuckCall {
 public:
  Configuration configuration() const override {
    return configuration_for("https://hanging.invalid");
  }
  void wait_until_stuck() override { resolver_.wait_for_lookup(); }

 private:
  HangingResolver resolver_;
};

class Connecting final : public StuckCall {
 public:
  Configuration configuration() const override { return configuration_for(port_.url()); }
  /// It can't be seen from outside; the call gets stuck whenever it comes there.
  void wait_until_stuck() override {}

 private:
  HangingPort port_;
};

/// A server whose script notes that it is where it wants to be.
class Serving final : public StuckCall {
 public:
  explicit Serving(RawServer::Script script, std::string scheme = "http")
      : server_(std::move(script)), scheme_(std::move(scheme)) {}

  Configuration configuration() const override {
    return configuration_for(scheme_ + server_.url().substr(4));
  }
  void wait_until_stuck() override { server_.wait_for_requests(1); }

 private:
  RawServer server_;
  std::string scheme_;
};

void shake_no_hands(RawConnection& client) {
  client.read_some();
  client.note("hello");
  client.wait_for_close();
}

void read_nothing(RawConnection& client) {
  client.wait_for_bytes();
  client.note("something was sent");
  client.wait_for_close_without_reading();
}

void drip_header(RawConnection& client) {
  client.read_request();
  client.send("HTTP/1.1 200 OK\r\nX-Long: ");
  client.wait_for_close();
}

void drip_body(RawConnection& client) {
  client.read_request();
  client.send("HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n");
  while (client.send("{")) {
  }
}

/// 429 may be followed by another attempt, whichever the operation is.
void throttle(RawConnection& client) {
  client.read_request();
  client.send(raw_response(429, "", "Retry-After: 30\r\n"));
  client.wait_for_close();
}

Stage serving(const char* name, void (*script)(RawConnection&),
              std::optional<Execution> execution) {
  return {name, [script] { return std::make_unique<Serving>(script); }, execution};
}

constexpr std::size_t more_than_all_buffers = 16 * 1024 * 1024;

bool look_ups_can_be_left() {
  constexpr unsigned int quick_exit = 0x075700;
  return curl_version_info(CURLVERSION_NOW)->version_num >= quick_exit;
}

}  // namespace

std::vector<Stage> stages() {
  std::vector<Stage> all{
      {"Connecting", [] { return std::make_unique<Connecting>(); }, Execution::none},
      {"ShakingHands", [] { return std::make_unique<Serving>(shake_no_hands, "https"); },
       Execution::none},
      {"Sending", [] { return std::make_unique<Serving>(read_nothing); }, Execution::unknown,
       more_than_all_buffers, std::chrono::seconds(3)},
      serving("WaitingForTheResponse", respond_nothing, Execution::unknown),
      serving("ReadingTheHead", drip_header, Execution::unknown),
      serving("ReadingTheBody", drip_body, std::nullopt),
  };
  if (look_ups_can_be_left()) {
    all.push_back({"Resolving", [] { return std::make_unique<Resolving>(); }, Execution::none});
  }
  return all;
}

Stage waiting_to_try_again() { return serving("WaitingToTryAgain", throttle, std::nullopt); }

}  // namespace v0
}  // namespace ionoscloud::container_registry
