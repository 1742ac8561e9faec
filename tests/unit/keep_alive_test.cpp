// SPDX-License-Identifier: Apache-2.0
#include "curl/keep_alive.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// A connection to a service, which may close it.
class Connection {
 public:
  Connection() { EXPECT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends_.data()), 0); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() {
    for (const int end : ends_) close(end);
  }

  [[nodiscard]] int socket() const { return ends_[0]; }
  void end() { shutdown(ends_[1], SHUT_WR); }

 private:
  std::array<int, 2> ends_{};
};

class KeepAliveTest : public testing::Test {
 protected:
  bool is_good_for(bool creates, const Connection& connection,
                   std::chrono::seconds idle = std::chrono::seconds(0)) {
    return keep_alive_.is_good_for(creates, connection.socket(), KeepAlive::Clock::now() - idle);
  }

  static constexpr bool create = true;
  static constexpr bool read = false;

  KeepAlive keep_alive_;
  const Connection good_;
};

TEST_F(KeepAliveTest, IsGoodForAnythingWhereNothingIsSaid) {
  EXPECT_TRUE(is_good_for(read, good_));
  EXPECT_TRUE(is_good_for(create, good_));
}

TEST_F(KeepAliveTest, IsGoodForNothingOnAConnectionThatIsClosed) {
  Connection closed;
  closed.end();
  ASSERT_TRUE(is_good_for(create, good_));

  EXPECT_FALSE(is_good_for(read, closed));
  EXPECT_FALSE(is_good_for(create, closed));
  EXPECT_TRUE(is_good_for(create, good_));
}

TEST_F(KeepAliveTest, IsNoGoodForACreateOnAConnectionThatWasIdleForSomeSeconds) {
  const std::chrono::seconds idle(4);

  EXPECT_FALSE(is_good_for(create, good_, idle));
  EXPECT_TRUE(is_good_for(read, good_, idle));
}

TEST_F(KeepAliveTest, IsGoodForNothingOnAConnectionThatWasIdleForLong) {
  EXPECT_FALSE(is_good_for(read, good_, std::chrono::seconds(31)));
}

TEST_F(KeepAliveTest, IsNoGoodForCreatesToAServiceThatClosesTheFirstConnection) {
  Connection closed;
  closed.end();
  ASSERT_FALSE(is_good_for(create, closed));

  EXPECT_FALSE(is_good_for(create, good_));
  EXPECT_TRUE(is_good_for(read, good_));
}

TEST_F(KeepAliveTest, IsNoGoodForCreatesWhenOneWasLost) {
  ASSERT_TRUE(is_good_for(create, good_));

  keep_alive_.note_loss();

  EXPECT_FALSE(is_good_for(create, good_));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
