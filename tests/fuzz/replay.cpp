// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "fuzz/target.hpp"

/// @file
/// Runs a target without libFuzzer: over its seeds, and over the same few thousand changes of them
/// each time. It finds what has broken, where libFuzzer finds what nobody thought of.
///
///     fuzz-timestamp <folder of seeds>
///     fuzz-timestamp <file>               one input, such as a finding of libFuzzer

namespace {

namespace fuzz = ionoscloud::container_registry::fuzz;

constexpr int changed_inputs = 4000;
/// In all, for machines that are slow or busy.
constexpr std::chrono::seconds longest(2);

using Random = std::mt19937;

std::size_t up_to(std::size_t most, Random& random) {
  return std::uniform_int_distribution<std::size_t>(0, most)(random);
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& place) {
  if (!std::filesystem::is_directory(place)) return {place};
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(place)) files.push_back(entry);
  std::sort(files.begin(), files.end());
  return files;
}

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("can't read " + file.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

/// One change: some bytes taken away, written over, or put in from another input.
void change(std::string& text, const std::string& other, Random& random) {
  constexpr std::size_t most = 8;
  const std::size_t at = up_to(text.size(), random);
  const std::size_t count = up_to(most, random);
  switch (up_to(3, random)) {
    case 0:
      text.erase(at, count);
      return;
    case 1:
      text.insert(at, 1, static_cast<char>(up_to(255, random)));
      return;
    case 2:
      if (at < text.size()) text[at] = static_cast<char>(text[at] ^ 1 << up_to(7, random));
      return;
    default:
      text.insert(at, other, up_to(other.size(), random), count * count);
  }
}

/// In memory of just that size, so that a sanitizer sees a step beyond it.
void run(const std::string& input) {
  const std::vector<char> exact(input.begin(), input.end());
  fuzz::run({exact.data(), exact.size()});
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: %s <folder of seeds or file>\n", argv[0]);
    return 2;
  }
  std::vector<std::string> seeds;
  for (const auto& file : files_in(argv[1])) seeds.push_back(content_of(file));
  for (const std::string& seed : seeds) run(seed);
  if (!std::filesystem::is_directory(argv[1])) return 0;

  Random random;  // Always the same numbers.
  const auto end = std::chrono::steady_clock::now() + longest;
  int changed = 0;
  for (; changed < changed_inputs && std::chrono::steady_clock::now() < end; ++changed) {
    std::string input = seeds[up_to(seeds.size() - 1, random)];
    for (std::size_t changes = up_to(4, random) + 1; changes > 0; --changes) {
      change(input, seeds[up_to(seeds.size() - 1, random)], random);
    }
    run(input);
  }
  std::printf("%zu seeds and %d changes of them\n", seeds.size(), changed);
}
