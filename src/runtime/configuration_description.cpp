// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry/configuration.hpp>

#include "base/message_text.hpp"
#include "runtime/configuration_origins.hpp"
#include "runtime/proxy_choice.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::milliseconds;

std::string text_of(const std::string& text) { return text.empty() ? "(none)" : printable(text); }
std::string text_of(bool value) { return value ? "yes" : "no"; }
std::string text_of(int number) { return std::to_string(number); }
std::string text_of(std::size_t number) { return std::to_string(number); }
std::string text_of(const Secret& secret) { return secret.empty() ? "(none)" : "[redacted]"; }

std::string text_of(milliseconds time) {
  const auto whole = time.count();
  return whole % 1000 == 0 ? std::to_string(whole / 1000) + " s" : std::to_string(whole) + " ms";
}

std::string text_of(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& one : list) text += (text.empty() ? "" : ", ") + printable(one);
  return text.empty() ? "(none)" : text;
}

template <class Interface>
std::string text_of(const std::shared_ptr<Interface>& object) {
  return object ? "set" : "(none)";
}

/// A URL without what must not stand in it, but might, and may be secret: a query, and a user and
/// password. These may hold signs that a URL would have to encode.
std::string without_user(const std::string& whole_url) {
  constexpr std::string_view scheme_end = "://";
  const std::size_t end = whole_url.rfind('@');
  const std::size_t query = whole_url.find('?', end == whole_url.npos ? 0 : end);
  const std::string url =
      query == whole_url.npos ? whole_url : whole_url.substr(0, query) + "?[redacted]";
  if (end == url.npos) return text_of(url);
  const std::size_t colon = std::min(url.find(':'), end);
  const bool has_scheme = url.compare(colon, scheme_end.size(), scheme_end) == 0;
  const std::size_t begin = has_scheme ? colon + scheme_end.size() : 0;
  return text_of(url.substr(0, begin) + "[redacted]" + url.substr(end));
}

/// Many lines, of which only the size is told.
std::string size_of(const std::string& text) {
  return text.empty() ? "(none)" : std::to_string(text.size()) + " bytes";
}

/// Puts the fields of a configuration in lines of three columns: name, value and origin.
class Description {
 public:
  explicit Description(const Configuration& configuration)
      : now_(configuration), origins_(configuration.origins.get()) {}

  /// A field; `get` finds it in a configuration, `show` makes text of it.
  template <class Get, class Show>
  void field(std::string_view name, Get get, Show show) {
    const std::string* const source =
        origins_ == nullptr ? nullptr : origins_->source_of(name, now_, get);
    std::string origin = get(now_) == get(defaults_) ? "default" : "set by the program";
    if (source != nullptr) origin = *source;
    if (source != nullptr) sources_.emplace_back(name, *source);
    rows_.push_back({std::string(name), show(get(now_)), std::move(origin)});
  }
  template <class Get>
  void field(std::string_view name, Get get) {
    field(name, get, [](const auto& value) { return text_of(value); });
  }

  [[nodiscard]] const Configuration& configuration() const noexcept { return now_; }

  /// Something to know of the last field.
  void note(const std::string& text) { rows_.back().back() += ", " + text; }

  /// Where a field came from when the program hasn't set it.
  [[nodiscard]] std::string source_of(std::string_view field) const {
    for (const auto& [name, source] : sources_) {
      if (name == field) return source;
    }
    return "";
  }

  [[nodiscard]] std::string text() const {
    std::array<std::size_t, 2> widths{};
    for (const Row& row : rows_) {
      for (std::size_t i = 0; i < widths.size(); ++i) {
        // A long value pushes its own origin aside, and no other.
        constexpr std::size_t widest = 60;
        widths[i] = std::max(widths[i], std::min(row[i].size(), widest));
      }
    }
    std::string text;
    for (const Row& row : rows_) {
      for (std::size_t i = 0; i < widths.size(); ++i) {
        text += row[i];
        text.append(std::max(widths[i], row[i].size()) - row[i].size() + 2, ' ');
      }
      text += row.back() + "\n";
    }
    return text;
  }

 private:
  using Row = std::array<std::string, 3>;

  const Configuration& now_;
  const ConfigurationOrigins* const origins_;
  const Configuration defaults_;
  std::vector<Row> rows_;
  std::vector<std::pair<std::string_view, std::string>> sources_;
};

using C = Configuration;

void describe_login(Description& d) {
  d.field(
      "host", [](const C& c) { return c.host; }, without_user);
  d.field("token", [](const C& c) { return c.token; });
  d.field("username", [](const C& c) { return c.username; });
  d.field("password", [](const C& c) { return c.password; });
  d.field("credentials", [](const C& c) { return c.credentials; });
}

void describe_calls(Description& d) {
  d.field("timeouts.connect", [](const C& c) { return c.timeouts.connect; });
  d.field("timeouts.attempt", [](const C& c) { return c.timeouts.attempt; });
  d.field("timeouts.call", [](const C& c) { return c.timeouts.call; });
  d.field("retry.max_attempts", [](const C& c) { return c.retry.max_attempts; });
  d.field("retry.base_delay", [](const C& c) { return c.retry.base_delay; });
  d.field("retry.max_delay", [](const C& c) { return c.retry.max_delay; });
  d.field("retry.repeat_unclear_put", [](const C& c) { return c.retry.repeat_unclear_put; });
  d.field("max_calls_at_once", [](const C& c) { return c.max_calls_at_once; });
}

void describe_connections(Description& d) {
  d.field("tls.ca_file", [](const C& c) { return c.tls.ca_file; });
  d.field("tls.ca_directory", [](const C& c) { return c.tls.ca_directory; });
  d.field(
      "tls.ca_pem", [](const C& c) { return c.tls.ca_pem; }, size_of);
  d.field("tls.pinned_certificates", [](const C& c) { return c.tls.pinned_certificates; });
  d.field("tls.client_certificate_file", [](const C& c) { return c.tls.client_certificate_file; });
  d.field("tls.client_key_file", [](const C& c) { return c.tls.client_key_file; });
  d.field("tls.client_key_passphrase", [](const C& c) { return c.tls.client_key_passphrase; });
  d.field("tls.allow_plain_http", [](const C& c) { return c.tls.allow_plain_http; });
  d.field(
      "proxy.url", [](const C& c) { return c.proxy.url; }, without_user);
  const std::string unused = why_proxy_is_unused(d.configuration());
  if (!unused.empty()) d.note("not used: " + unused);
  d.field("proxy.username", [](const C& c) { return c.proxy.username; });
  d.field("proxy.password", [](const C& c) { return c.proxy.password; });
  d.field(
      "proxy.no_proxy", [](const C& c) { return c.proxy.no_proxy; }, without_user);
}

void describe_rest(Description& d) {
  d.field("limits.body_bytes", [](const C& c) { return c.limits.body_bytes; });
  d.field("limits.header_bytes", [](const C& c) { return c.limits.header_bytes; });
  d.field("limits.header_lines", [](const C& c) { return c.limits.header_lines; });
  d.field("user_agent_suffix", [](const C& c) { return c.user_agent_suffix; });
  d.field("observer", [](const C& c) { return c.observer; });
  d.field("transport", [](const C& c) { return c.transport; });
}

Description description_of(const Configuration& configuration) {
  Description description(configuration);
  describe_login(description);
  describe_calls(description);
  describe_connections(description);
  describe_rest(description);
  return description;
}

}  // namespace

std::string Configuration::describe() const { return description_of(*this).text(); }

std::string source_of(const Configuration& configuration, std::string_view field) {
  return description_of(configuration).source_of(field);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
