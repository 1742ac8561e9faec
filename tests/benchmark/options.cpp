// SPDX-License-Identifier: Apache-2.0
#include "options.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "workload.hpp"

namespace benchmarks {
namespace {

std::vector<std::string> names(const std::string& text) {
  std::vector<std::string> names;
  std::istringstream words(text);
  for (std::string name; std::getline(words, name, ',');) {
    const auto& all = workloads();
    if (std::none_of(all.begin(), all.end(), [&](const Workload& w) { return w.name == name; })) {
      throw std::invalid_argument("no workload " + name);
    }
    names.push_back(name);
  }
  return names;
}

}  // namespace

Options parse_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; i += 2) {
    const std::string name = argv[i];
    if (i + 1 == argc) throw std::invalid_argument(name + " needs a value");
    const std::string value = argv[i + 1];
    if (name == "--rounds") {
      options.rounds = std::stoi(value);
    } else if (name == "--scale") {
      options.scale = std::stod(value);
    } else if (name == "--only") {
      options.only = names(value);
    } else if (name == "--json") {
      options.json_file = value;
    } else {
      throw std::invalid_argument("no option " + name);
    }
  }
  if (options.rounds < 1 || !(options.scale > 0)) {
    throw std::invalid_argument("--rounds and --scale must be above 0");
  }
  return options;
}

}  // namespace benchmarks
