// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/stream_logger.hpp>

#include <array>
#include <mutex>
#include <ostream>
#include <string>

#include <ionoscloud/container_registry/timestamp.hpp>

#include "base/ascii.hpp"
#include "base/bare_text.hpp"
#include "base/message_text.hpp"
#include "system/per_process.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr std::array<std::string_view, 3> level_names{"off", "debug", "trace"};
constexpr std::array<std::string_view, 11> error_names{
    "host not found",     "no connection",  "proxy refused",    "TLS failed",
    "pin refused",        "not sent whole", "response cut off", "not proper HTTP",
    "response too large", "timed out",      "cancelled"};
constexpr std::array<std::string_view, 3> execution_names{"not executed", "perhaps executed",
                                                          "executed"};
constexpr std::size_t longest_request_id = 128;

/// With one decimal and a decimal point, independent of the locale.
std::string milliseconds(std::chrono::microseconds time) {
  const auto tenths = (time.count() + 50) / 100;
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " ms";
}

std::string result(int status, const std::optional<TransportError>& error) {
  const std::string name =
      error ? std::string(error_names.at(static_cast<std::size_t>(*error))) : "";
  if (status == 0) return error ? name : "no credentials";
  return std::to_string(status) + (error ? ", " + name : "");
}

std::string beginning(const ObservedCall& call) {
  return Timestamp::now().to_string() + ' ' + std::string(call.operation) + " #" +
         std::to_string(call.number);
}

std::string phases(const ExchangePhases& phases) {
  return " (DNS lookup " + milliseconds(phases.dns_lookup) + ", connect " +
         milliseconds(phases.connect) + ", TLS " + milliseconds(phases.tls) + ", wait " +
         milliseconds(phases.wait) + ", receive " + milliseconds(phases.receive) + ")";
}

}  // namespace

Observer::~Observer() = default;
void Observer::on_call_begun(const ObservedCall&) noexcept {}
void Observer::on_attempt_finished(const AttemptFinished&) noexcept {}
void Observer::on_call_finished(const CallFinished&) noexcept {}

std::optional<LogLevel> parse_log_level(TextArgument text) noexcept {
  for (std::size_t level = 0; level < level_names.size(); ++level) {
    if (ascii::equal_ignoring_case(bare(text), level_names[level]))
      return static_cast<LogLevel>(level);
  }
  return std::nullopt;
}

struct StreamLogger::Impl {
  Impl(std::ostream& to, LogLevel at) : out(to), level(at) {}

  std::ostream& out;
  const LogLevel level;
  PerProcess<std::mutex> mutex;

  /// Drops a line that can't be made or written: no call fails because of its log.
  template <class MakeLine>
  void write(LogLevel from, MakeLine make_line) noexcept {
    if (level < from) return;
    try {
      const std::string line = make_line() + '\n';
      const std::lock_guard<std::mutex> lock(mutex.get());
      // Not by <<, which applies the width of the stream.
      out.write(line.data(), static_cast<std::streamsize>(line.size()));
      out.flush();
    } catch (...) {
    }
  }
};

StreamLogger::StreamLogger(std::ostream& out, LogLevel level)
    : impl_(std::make_unique<Impl>(out, level)) {}

StreamLogger::~StreamLogger() = default;

void StreamLogger::on_call_begun(const ObservedCall& call) noexcept {
  impl_->write(LogLevel::trace, [&] {
    return beginning(call) + ": " + to_string(call.method) + ' ' + std::string(call.path);
  });
}

void StreamLogger::on_attempt_finished(const AttemptFinished& event) noexcept {
  const bool failed = event.error || event.status >= 400;
  impl_->write(failed ? LogLevel::debug : LogLevel::trace, [&] {
    std::string line = beginning(event.call) + " attempt " + std::to_string(event.attempt) + ": " +
                       result(event.status, event.error) + " after " + milliseconds(event.elapsed);
    if (event.next_attempt_in) {
      line += ", again in " + std::to_string(event.next_attempt_in->count()) + " ms";
    }
    if (!event.request_id.empty()) {
      line += ", request " + printable(event.request_id, longest_request_id);
    }
    if (impl_->level == LogLevel::trace) {
      line += ", " + std::to_string(event.request_bytes) + " bytes sent, " +
              std::to_string(event.response_bytes) + " received";
      if (event.phases) line += phases(*event.phases);
    }
    return line;
  });
}

void StreamLogger::on_call_finished(const CallFinished& event) noexcept {
  impl_->write(LogLevel::debug, [&] {
    std::string line = beginning(event.call) + ": " + result(event.status, event.error) +
                       " after " + milliseconds(event.elapsed) + ", " +
                       std::to_string(event.attempts) +
                       (event.attempts == 1 ? " attempt" : " attempts");
    if (!event.succeeded) {
      line += ", ";
      line += execution_names.at(static_cast<std::size_t>(event.execution));
    }
    return line;
  });
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
