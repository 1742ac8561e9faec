// SPDX-License-Identifier: Apache-2.0
#include "server.hpp"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <thread>

#include "loopback.hpp"
#include "responses.hpp"
#include "scene.hpp"

namespace benchmarks {
namespace {

namespace fs = std::filesystem;

bool accepts(int port) {
  const Socket socket;
  return connect_to(socket, port);
}

int free_port() {
  const Socket socket;
  return bind_to_free_port(socket);
}

/// Workers of a root's nginx become somebody else, who may not read the folder.
std::string user_line() {
  const passwd* user = geteuid() == 0 ? getpwuid(0) : nullptr;
  return user == nullptr ? "" : std::string("user ") + user->pw_name + ";\n";
}

std::string location(const std::string& path, const std::string& body) {
  return "    location = /containerregistries/registries/" + path + " { " + body + " }\n";
}

std::string locations() {
  const std::string tokens = "/tokens";
  return location(read_registry + tokens + "/" + token_id,
                  "return 200 '" + token_json(0, "") + "';") +
         location(create_registry + tokens,
                  "return 201 '" + token_json(0, created_password) + "';") +
         location(short_pages.registry + tokens,
                  std::string("try_files /") + short_pages.registry + "/$arg_offset.json =404;") +
         location(long_pages.registry + tokens,
                  std::string("try_files /") + long_pages.registry + "/$arg_offset.json =404;");
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

fs::path find_program(const std::string& name) {
  const char* variable = std::getenv("PATH");
  // Where distributions put servers, which few users have in their path.
  std::stringstream folders(std::string(variable == nullptr ? "" : variable) +
                            ":/usr/sbin:/usr/local/sbin");
  for (std::string folder; std::getline(folders, folder, ':');) {
    const fs::path program = fs::path(folder) / name;
    if (!folder.empty() && access(program.c_str(), X_OK) == 0) return program;
  }
  return {};
}

}  // namespace

fs::path find_nginx() { return find_program("nginx"); }

TemporaryFolder::TemporaryFolder() {
  std::string name = fs::temp_directory_path() / "ionoscloud-cr-benchmark-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) {
    throw std::system_error(errno, std::generic_category(), name);
  }
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void make_certificate(const fs::path& folder) {
  const fs::path openssl = find_program("openssl");
  if (openssl.empty()) throw std::runtime_error("openssl isn't installed");
  Process process(
      {{openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
        "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
        "-batch", "-out", folder / "certificate.pem", "-keyout", folder / "key.pem"},
       std::nullopt});
  static_cast<void>(process.output());
}

Server::Server(const fs::path& nginx, const fs::path& folder, Placement placement,
               std::chrono::milliseconds round_trip)
    : folder_(folder), plain_port_(free_port()), tls_port_(free_port()) {
  if (placement == Placement::one_core) core_ = last_core();
  fs::remove(folder_ / "connections.log");
  write_configuration(placement);
  process_.emplace(Command{
      {nginx, "-p", folder_, "-c", folder_ / "nginx.conf", "-e", folder_ / "error.log"}, core_});
  wait_until_ready();
  if (round_trip.count() > 0) proxy_.emplace(plain_port_, round_trip);
}

Endpoint Server::plain() const {
  const int port = proxy_ ? proxy_->port() : plain_port_;
  return {"http://127.0.0.1:" + std::to_string(port) + "/containerregistries", ""};
}

Endpoint Server::tls() const {
  return {"https://127.0.0.1:" + std::to_string(tls_port_) + "/containerregistries",
          folder_ / "certificate.pem"};
}

int Server::connections() const {
  const std::string log = read_file(folder_ / "connections.log");
  return static_cast<int>(std::count(log.begin(), log.end(), '\n'));
}

int Server::connections_from(int least) const {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (connections() < least && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return connections();
}

void Server::write_configuration(Placement placement) const {
  std::ofstream file(folder_ / "nginx.conf");
  file.exceptions(std::ios::failbit | std::ios::badbit);
  file << user_line() << "daemon off;\n"
       << "pid nginx.pid;\n"
       << "error_log error.log;\n"
       << "worker_processes " << (placement == Placement::one_core ? "1" : "auto") << ";\n"
       << R"(events { worker_connections 1024; }
http {
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;

  # A line for each connection, when its first request has been responded to.
  map $connection_requests $is_first { 1 1; default 0; }
  log_format connection "$server_port";
  access_log connections.log connection if=$is_first;

  default_type application/json;
  keepalive_requests 1000000000;
  keepalive_timeout 1h;
  http2_max_concurrent_streams 256;
  sendfile on;
  tcp_nopush on;
  open_file_cache max=1000 inactive=1h;
  open_file_cache_valid 1h;
  ssl_certificate certificate.pem;
  ssl_certificate_key key.pem;
  ssl_protocols TLSv1.3;

  server {
)"
       << "    listen 127.0.0.1:" << plain_port_ << ";\n"
       << "    listen 127.0.0.1:" << tls_port_ << " ssl http2;\n"
       << "    root pages;\n"
       << locations() << "  }\n}\n"
       << std::flush;
}

void Server::wait_until_ready() {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point deadline = Clock::now() + std::chrono::seconds(20);
  while (!accepts(plain_port_)) {
    if (!process_->is_running() || Clock::now() > deadline) {
      throw std::runtime_error("nginx doesn't start: " + read_file(folder_ / "error.log"));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

}  // namespace benchmarks
