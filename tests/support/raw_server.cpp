// SPDX-License-Identifier: Apache-2.0
#include "support/raw_server.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.hpp"
#include "system/socket_api.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

std::string_view head_of(std::string_view request) {
  return request.substr(0, request.find("\r\n\r\n"));
}

}  // namespace

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
  return !received_.empty() || sockets::wait_for_bytes(socket_.get(), 0);
}

void RawConnection::note(const std::string& text) { server_.note(text); }

bool RawConnection::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const long sent = tls_ ? static_cast<long>(tls_->write(bytes))
                           : sockets::send_some(socket_.get(), bytes.data(), bytes.size());
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void RawConnection::reset() { sockets::reset_when_closed(socket_.get()); }

void RawConnection::wait_for_close() {
  while (read_some()) {
  }
}

bool RawConnection::read_some() {
  std::array<char, 65536> buffer;
  const long size = tls_ ? static_cast<long>(tls_->read(buffer.data(), buffer.size()))
                         : sockets::receive_some(socket_.get(), buffer.data(), buffer.size());
  if (size <= 0) return false;
  received_.append(buffer.data(), static_cast<std::size_t>(size));
  return true;
}

void RawConnection::wait_for_bytes() { sockets::wait_for_bytes(socket_.get(), -1); }

void RawConnection::wait_for_close_without_reading() { sockets::wait_for_end(socket_.get()); }

RawServer::RawServer(Script for_each) : RawServer(std::nullopt, {std::move(for_each)}, true) {}

RawServer::RawServer(std::vector<Script> one_by_one)
    : RawServer(std::nullopt, std::move(one_by_one), false) {}

RawServer::RawServer(const ServerTls& tls, Script for_each)
    : RawServer(tls, {std::move(for_each)}, true) {}

RawServer::RawServer(std::optional<ServerTls> tls, std::vector<Script> scripts, bool same_for_each)
    : tls_(std::move(tls)),
      scripts_(std::move(scripts)),
      same_for_each_(same_for_each),
      listener_(sockets::open_one()) {
  port_ = sockets::bind_somewhere(listener_);
  // For a thousand connections at once: with musl SOMAXCONN is 128, whatever the kernel takes.
  sockets::listen_on(listener_, 4096);
  acceptor_ = std::thread([this, listener = listener_.get()] { accept_connections(listener); });
}

RawServer::~RawServer() {
  std::unique_lock<std::mutex> lock(mutex_);
  stopping_ = true;
  // Whoever waits for bytes sees the end of the stream.
  sockets::stop_listening(listener_);
  for (const RawConnection& connection : open_) {
    shut_down_socket(static_cast<SocketHandle>(connection.socket_.get()));
  }
  changed_.wait(lock, [this] { return open_.empty(); });
  lock.unlock();
  acceptor_.join();
}

std::string RawServer::url(std::string_view path) const {
  return sockets::url_of(port_, path, tls_ ? "https" : "http");
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

void RawServer::accept_connections(int listener) {
  while (true) {
    Descriptor socket(sockets::accept_one(listener));
    const std::lock_guard<std::mutex> lock(mutex_);
    if (stopping_ || socket.get() == -1) return;
    RawConnection& connection = open_.emplace_back(*this, std::move(socket));
    // Any number of them may come in the life of a server.
    std::thread([this, &connection, number = accepted_++] { run(connection, number); }).detach();
  }
}

void RawServer::run(RawConnection& connection, std::size_t number) {
  sockets::ignore_broken_connections();
  if (tls_) connection.tls_ = tls_->accept(connection.socket_.get());
  const bool scripted = same_for_each_ || number < scripts_.size();
  if (tls_ && !connection.tls_) {
    // To close with bytes unread would take back the alert that says why.
    sockets::end_sending(connection.socket_.get());
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

void respond_nothing(RawConnection& client) {
  client.read_request();
  client.wait_for_close();
}

std::string refused_url() {
  const Descriptor socket = sockets::open_one();
  return sockets::url_of(sockets::bind_somewhere(socket), "/");
}

std::string raw_response(int status, std::string_view body, std::string_view headers) {
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
