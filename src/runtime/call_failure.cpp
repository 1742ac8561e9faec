// SPDX-License-Identifier: Apache-2.0
#include "runtime/call_failure.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

std::string_view sentence_about(Execution execution) noexcept {
  switch (execution) {
    case Execution::none:
      return "the service did not carry it out";
    case Execution::unknown:
      return "the service may have carried it out";
    case Execution::executed:
      return "the service has carried it out";
  }
  return "";
}

}  // namespace

ExceptionDetails call_failure(const CallTrace& trace, std::string_view what) {
  ExceptionDetails details;
  details.operation = trace.operation.name;
  details.attempts = trace.attempts;
  details.execution = trace.execution;

  details.message = details.operation + ": ";
  if (!trace.url.empty()) {
    details.message += std::string(to_string(trace.operation.method)) + " " + trace.url + ": ";
  }
  details.message += what;
  if (trace.attempts > 1) {
    details.message += "; tried " + std::to_string(trace.attempts) + " times";
  }
  if (trace.operation.safety != Safety::safe) {
    details.message += "; ";
    details.message += sentence_about(trace.execution);
  }
  return details;
}

void throw_invalid_argument(const Operation& operation, std::string_view argument,
                            std::string_view problem) {
  ExceptionDetails details;
  details.operation = operation.name;
  details.message = details.operation + ": " + std::string(argument) + " " + std::string(problem);
  throw_with<InvalidArgumentException>(std::move(details));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
