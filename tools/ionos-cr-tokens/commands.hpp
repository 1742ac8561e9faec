// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace CLI {
class App;
}

/// @file
/// The commands of the program, each in a file of its name.

namespace tool {

void add_list(CLI::App& program);
void add_show(CLI::App& program);
void add_create(CLI::App& program);
void add_update(CLI::App& program);
void add_put(CLI::App& program);
void add_delete(CLI::App& program);

}  // namespace tool
