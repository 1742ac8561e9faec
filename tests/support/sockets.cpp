// SPDX-License-Identifier: Apache-2.0
#include "support/sockets.hpp"

#include <cerrno>
#include <system_error>
#include <utility>

#include "system/socket.hpp"
#include "system/socket_api.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

int checked(int result, const char* what) {
  if (result == -1) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this == &other) return *this;
  if (fd_ != -1) sockets::close_one(fd_);
  fd_ = other.release();
  return *this;
}

Descriptor::~Descriptor() {
  if (fd_ != -1) sockets::close_one(fd_);
}

int Descriptor::release() noexcept { return std::exchange(fd_, -1); }

namespace sockets {

Descriptor open_one() { return Descriptor(checked(new_number(), "socket")); }

std::uint16_t bind_somewhere(const Descriptor& socket) {
  const auto handle = static_cast<SocketHandle>(socket.get());
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  socklen_t size = sizeof address;
  checked(bind(handle, generic, size), "bind");
  checked(getsockname(handle, generic, &size), "getsockname");
  return ntohs(address.sin_port);
}

void listen_on(const Descriptor& socket, int queue) {
  checked(listen(static_cast<SocketHandle>(socket.get()), queue), "listen");
}

std::string url_of(std::uint16_t port, std::string_view path, std::string_view scheme) {
  return std::string(scheme) + "://127.0.0.1:" + std::to_string(port) + std::string(path);
}

}  // namespace sockets
}  // namespace v0
}  // namespace ionoscloud::container_registry
