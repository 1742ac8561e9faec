// SPDX-License-Identifier: Apache-2.0
#include "json/codec.hpp"

#include <string>
#include <utility>

#include "json/document.hpp"
#include "json/object_reader.hpp"
#include "json/object_writer.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

template <class Model>
void decode(std::string& text, Model& model) {
  Document document(text);
  read_object(document, document.root(), model, JsonPath());
  document.finish();
}

template <class Model>
std::string encode(const Model& model, SecretText secrets) {
  Output out(secrets);
  write_object(out, model, JsonPath());
  return std::move(out).take();
}

#define IONOSCLOUD_CR_INSTANTIATE(Model)      \
  template void decode(std::string&, Model&); \
  template std::string encode(const Model&, SecretText);
IONOSCLOUD_CR_FOR_EACH_MODEL(IONOSCLOUD_CR_INSTANTIATE)
#undef IONOSCLOUD_CR_INSTANTIATE

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
