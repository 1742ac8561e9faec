// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>

#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/observer.hpp>
#include <ionoscloud/container_registry/text_argument.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// How much a logger writes.
enum class LogLevel {
  /// Nothing.
  off,
  /// A line for each attempt that failed, and one for each call.
  debug,
  /// A line for each beginning and each attempt, too, with its phases.
  trace,
};

/// Reads `off`, `debug` or `trace`, in any case, as `IONOS_LOG_LEVEL` has it, with white space or
/// quotes around it; nothing for other text.
[[nodiscard]] IONOSCLOUD_CR_EXPORT std::optional<LogLevel> parse_log_level(
    TextArgument text) noexcept;

/// Writes a line for each event to a stream, such as
///
///     2026-11-24T10:00:00Z registries_tokens_post #7 attempt 1: 503 after 12.1 ms, again in 80 ms
///
/// Lines hold no secret and no id of a registry or token. They don't mix when several threads write
/// them, as long as nobody else writes to the stream.
///
///     configuration.observer = std::make_shared<cr::StreamLogger>(std::clog, cr::LogLevel::debug);
class IONOSCLOUD_CR_EXPORT StreamLogger final : public Observer {
 public:
  /// `out` must outlive the logger.
  StreamLogger(std::ostream& out, LogLevel level);
  ~StreamLogger() override;

  void on_call_begun(const ObservedCall& call) noexcept override;
  void on_attempt_finished(const AttemptFinished& event) noexcept override;
  void on_call_finished(const CallFinished& event) noexcept override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
