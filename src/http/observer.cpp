// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/observer.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

Observer::~Observer() = default;
void Observer::on_call_begun(const ObservedCall&) noexcept {}
void Observer::on_attempt_finished(const AttemptFinished&) noexcept {}
void Observer::on_call_finished(const CallFinished&) noexcept {}

}  // namespace v0
}  // namespace ionoscloud::container_registry
