// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/json_text.hpp>

#include <memory>
#include <string>
#include <utility>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/models.hpp>

#include "base/wipe.hpp"
#include "exceptions/exception_details.hpp"
#include "json/codec.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The details of an exception: the function, the path, and what is wrong there.
std::shared_ptr<ExceptionDetails> details(std::string function, const std::string& path,
                                          const std::string& problem) {
  auto details = std::make_shared<ExceptionDetails>();
  details->message = function + ": " + path + " " + problem;
  details->operation = std::move(function);
  return details;
}

/// A copy of a text, with padding for the parser, that is wiped on destruction.
class WipedCopy {
 public:
  explicit WipedCopy(std::string_view text) {
    text_.reserve(text.size() + parser_padding);
    text_.append(text);
  }
  ~WipedCopy() { wipe(text_); }

  WipedCopy(const WipedCopy&) = delete;
  WipedCopy& operator=(const WipedCopy&) = delete;

  [[nodiscard]] std::string& text() noexcept { return text_; }

 private:
  std::string text_;
};

}  // namespace

template <class Model>
std::string to_json_text(const Model& model, SecretText secrets) {
  try {
    return json::encode(model, secrets);
  } catch (const json::EncodeError& error) {
    throw InvalidArgumentException(details("to_json_text", error.path, error.problem));
  }
}

template <class Model>
Model from_json_text(TextArgument text) {
  WipedCopy copy(text);
  try {
    return json::decode<Model>(copy.text());
  } catch (const json::DecodeError& error) {
    auto about = details("from_json_text", error.path, error.problem);
    about->json_path = error.path;
    throw DecodeException(std::move(about));
  }
}

#define IONOSCLOUD_CR_INSTANTIATE(Model)                                            \
  template IONOSCLOUD_CR_EXPORT std::string to_json_text(const Model&, SecretText); \
  template IONOSCLOUD_CR_EXPORT Model from_json_text(TextArgument);
IONOSCLOUD_CR_FOR_EACH_MODEL(IONOSCLOUD_CR_INSTANTIATE)
#undef IONOSCLOUD_CR_INSTANTIATE

}  // namespace v0
}  // namespace ionoscloud::container_registry
