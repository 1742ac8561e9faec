// SPDX-License-Identifier: Apache-2.0
#include "runtime/client_settings.hpp"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <utility>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/version.hpp>

#include "base/ascii.hpp"
#include "curl/curl_transport.hpp"
#include "exceptions/exception_details.hpp"
#include "http/sequential_exchanges.hpp"
#include "runtime/base_url.hpp"
#include "runtime/configuration_origins.hpp"
#include "runtime/connection_advice.hpp"
#include "runtime/known_secrets.hpp"
#include "runtime/login.hpp"
#include "runtime/proxy_choice.hpp"
#include "runtime/tls_choice.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::milliseconds;

// Far beyond any use, and far from overflowing a clock.
constexpr milliseconds longest_time = std::chrono::hours(24);

/// A complaint that knows its field, so that it can tell where the field's value came from.
class FieldComplaint final : public ConfigurationException {
 public:
  FieldComplaint(std::string_view field, std::shared_ptr<const ExceptionDetails> details)
      : ConfigurationException(std::move(details)), field_(field) {}

  [[nodiscard]] const std::string& field() const noexcept { return field_; }

 private:
  std::string field_;
};

std::shared_ptr<const ExceptionDetails> with_message(std::string message) {
  ExceptionDetails details;
  details.message = std::move(message);
  return std::make_shared<const ExceptionDetails>(std::move(details));
}

std::string base_url_of(const Configuration& configuration) {
  try {
    return make_base_url(configuration.host, configuration.tls.allow_plain_http);
  } catch (const BaseUrlError& error) {
    throw_invalid_configuration("host", error.problem);
  }
}

void check_time(std::string_view field, milliseconds time) {
  if (time <= milliseconds(0) || time > longest_time) {
    throw_invalid_configuration(field, "must be longer than 0 and at most 24 hours");
  }
}

void check_limits(const Configuration& configuration) {
  check_time("timeouts.connect", configuration.timeouts.connect);
  check_time("timeouts.attempt", configuration.timeouts.attempt);
  check_time("timeouts.call", configuration.timeouts.call);
  if (configuration.limits.body_bytes == 0)
    throw_invalid_configuration("limits.body_bytes", "must be more than 0");
  if (configuration.limits.header_bytes == 0)
    throw_invalid_configuration("limits.header_bytes", "must be more than 0");
  if (configuration.limits.header_lines == 0)
    throw_invalid_configuration("limits.header_lines", "must be more than 0");
  if (configuration.max_calls_at_once == 0)
    throw_invalid_configuration("max_calls_at_once", "must be more than 0");
  const std::string complaint = complaint_about(configuration.retry);
  if (!complaint.empty()) throw_invalid_configuration("retry", complaint);
}

std::string user_agent_of(const Configuration& configuration) {
  std::string agent = "ionos-cloud-sdk-cpp-container-registry/v" + std::string(version());
  const std::string& suffix = configuration.user_agent_suffix;
  if (suffix.empty()) return agent;
  const bool visible = std::all_of(suffix.begin(), suffix.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && !ascii::is_control(c);
  });
  if (!visible)
    throw_invalid_configuration("user_agent_suffix", "must be visible ASCII and spaces");
  return agent + " " + suffix;
}

}  // namespace

void throw_invalid_configuration(std::string_view field, std::string_view problem) {
  throw FieldComplaint(
      field, with_message("configuration: " + std::string(field) + " " + std::string(problem)));
}

std::string complaint_about(const RetryPolicy& policy) {
  const auto out_of_range = [](milliseconds delay) {
    return delay < milliseconds(0) || delay > longest_time;
  };
  if (policy.max_attempts < 1) return "must have max_attempts of at least 1";
  if (out_of_range(policy.base_delay) || out_of_range(policy.max_delay)) {
    return "must have delays from 0 to 24 hours";
  }
  return "";
}

ClientSettings make_client_settings(const Configuration& configuration) try {
  ClientSettings settings;
  settings.base_url = base_url_of(configuration);
  settings.host_advice = advice_about_host(configuration);
  settings.user_agent = user_agent_of(configuration);
  settings.credentials = make_credentials(configuration);
  check_limits(configuration);
  settings.timeouts = configuration.timeouts;
  settings.retry = configuration.retry;
  settings.limits = configuration.limits;
  settings.observer = configuration.observer;
  settings.secrets = secrets_of(configuration);
  settings.max_calls_at_once = configuration.max_calls_at_once;
  if (configuration.transport) {
    settings.transport = configuration.transport;
    settings.make_exchanges = [transport = configuration.transport] {
      return std::make_unique<SequentialExchanges>(transport);
    };
  } else {
    const TlsOptions tls = choose_tls(configuration, settings.base_url);
    const ProxyOptions proxy = choose_proxy(configuration, settings.base_url);
    settings.proxy_advice = advice_about_proxy(configuration, proxy);
    settings.transport = make_curl_transport(tls, proxy);
    settings.make_exchanges = [tls, proxy] { return make_curl_exchanges(tls, proxy); };
    settings.has_concurrent_exchanges = true;
  }
  return settings;
} catch (const FieldComplaint& complaint) {
  const std::string source = source_of(configuration, complaint.field());
  if (source.empty()) throw;
  throw ConfigurationException(with_message(complaint.what() + (" (from " + source + ")")));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
