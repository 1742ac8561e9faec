// SPDX-License-Identifier: Apache-2.0
#include "api/generated_name.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

class FixedEntropy final : public Entropy {
 public:
  explicit FixedEntropy(std::uint64_t number) : number_(number) {}
  std::uint64_t next() override { return number_; }

 private:
  std::uint64_t number_;
};

std::string name(const std::string& stem, std::uint64_t number = 0) {
  FixedEntropy entropy(number);
  return generated_name(stem, entropy);
}

TEST(GeneratedName, IsTheStemAndAMark) { EXPECT_EQ(name("ci-pull"), "ci-pull-00000000"); }

TEST(GeneratedName, HasADigitInEachMark) {
  auto entropy = system_services().entropy;
  for (int i = 0; i < 1000; ++i) {
    const std::string mark = generated_name("x", *entropy).substr(2);
    EXPECT_EQ(mark.size(), 8u);
    EXPECT_TRUE(std::any_of(mark.begin(), mark.end(), ascii::is_digit)) << mark;
    EXPECT_EQ(mark.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz"), std::string::npos);
  }
}

TEST(GeneratedName, GetsADigitWhereNoneWasDrawn) {
  const std::uint64_t all_z = 2'821'109'907'455;  // 36⁸ - 1

  EXPECT_EQ(name("x", all_z), "x-0zzzzzzz");
}

TEST(GeneratedName, DiffersForEveryNumber) {
  std::set<std::string> names;
  for (std::uint64_t i = 0; i < 1000; ++i) names.insert(name("x", i * 0x9E3779B97F4A7C15));

  EXPECT_EQ(names.size(), 1000u);
}

TEST(GeneratedName, FitsAtMost63Characters) {
  EXPECT_EQ(name(std::string(54, 'a')).size(), 63u);
  EXPECT_EQ(name(std::string(55, 'a')).size(), 63u);
  EXPECT_EQ(name(std::string(1000, 'a')).size(), 63u);
}

TEST(GeneratedName, HasNoDoubledDashWhereTheStemEnds) {
  EXPECT_EQ(name("ci-"), "ci-00000000");
  EXPECT_EQ(name("ci---"), "ci-00000000");
  EXPECT_EQ(name(std::string(53, 'a') + "-b"), std::string(53, 'a') + "-00000000");
}

TEST(GeneratedName, CutsNoCharacterInTwo) {
  EXPECT_EQ(name(std::string(53, 'a') + "\xc3\xa9"), std::string(53, 'a') + "-00000000");
}

TEST(GeneratedName, HasNoStemOfDashesAlone) { EXPECT_EQ(stem_of("--"), ""); }

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
