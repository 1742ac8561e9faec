// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/pending.hpp>

#include <stdexcept>
#include <utility>

#include "api/pending_state.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

template <class T>
Pending<T>::Pending() noexcept = default;
template <class T>
Pending<T>::Pending(Pending&& other) noexcept = default;
template <class T>
Pending<T>& Pending<T>::operator=(Pending&& other) noexcept = default;
template <class T>
Pending<T>::~Pending() = default;

template <class T>
Pending<T>::Pending(std::shared_ptr<PendingState<T>> state) noexcept : state_(std::move(state)) {}

template <class T>
bool Pending<T>::valid() const noexcept {
  return state_ != nullptr;
}

template <class T>
bool Pending<T>::is_ready() const noexcept {
  return state_ && state_->is_over();
}

template <class T>
bool Pending<T>::wait_at_most(std::chrono::nanoseconds time) const {
  return state().wait_for(time);
}

template <class T>
T Pending<T>::get() {
  return get_with_http_info().value;
}

template <class T>
ApiResponse<T> Pending<T>::get_with_http_info() {
  state().wait();
  return std::exchange(state_, nullptr)->take();
}

template <class T>
void Pending<T>::cancel() const noexcept {
  if (state_) state_->cancel();
}

template <class T>
void Pending<T>::then(Callback callback) {
  // Without memory for it, the call is still ours.
  state().prepare_to_wait();
  std::function<void()> act = [state = state_, callback = std::move(callback)]() mutable {
    callback(Pending(std::move(state)));
  };
  std::exchange(state_, nullptr)->when_over(std::move(act));
}

template <class T>
void Pending<T>::when_ready(std::function<void()> act) {
  static_cast<void>(state());
  // By the time it has been told, the call may be over and this be gone.
  const std::shared_ptr<PendingState<T>> waited_for = state_;
  waited_for->when_over(std::move(act));
}

template <class T>
void Pending<T>::withdraw() noexcept {
  if (state_) state_->forget_act();
}

template <class T>
PendingState<T>& Pending<T>::state() const {
  if (!state_) throw std::logic_error("there is no call, or its end was taken before");
  return *state_;
}

template class Pending<TokenDeletion>;
template class Pending<TokenResponse>;
template class Pending<TokensResponse>;
template class Pending<PostTokenOutput>;
template class Pending<PutTokenOutput>;
template class Pending<ReconciledToken>;

}  // namespace v0
}  // namespace ionoscloud::container_registry
