// SPDX-License-Identifier: Apache-2.0
#include "runtime/tls_choice.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/message_text.hpp"
#include "curl/certificate_pins.hpp"
#include "runtime/client_settings.hpp"
#include "runtime/configuration_origins.hpp"
#include "system/place_names.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

bool is_secure(std::string_view base_url) {
  constexpr std::string_view secure = "https://";
  return base_url.substr(0, secure.size()) == secure;
}

/// A way to name authorities.
struct Authorities {
  std::string_view field;
  std::string TlsOptions::*member;
};

constexpr Authorities ways[] = {{"tls.ca_file", &TlsOptions::ca_file},
                                {"tls.ca_directory", &TlsOptions::ca_directory},
                                {"tls.ca_pem", &TlsOptions::ca_pem}};

bool is_of_the_program(const Configuration& configuration, const Authorities& way) {
  if (!configuration.origins) return true;
  const auto get = [&](const Configuration& c) { return c.tls.*way.member; };
  return configuration.origins->source_of(way.field, configuration, get) == nullptr;
}

/// Leaves out the authorities of the environment and of a profile where the program names its own,
/// and where none are needed.
void drop_authorities_of_others(TlsOptions& tls, const Configuration& configuration,
                                const std::string& base_url) {
  const bool program_names_some =
      std::any_of(std::begin(ways), std::end(ways), [&](const Authorities& way) {
        return !(tls.*way.member).empty() && is_of_the_program(configuration, way);
      });
  if (!program_names_some && is_secure(base_url)) return;
  for (const Authorities& way : ways) {
    if (!is_of_the_program(configuration, way)) (tls.*way.member).clear();
  }
}

std::string absolute(const std::string& path) {
  std::error_code unknown_folder;
  const auto absolute = std::filesystem::absolute(path, unknown_folder);
  return unknown_folder ? path : absolute.string();
}

void resolve_file(std::string_view field, std::string& path) {
  if (path.empty()) return;
  std::error_code none;
  // A pipe would be waited for, here and by each connection.
  const bool is_file = std::filesystem::is_regular_file(path, none);
  if (!is_file || std::ifstream(path, std::ios::binary).peek() == EOF) {
    throw_invalid_configuration(
        field, "must name a file that is there, can be read and isn't empty, unlike \"" +
                   printable(path) + "\"");
  }
  path = absolute(path);
}

/// One folder or several, of which one must be there, as OpenSSL has it with SSL_CERT_DIR.
void resolve_folders(std::string_view field, std::string& paths) {
  if (paths.empty()) return;
  constexpr char separator = place_names.list_separator;
  bool found = false;
  std::string absolute_paths;
  std::istringstream stream(paths);
  for (std::string path; std::getline(stream, path, separator);) {
    std::error_code none;
    found = found || std::filesystem::is_directory(path, none);
    if (path.empty()) continue;
    if (!absolute_paths.empty()) absolute_paths += separator;
    absolute_paths += absolute(path);
  }
  if (!found) {
    throw_invalid_configuration(
        field,
        "must name a folder that is there and can be read, unlike \"" + printable(paths) + "\"");
  }
  paths = absolute_paths;
}

void check_tls(const TlsOptions& tls) {
  if (!tls.client_certificate_file.empty() && tls.client_key_file.empty()) {
    throw_invalid_configuration("tls.client_key_file",
                                "must be set when tls.client_certificate_file is");
  }
  if (!tls.client_key_file.empty() && tls.client_certificate_file.empty()) {
    throw_invalid_configuration("tls.client_certificate_file",
                                "must be set when tls.client_key_file is");
  }
  if (!tls.ca_pem.empty() && !(tls.ca_file.empty() && tls.ca_directory.empty())) {
    throw_invalid_configuration("tls.ca_pem",
                                "must not be set together with tls.ca_file or tls.ca_directory");
  }
  // OpenSSL would ask on the terminal for a passphrase.
  if (tls.ca_pem.find("Proc-Type:") != std::string::npos) {
    throw_invalid_configuration("tls.ca_pem", "must hold certificates that aren't encrypted");
  }
}

void check_pins(const std::vector<std::string>& pins, const std::string& base_url) {
  for (const std::string& pin : pins) {
    if (!parse_fingerprint(pin)) {
      throw_invalid_configuration("tls.pinned_certificates",
                                  "must be the SHA-256 of certificates, 64 hex digits each");
    }
  }
  if (!pins.empty() && !is_secure(base_url)) {
    throw_invalid_configuration("tls.pinned_certificates",
                                "must be empty when host is http://, which shows none");
  }
}

void check_abilities(const TlsOptions& tls, const std::string& library) {
  if (!is_of_the_system(library)) return;
  const std::pair<std::string_view, bool> lacking[] = {
      {"tls.ca_directory", !tls.ca_directory.empty()},
      {"tls.client_certificate_file", !tls.client_certificate_file.empty()},
      {"tls.pinned_certificates", !tls.pinned_certificates.empty()}};
  for (const auto& [field, is_set] : lacking) {
    if (!is_set) continue;
    throw_invalid_configuration(field, "must be empty, as libcurl was built with " + library +
                                           ", which can't do that; a libcurl with OpenSSL can");
  }
}

}  // namespace

TlsOptions choose_tls(const Configuration& configuration, const std::string& base_url,
                      const std::string& library) {
  TlsOptions tls = configuration.tls;
  drop_authorities_of_others(tls, configuration, base_url);
  resolve_file("tls.ca_file", tls.ca_file);
  resolve_folders("tls.ca_directory", tls.ca_directory);
  resolve_file("tls.client_certificate_file", tls.client_certificate_file);
  resolve_file("tls.client_key_file", tls.client_key_file);
  check_tls(tls);
  check_pins(tls.pinned_certificates, base_url);
  check_abilities(tls, library);
  return tls;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
