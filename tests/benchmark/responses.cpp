// SPDX-License-Identifier: Apache-2.0
#include "responses.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <string_view>

namespace benchmarks {
namespace {

// 2026-11-24T10:00:00Z, as `checksum_of` has it.
constexpr std::int64_t expiry_microseconds = 1'795'514'400'000'000;
constexpr std::size_t scopes = 2;

constexpr std::string_view token_template =
    R"({"id":"%id%","type":"token","href":"","metadata":{"createdBy":"build-team@example.com",)"
    R"("createdByUserId":"5d3cbb2c-8f25-4e43-9d6c-7f3a86f4ee21",)"
    R"("createdDate":"2026-05-29T13:51:25+00:00","lastModifiedBy":"build-team@example.com",)"
    R"("lastModifiedByUserId":"5d3cbb2c-8f25-4e43-9d6c-7f3a86f4ee21",)"
    R"("lastModifiedDate":"2026-06-02T08:12:07+00:00","state":"enabled"},)"
    R"("properties":{"name":"%name%","status":"enabled","expiryDate":"2026-11-24T10:00:00Z",)"
    R"("scopes":[{"type":"repository","name":"team/app","actions":["pull","push"]},)"
    R"({"type":"repository","name":"team/base-images","actions":["pull"]}],)"
    R"("credentials":{"username":"%name%","password":"%password%"}}})";

constexpr std::string_view page_template =
    R"({"id":"tokens","type":"collection","href":"","items":[%items%],"offset":%offset%,)"
    R"("limit":%limit%,"count":%count%,"total":%total%,"_links":{"self":"","next":"","previous":""}})";

struct Value {
  std::string_view name;
  std::string text;
};

/// The template with the values in the places that bear their names.
template <std::size_t size>
std::string filled(std::string_view text, const std::array<Value, size>& values) {
  std::string result;
  for (std::size_t mark; (mark = text.find('%')) != text.npos;) {
    result += text.substr(0, mark);
    const std::size_t end = text.find('%', mark + 1);
    const std::string_view name = text.substr(mark + 1, end - mark - 1);
    result += std::find_if(values.begin(), values.end(), [&](const Value& value) {
                return value.name == name;
              })->text;
    text.remove_prefix(end + 1);
  }
  return result.append(text);
}

std::string id_of(std::int64_t number) {
  const std::string_view first = token_id;
  std::array<char, 13> digits{};
  std::snprintf(digits.data(), digits.size(), "%012lld", static_cast<long long>(number));
  return std::string(first.substr(0, first.size() - 12)) + digits.data();
}

std::string name_of(std::int64_t number) { return "ci-pull-" + std::to_string(number); }

Tally work_of(std::int64_t number) {
  Tally work;
  work.tokens = 1;
  work.checksum = checksum_of(id_of(number), name_of(number), expiry_microseconds, scopes);
  return work;
}

}  // namespace

std::string token_json(std::int64_t number, const std::string& password) {
  return filled<3>(token_template,
                   {{{"id", id_of(number)}, {"name", name_of(number)}, {"password", password}}});
}

std::string page_json(const List& list, std::int64_t offset) {
  const std::int64_t count = std::clamp<std::int64_t>(list.tokens - offset, 0, list.page_size);
  std::string items;
  for (std::int64_t i = 0; i < count; ++i) {
    items += (i == 0 ? "" : ",") + token_json(offset + i, "");
  }
  return filled<5>(page_template, {{{"items", std::move(items)},
                                    {"offset", std::to_string(offset)},
                                    {"limit", std::to_string(list.page_size)},
                                    {"count", std::to_string(count)},
                                    {"total", std::to_string(list.tokens)}}});
}

Tally work_of_token(const std::string& json) {
  Tally work = work_of(0);
  work.bytes = static_cast<std::int64_t>(json.size());
  return work;
}

Tally write_pages(const List& list, const std::filesystem::path& folder) {
  Tally work;
  std::filesystem::create_directories(folder / list.registry);
  for (std::int64_t offset = 0; offset < list.tokens; offset += list.stride()) {
    const std::string page = page_json(list, offset);
    std::ofstream file(folder / list.registry / (std::to_string(offset) + ".json"));
    file.exceptions(std::ios::failbit | std::ios::badbit);
    file << page << std::flush;
    work.bytes += static_cast<std::int64_t>(page.size());
  }
  for (std::int64_t number = 0; number < list.tokens; ++number) work += work_of(number);
  return work;
}

}  // namespace benchmarks
