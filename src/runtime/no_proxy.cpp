// SPDX-License-Identifier: Apache-2.0
#include "runtime/no_proxy.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/ascii.hpp"
#include "base/bare_text.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), ascii::is_digit);
}

/// A number from `least` to `most`; nothing for anything else.
std::optional<int> read_number(std::string_view text, int least, int most) {
  if (!is_number(text)) return std::nullopt;
  int number = 0;
  for (const char digit : text) {
    number = number * 10 + (digit - '0');
    if (number > most) return std::nullopt;
  }
  return number < least ? std::nullopt : std::optional(number);
}

/// In lower case, without dots at its ends, as curl compares names.
std::string plain_name(std::string_view text) {
  while (!text.empty() && text.front() == '.') text.remove_prefix(1);
  while (!text.empty() && text.back() == '.') text.remove_suffix(1);
  std::string name(text);
  std::transform(name.begin(), name.end(), name.begin(), ascii::to_lower);
  return name;
}

bool has_star(std::string_view name) { return name.find('*') != name.npos; }

/// Whether it can be a host's name, with stars or without. A name that ends in a number would be an
/// address, and is none.
bool is_name(std::string_view name) {
  const auto fits = [](char c) {
    return ascii::is_alnum(c) || c == '-' || c == '_' || c == '.' || c == '*' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  return !name.empty() && std::all_of(name.begin(), name.end(), fits) &&
         (has_star(name) || !is_number(name.substr(name.rfind('.') + 1)));
}

/// Whether `text` is `pattern`, where a star stands for any characters or none.
bool looks_like(std::string_view text, std::string_view pattern) {
  std::size_t at = 0;
  std::size_t in_pattern = 0;
  std::size_t star = pattern.npos;
  std::size_t behind_star = 0;
  while (at < text.size()) {
    if (in_pattern < pattern.size() && pattern[in_pattern] == '*') {
      star = in_pattern++;
      behind_star = at;
    } else if (in_pattern < pattern.size() && pattern[in_pattern] == text[at]) {
      ++at;
      ++in_pattern;
    } else if (star != pattern.npos) {
      in_pattern = star + 1;
      at = ++behind_star;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', in_pattern) == pattern.npos;
}

bool is_or_is_below(std::string_view host, std::string_view name) {
  if (host.size() < name.size() || host.substr(host.size() - name.size()) != name) return false;
  return host.size() == name.size() || host[host.size() - name.size() - 1] == '.';
}

/// What is shown of an entry. A user may stand in it, with a password, for instance of a proxy.
std::string without_user(std::string_view entry) {
  const std::size_t end = entry.rfind('@');
  if (end == entry.npos) return std::string(entry);
  return "[redacted]" + std::string(entry.substr(end));
}

}  // namespace

NoProxyList::NoProxyList(std::string_view list) {
  const auto separates = [](char c) { return c == ',' || ascii::is_space(c); };
  for (auto begin = list.begin(); begin != list.end();) {
    begin = std::find_if_not(begin, list.end(), separates);
    const auto end = std::find_if(begin, list.end(), separates);
    const std::string whole(begin, end);
    begin = end;
    const std::string text(without_blanks(whole));
    if (text.empty()) continue;
    if (auto entry = read(text)) {
      entries_.push_back(*std::move(entry));
    } else {
      unreadable_.push_back(without_user(text));
    }
  }
}

std::optional<NoProxyList::Entry> NoProxyList::read(std::string_view text) {
  Entry entry;
  if (const std::size_t slash = text.find('/'); slash != text.npos) {
    const std::string_view network = text.substr(0, slash);
    entry.address = IpAddress::parse(network);
    if (!entry.address) return std::nullopt;
    // One of IPv4 that is written as one of IPv6 stands behind 96 bits of its own.
    const bool is_mapped = entry.address->is_ipv4() && network.find(':') != network.npos;
    const int before = is_mapped ? 96 : 0;
    const auto bits = read_number(text.substr(slash + 1), before, before + entry.address->bits());
    if (!bits) return std::nullopt;
    entry.prefix_bits = *bits - before;
    return entry;
  }
  // More than one colon is an address of IPv6, unless brackets tell its own from the port's.
  const std::size_t colon = text.rfind(':');
  if (colon != text.npos && !IpAddress::parse(text)) {
    constexpr int highest_port = 65535;
    const auto port = read_number(text.substr(colon + 1), 1, highest_port);
    if (!port) return std::nullopt;
    entry.port = *port;
    text = text.substr(0, colon);
    if (text.find(':') != text.npos && text.front() != '[') return std::nullopt;
  }
  entry.address = IpAddress::parse(text);
  if (entry.address) {
    entry.prefix_bits = entry.address->bits();
    return entry;
  }
  entry.name = plain_name(text);
  return is_name(entry.name) ? std::optional(entry) : std::nullopt;
}

bool NoProxyList::matches(const Entry& entry, const ServiceAddress& service) {
  if (entry.port != 0 && entry.port != service.port) return false;
  const auto address = IpAddress::parse(service.host);
  if (entry.address) return address && address->is_in(*entry.address, entry.prefix_bits);
  const std::string host = plain_name(service.host);
  if (has_star(entry.name)) return looks_like(host, entry.name);
  return !address && is_or_is_below(host, entry.name);
}

bool NoProxyList::exempts(const ServiceAddress& service) const {
  return std::any_of(entries_.begin(), entries_.end(),
                     [&](const Entry& entry) { return matches(entry, service); });
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
