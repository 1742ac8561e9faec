// SPDX-License-Identifier: Apache-2.0
// What becomes of connections that are kept from one call to the next.
#include <arpa/inet.h>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <future>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "curl/multi_exchanges.hpp"
#include "support/exchanges.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Script = RawServer::Script;

void respond_to_each(RawConnection& client) {
  while (client.read_request()) client.send(raw_response(200, "fine"));
}

/// The descriptors of this process that are connected to a port.
std::vector<int> sockets_to(std::uint16_t port) {
  std::vector<int> sockets;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    const int fd = std::stoi(entry.path().filename());
    sockaddr_in peer{};
    socklen_t size = sizeof peer;
    if (getpeername(fd, reinterpret_cast<sockaddr*>(&peer), &size) == 0 &&
        peer.sin_family == AF_INET && ntohs(peer.sin_port) == port) {
      sockets.push_back(fd);
    }
  }
  return sockets;
}

TEST(CurlConnection, IsNotPassedOnToOtherPrograms) {
  RawServer server(respond_to_each);
  const auto transport = direct_transport();
  send(*transport, get(server.url()));

  const std::vector<int> sockets = sockets_to(server.port());

  ASSERT_EQ(sockets.size(), 1U);
  EXPECT_TRUE(fcntl(sockets[0], F_GETFD) & FD_CLOEXEC);
}

TEST(CurlConnection, IsKeptAliveWhileNothingIsSaid) {
  RawServer server(respond_to_each);
  const auto transport = direct_transport();
  send(*transport, get(server.url()));

  const std::vector<int> sockets = sockets_to(server.port());

  ASSERT_EQ(sockets.size(), 1U);
  int keeps_alive = 0;
  socklen_t size = sizeof keeps_alive;
  ASSERT_EQ(getsockopt(sockets[0], SOL_SOCKET, SO_KEEPALIVE, &keeps_alive, &size), 0);
  EXPECT_NE(keeps_alive, 0);
}

TEST(CurlConnection, MakesWayForOneToAnotherHost) {
  RawServer one(respond_to_each);
  RawServer other(respond_to_each);
  const auto transport = direct_transport();
  send(*transport, get(one.url()));

  send(*transport, get(other.url()));

  EXPECT_EQ(sockets_to(one.port()).size() + sockets_to(other.port()).size(), 1U);
}

/// Responses with something behind their end, which must not become the next response.
class OverlongResponse : public testing::TestWithParam<std::string> {};

TEST_P(OverlongResponse, DoesNotRunIntoTheNext) {
  RawServer server(std::vector<Script>{[](RawConnection& client) {
                                         client.read_request();
                                         client.send(GetParam() + raw_response(200, "poison"));
                                         respond_to_each(client);
                                       },
                                       respond_to_each});
  const auto transport = direct_transport();
  send(*transport, get(server.url()));

  const HttpExchange exchange = transport->exchange(get(server.url()), patient());

  EXPECT_EQ(exchange.response.body, "fine");
}

INSTANTIATE_TEST_SUITE_P(Such, OverlongResponse,
                         testing::Values(raw_response(200, "whole"),
                                         "HTTP/1.1 204 No Content\r\n\r\n",
                                         "HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\nbody",
                                         "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                         "5\r\nwhole\r\n0\r\n\r\n"));

/// How many files this process has open.
std::ptrdiff_t open_files() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
}

/// Makes so many calls at once: the server responds when it has them all.
void burst(HttpTransport& transport, const std::string& url, int calls) {
  std::vector<std::thread> threads;
  for (int i = 0; i < calls; ++i) {
    threads.emplace_back([&] { send(transport, get(url)); });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(HandlePool, ShedsTheConnectionsOfABurstOneByOne) {
  constexpr std::size_t calls = 8;
  std::promise<void> close;
  const std::shared_future<void> closing = close.get_future().share();
  RawServer* self = nullptr;
  RawServer burst_server([&](RawConnection& client) {
    client.read_request();
    self->wait_for_requests(calls);
    client.send(raw_response(200, "fine"));
    closing.wait();
  });
  self = &burst_server;
  RawServer server(respond_to_each);
  const auto transport = direct_transport();
  send(*transport, get(server.url()));
  const std::ptrdiff_t before = open_files();
  burst(*transport, burst_server.url(), calls);
  // Leaves a good connection on top of those that are closed then.
  send(*transport, get(server.url()));
  close.set_value();
  burst_server.wait_for_closed(calls);
  EXPECT_GT(open_files(), before + 8);

  // The server's own end of a connection closes a moment later than ours.
  for (std::size_t i = 0; i < 100 * calls && open_files() > before; ++i) {
    send(*transport, get(server.url()));
  }

  EXPECT_LE(open_files(), before);
}

TEST(HandlePool, LetsMostHandlesOfABurstGoWhenItIsOver) {
  constexpr std::size_t calls = 100;
  RawServer* self = nullptr;
  RawServer server([&](RawConnection& client) {
    while (client.read_request()) {
      self->wait_for_requests(calls);
      client.send(raw_response(200, "fine"));
    }
  });
  self = &server;
  const auto transport = direct_transport();
  const std::ptrdiff_t before = open_files();

  burst(*transport, server.url(), calls);

  // A handle has three, and the server has the other end of its connection.
  server.wait_for_closed(calls - 16);
  EXPECT_LE(open_files(), before + 16 * 4);
}

TEST(HandlePool, ServesSixtyFourThreads) {
  RawServer server([](RawConnection& client) {
    while (const auto request = client.read_request()) {
      client.send(raw_response(200, request->substr(0, request->find(" HTTP"))));
    }
  });
  const auto transport = direct_transport();
  std::vector<std::thread> threads;
  std::atomic<int> right{0};

  for (int i = 0; i < 64; ++i) {
    threads.emplace_back([&, i] {
      for (int call = 0; call < 20; ++call) {
        const std::string path = "/" + std::to_string(i) + "/" + std::to_string(call);
        const HttpExchange exchange = transport->exchange(get(server.url(path)), patient());
        if (exchange.response.body == "GET " + path) ++right;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();

  EXPECT_EQ(right, 64 * 20);
  EXPECT_LE(server.connections(), 64U);
}

TEST(MultiExchanges, CloseTheirConnectionsWhenNothingIsUnderWay) {
  RawServer server(respond_to_each);
  const HttpRequest requests[] = {get(server.url()), get(server.url()),
                                  request(HttpMethod::post, server.url(), "body")};
  const std::size_t count = std::size(requests);
  MultiExchanges exchanges({{}, {}, CertificatePins({})}, std::chrono::milliseconds(2100));
  for (std::size_t i = 0; i < count; ++i) {
    const bool creates = requests[i].method == HttpMethod::post;
    exchanges.start(i + 1, requests[i], creates ? patient_create() : patient());
  }
  for (std::size_t over = 0; over < count;) {
    over += exchanges.work_until(patient().deadline).size();
  }

  EXPECT_TRUE(exchanges.work_until(patient().deadline).empty());

  server.wait_for_closed(count);
  EXPECT_TRUE(sockets_to(server.port()).empty());
}

TEST(CurlFork, LeavesTheConnectionToTheParent) {
  RawServer server(respond_to_each);
  auto transport = direct_transport();
  send(*transport, get(server.url("/parent")));

  const pid_t child = fork();
  if (child == 0) {
    const bool responded =
        transport->exchange(get(server.url("/child")), patient()).response.status == 200;
    transport.reset();
    _exit(responded ? 0 : 1);
  }
  int status = -1;
  waitpid(child, &status, 0);
  send(*transport, get(server.url("/parent")));

  EXPECT_EQ(status, 0);
  EXPECT_EQ(server.requests().size(), 3U);
  EXPECT_EQ(server.connections(), 2U);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
