// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "measurement.hpp"
#include "scene.hpp"

/// @file
/// What the server responds, and what each side must therefore have counted.

namespace benchmarks {

/// The response with one token, about 700 bytes. `password` is blank in all responses but the
/// creating one.
std::string token_json(std::int64_t number, const std::string& password);

/// The page of `list` at `offset`.
std::string page_json(const List& list, std::int64_t offset);

/// What is to be counted of the response `token_json(0, …)`.
Tally work_of_token(const std::string& json);

/// What is to be counted of a walk over the whole of `list`. Writes its pages to files
/// `<folder>/<registry>/<offset>.json` meanwhile.
Tally write_pages(const List& list, const std::filesystem::path& folder);

}  // namespace benchmarks
