// SPDX-License-Identifier: Apache-2.0
#include "api/begin_call.hpp"

#include <string>
#include <system_error>

#include "runtime/call_failure.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

CallBegin begin_on_event_loop(ClientCore& core, const Operation& operation) {
  try {
    return {&core.event_loop(), nullptr};
  } catch (const std::system_error& error) {
    ExceptionDetails details = call_failure(
        {operation, ""}, std::string("no asynchronous call can begin: ") + error.what());
    details.transport_error = TransportError::connect;
    return {nullptr, std::make_exception_ptr(TransportException(
                         std::make_shared<const ExceptionDetails>(std::move(details))))};
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
