// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include <ionoscloud/container_registry.hpp>

namespace cr = ionoscloud::container_registry;

int main() {
  cr::PostTokenInput input;
  input.properties.name = "consumer";
  std::cout << cr::version() << ' ' << cr::to_json_text(input) << '\n';
}
