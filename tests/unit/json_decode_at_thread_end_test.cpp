// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <thread>

#include <ionoscloud/container_registry/models/scope.hpp>

#include "json/codec.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

std::string name_in(std::string text) { return json::decode<Scope>(text).name; }

TEST(JsonDecodeOfAThread, StillWorksInItsLastDestructor) {
  struct Last {
    std::string& name;
    ~Last() { name = name_in(R"({"type":"a","name":"last"})"); }
  };
  std::string name;

  std::thread([&] {
    // What is made first is destroyed last.
    thread_local const Last last{name};
    (void)name_in(R"({"type":"a","name":"first"})");
  }).join();

  EXPECT_EQ(name, "last");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
