// SPDX-License-Identifier: Apache-2.0
#include "curl/flood_guard.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "system/system_calls.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::milliseconds;

/// Keeps the processor busy.
void work_for(milliseconds time) {
  const auto end = thread_time() + time;
  while (thread_time() < end) {
  }
}

class FloodGuardTest : public testing::Test {
 protected:
  /// Whether so many things in a row are a flood, with a lot of work behind the first of those
  /// that are one too many for a handshake.
  bool is_flood(int things) {
    guard_.begin_work();
    for (int i = 0; i < things; ++i) {
      if (i == 40) work_for(milliseconds(30));
      if (guard_.is_flooded_by(&source_)) return true;
    }
    return false;
  }

  FloodGuard guard_;
  int source_ = 0;
};

TEST_F(FloodGuardTest, SeesOneInManyThingsThatTakeLong) {
  EXPECT_TRUE(is_flood(50));
  EXPECT_TRUE(guard_.has_seen_flood());
}

TEST_F(FloodGuardTest, SeesNoneInManyThingsThatTakeNoTime) {
  for (int i = 0; i < 1000; ++i) ASSERT_FALSE(guard_.is_flooded_by(&source_));
}

TEST_F(FloodGuardTest, SeesNoneInAHandshakeThatTakesLong) {
  for (int i = 0; i < 16; ++i) {
    work_for(milliseconds(3));
    ASSERT_FALSE(guard_.is_flooded_by(&source_));
  }
}

TEST_F(FloodGuardTest, SeesNoneWhereExchangesGetOn) {
  for (int i = 0; i < 100; ++i) {
    if (i % 10 == 0) work_for(milliseconds(5));
    guard_.note_progress();
    ASSERT_FALSE(guard_.is_flooded_by(&source_));
  }
}

TEST_F(FloodGuardTest, SeesNoneInWhatManyConnectionsGetOnceEach) {
  int sources[100] = {};
  for (int& source : sources) {
    work_for(milliseconds(1));
    ASSERT_FALSE(guard_.is_flooded_by(&source));
  }
}

TEST_F(FloodGuardTest, SeesOneThatLibcurlLetsGoOfNowAndThen) {
  bool flood = false;
  for (int i = 0; i < 100 && !flood; ++i) {
    guard_.begin_work();
    work_for(milliseconds(1));
    flood = guard_.is_flooded_by(&source_);
  }

  EXPECT_TRUE(flood);
}

TEST_F(FloodGuardTest, CountsNoTimeThatLibcurlDoesNotTake) {
  for (int i = 0; i < 100; ++i) {
    work_for(milliseconds(1));
    guard_.begin_work();
    ASSERT_FALSE(guard_.is_flooded_by(&source_));
  }
}

TEST_F(FloodGuardTest, TellsOfAFloodUntilLibcurlGetsToWorkAgain) {
  ASSERT_TRUE(is_flood(50));

  guard_.begin_work();

  EXPECT_FALSE(guard_.has_seen_flood());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
