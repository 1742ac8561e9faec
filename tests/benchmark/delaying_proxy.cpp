// SPDX-License-Identifier: Apache-2.0
#include "delaying_proxy.hpp"

#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <deque>
#include <list>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace benchmarks {
namespace {

using Clock = std::chrono::steady_clock;

/// How often to look whether to stop.
constexpr std::chrono::milliseconds longest_wait{50};

struct Piece {
  Clock::time_point due;
  std::string bytes;
};

/// What is on its way from one socket to another.
class Direction {
 public:
  Direction(int from, int to, Clock::duration delay) : from_(from), to_(to), delay_(delay) {}

  /// Takes what has come. False when nothing will come any more.
  bool take(Clock::time_point now) {
    std::array<char, 64 * 1024> buffer{};
    ssize_t size = 0;
    while ((size = recv(from_, buffer.data(), buffer.size(), MSG_DONTWAIT)) > 0) {
      pieces_.push_back({now + delay_, {buffer.data(), static_cast<std::size_t>(size)}});
    }
    return size < 0 && errno == EAGAIN;
  }

  /// Passes on what is due. False when nobody takes it.
  bool pass_on(Clock::time_point now) {
    while (!pieces_.empty() && pieces_.front().due <= now) {
      std::string& bytes = pieces_.front().bytes;
      const ssize_t size = send(to_, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
      if (size < 0) return errno == EAGAIN;
      bytes.erase(0, static_cast<std::size_t>(size));
      if (bytes.empty()) pieces_.pop_front();
    }
    return true;
  }

  /// When there is something to pass on.
  [[nodiscard]] Clock::time_point due() const {
    return pieces_.empty() ? Clock::time_point::max() : pieces_.front().due;
  }

 private:
  int from_;
  int to_;
  Clock::duration delay_;
  std::deque<Piece> pieces_;
};

/// A client's connection and the one to the server that belongs to it.
class Pair {
 public:
  Pair(Socket client, Socket server, Clock::duration delay)
      : client_(std::move(client)),
        server_(std::move(server)),
        there_(client_.fd(), server_.fd(), delay),
        back_(server_.fd(), client_.fd(), delay) {
    const int on = 1;
    for (const int fd : {client_.fd(), server_.fd()}) {
      setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
  }

  /// Moves what can be moved. False when the connection is over.
  bool move(Clock::time_point now) {
    return there_.take(now) && back_.take(now) && there_.pass_on(now) && back_.pass_on(now);
  }

  [[nodiscard]] Clock::time_point due() const { return std::min(there_.due(), back_.due()); }
  [[nodiscard]] int client() const { return client_.fd(); }
  [[nodiscard]] int server() const { return server_.fd(); }

 private:
  Socket client_;
  Socket server_;
  Direction there_;
  Direction back_;
};

void wait(int listener, const std::list<Pair>& pairs) {
  std::vector<pollfd> sockets{{listener, POLLIN, 0}};
  Clock::time_point due = Clock::now() + longest_wait;
  for (const Pair& pair : pairs) {
    sockets.push_back({pair.client(), POLLIN, 0});
    sockets.push_back({pair.server(), POLLIN, 0});
    due = std::min(due, pair.due());
  }
  const auto left = std::max(due - Clock::now(), Clock::duration::zero());
  const auto milliseconds = std::chrono::ceil<std::chrono::milliseconds>(left).count();
  poll(sockets.data(), sockets.size(), static_cast<int>(milliseconds));
}

}  // namespace

DelayingProxy::DelayingProxy(int server_port, std::chrono::milliseconds round_trip)
    : server_port_(server_port), delay_(round_trip / 2), port_(bind_to_free_port(listener_)) {
  if (listen(listener_.fd(), SOMAXCONN) != 0 || fcntl(listener_.fd(), F_SETFL, O_NONBLOCK) != 0) {
    throw std::system_error(errno, std::generic_category(), "listen");
  }
  thread_ = std::thread([this] { run(); });
}

DelayingProxy::~DelayingProxy() {
  stopped_ = true;
  thread_.join();
}

void DelayingProxy::run() noexcept {
  std::list<Pair> pairs;
  while (!stopped_) {
    wait(listener_.fd(), pairs);
    const int client = accept4(listener_.fd(), nullptr, nullptr, SOCK_CLOEXEC);
    if (client >= 0) {
      Socket from(client);
      Socket to;
      if (connect_to(to, server_port_)) pairs.emplace_back(std::move(from), std::move(to), delay_);
    }
    const Clock::time_point now = Clock::now();
    pairs.remove_if([now](Pair& pair) { return !pair.move(now); });
  }
}

}  // namespace benchmarks
