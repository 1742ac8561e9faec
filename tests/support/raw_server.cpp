// SPDX-License-Identifier: Apache-2.0
#include "support/raw_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

int checked(int result, const char* what) {
  if (result == -1) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

Descriptor new_socket(int flags = 0) {
  return Descriptor(checked(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | flags, 0), "socket"));
}

/// Binds to a free port and returns it.
std::uint16_t bind_somewhere(const Descriptor& socket) {
  sockaddr_in address = loopback(0);
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  socklen_t size = sizeof address;
  checked(bind(socket.get(), generic, size), "bind");
  checked(getsockname(socket.get(), generic, &size), "getsockname");
  return ntohs(address.sin_port);
}

std::string url_of(std::uint16_t port, std::string_view path, std::string_view scheme = "http") {
  return std::string(scheme) + "://127.0.0.1:" + std::to_string(port) + std::string(path);
}

/// A client may be gone when OpenSSL writes to it. Only servers' threads may miss that signal: the
/// library must never raise it.
void block_sigpipe() {
  sigset_t sigpipe;
  sigemptyset(&sigpipe);
  sigaddset(&sigpipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &sigpipe, nullptr);
}

std::string_view head_of(std::string_view request) {
  return request.substr(0, request.find("\r\n\r\n"));
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this == &other) return *this;
  if (fd_ != -1) close(fd_);
  fd_ = other.release();
  return *this;
}

Descriptor::~Descriptor() {
  if (fd_ != -1) close(fd_);
}

int Descriptor::release() noexcept { return std::exchange(fd_, -1); }

RawConnection::RawConnection(RawServer& server, Descriptor socket)
    : server_(server), socket_(std::move(socket)) {}

std::optional<std::string> RawConnection::read_request() {
  std::size_t head = 0;
  while ((head = received_.find("\r\n\r\n")) == std::string::npos) {
    if (!read_some()) return std::nullopt;
  }
  const std::optional<std::string> length = header_of(received_, "Content-Length");
  const std::size_t size = head + 4 + (length ? std::stoul(*length) : 0);
  while (received_.size() < size) {
    if (!read_some()) return std::nullopt;
  }
  std::string request = received_.substr(0, size);
  received_.erase(0, size);
  note(request);
  return request;
}

std::optional<std::string> RawConnection::read_bytes(std::size_t count) {
  while (received_.size() < count) {
    if (!read_some()) return std::nullopt;
  }
  std::string bytes = received_.substr(0, count);
  received_.erase(0, count);
  return bytes;
}

bool RawConnection::has_bytes() const {
  pollfd socket{socket_.get(), POLLIN, 0};
  return !received_.empty() || poll(&socket, 1, 0) == 1;
}

void RawConnection::note(const std::string& text) { server_.note(text); }

bool RawConnection::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = tls_ ? static_cast<ssize_t>(tls_->write(bytes))
                              : ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void RawConnection::reset() {
  const linger at_once{1, 0};
  setsockopt(socket_.get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

void RawConnection::wait_for_close() {
  while (read_some()) {
  }
}

bool RawConnection::read_some() {
  std::array<char, 65536> buffer;
  const ssize_t size = tls_ ? static_cast<ssize_t>(tls_->read(buffer.data(), buffer.size()))
                            : recv(socket_.get(), buffer.data(), buffer.size(), 0);
  if (size <= 0) return false;
  received_.append(buffer.data(), static_cast<std::size_t>(size));
  return true;
}

void RawConnection::wait_for_bytes() {
  pollfd socket{socket_.get(), POLLIN, 0};
  poll(&socket, 1, -1);
}

void RawConnection::wait_for_close_without_reading() {
  pollfd socket{socket_.get(), POLLRDHUP, 0};
  poll(&socket, 1, -1);
}

RawServer::RawServer(Script for_each) : RawServer(std::nullopt, {std::move(for_each)}, true) {}

RawServer::RawServer(std::vector<Script> one_by_one)
    : RawServer(std::nullopt, std::move(one_by_one), false) {}

RawServer::RawServer(const ServerTls& tls, Script for_each)
    : RawServer(tls, {std::move(for_each)}, true) {}

RawServer::RawServer(std::optional<ServerTls> tls, std::vector<Script> scripts, bool same_for_each)
    : tls_(std::move(tls)),
      scripts_(std::move(scripts)),
      same_for_each_(same_for_each),
      listener_(new_socket()) {
  port_ = bind_somewhere(listener_);
  // For a thousand connections at once: with musl SOMAXCONN is 128, whatever the kernel takes.
  checked(listen(listener_.get(), std::max(SOMAXCONN, 4096)), "listen");
  acceptor_ = std::thread([this] { accept_connections(); });
}

RawServer::~RawServer() {
  std::unique_lock<std::mutex> lock(mutex_);
  stopping_ = true;
  // Whoever waits for bytes sees the end of the stream.
  shutdown(listener_.get(), SHUT_RDWR);
  for (const RawConnection& connection : open_) shutdown(connection.socket_.get(), SHUT_RDWR);
  changed_.wait(lock, [this] { return open_.empty(); });
  lock.unlock();
  acceptor_.join();
}

std::string RawServer::url(std::string_view path) const {
  return url_of(port_, path, tls_ ? "https" : "http");
}

std::size_t RawServer::connections() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return accepted_;
}

std::vector<std::string> RawServer::requests() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return requests_;
}

void RawServer::wait_for_requests(std::size_t count) {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [&] { return requests_.size() >= count; });
}

void RawServer::wait_for_closed(std::size_t count) {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [&] { return closed_ >= count; });
}

void RawServer::accept_connections() {
  while (true) {
    Descriptor socket(accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    const std::lock_guard<std::mutex> lock(mutex_);
    if (stopping_ || socket.get() == -1) return;
    RawConnection& connection = open_.emplace_back(*this, std::move(socket));
    // Any number of them may come in the life of a server.
    std::thread([this, &connection, number = accepted_++] { run(connection, number); }).detach();
  }
}

void RawServer::run(RawConnection& connection, std::size_t number) {
  block_sigpipe();
  if (tls_) connection.tls_ = tls_->accept(connection.socket_.get());
  const bool scripted = same_for_each_ || number < scripts_.size();
  if (tls_ && !connection.tls_) {
    // To close with bytes unread would take back the alert that says why.
    shutdown(connection.socket_.get(), SHUT_WR);
    connection.wait_for_close();
  } else if (scripted) {
    scripts_[same_for_each_ ? 0 : number](connection);
  }
  const std::lock_guard<std::mutex> lock(mutex_);
  open_.remove_if([&](const RawConnection& open) { return &open == &connection; });
  ++closed_;
  changed_.notify_all();
}

void RawServer::note(const std::string& request) {
  const std::lock_guard<std::mutex> lock(mutex_);
  requests_.push_back(request);
  changed_.notify_all();
}

void answer_nothing(RawConnection& client) {
  client.read_request();
  client.wait_for_close();
}

HangingPort::HangingPort() : listener_(new_socket()), port_(bind_somewhere(listener_)) {
  checked(listen(listener_.get(), 0), "listen");
  const sockaddr_in address = loopback(port_);
  // Connections that stand at once are in the queue. The first that doesn't tells that it is full.
  bool full = false;
  while (!full) {
    Descriptor& client = queued_.emplace_back(new_socket(SOCK_NONBLOCK));
    connect(client.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address);
    pollfd connected{client.get(), POLLOUT, 0};
    full = poll(&connected, 1, 100) == 0;
  }
}

std::string HangingPort::url() const { return url_of(port_, "/"); }

std::string refused_url() {
  const Descriptor socket = new_socket();
  return url_of(bind_somewhere(socket), "/");
}

std::string answer(int status, std::string_view body, std::string_view headers) {
  return "HTTP/1.1 " + std::to_string(status) + " Status\r\n" + std::string(headers) +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

std::optional<std::string> header_of(const std::string& request, std::string_view name) {
  std::string_view rest = head_of(request);
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find("\r\n"));
    rest.remove_prefix(std::min(rest.size(), line.size() + 2));
    const std::size_t colon = line.find(':');
    if (colon != line.npos && ascii::equal_ignoring_case(line.substr(0, colon), name)) {
      return std::string(ascii::trim(line.substr(colon + 1)));
    }
  }
  return std::nullopt;
}

std::string body_of(const std::string& request) {
  return request.substr(head_of(request).size() + 4);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
