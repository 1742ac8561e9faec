// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/pending.hpp>

#include <stdexcept>
#include <type_traits>
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
Pending<T>::Pending(std::shared_ptr<State> state) noexcept : state_(std::move(state)) {}

template <class T>
bool Pending<T>::valid() const noexcept {
  return state_ != nullptr;
}

template <class T>
bool Pending<T>::is_ready() const noexcept {
  return state_ && state_->is_over();
}

template <class T>
bool Pending<T>::wait_for(std::chrono::milliseconds time) const {
  return state().wait_for(time);
}

template <class T>
T Pending<T>::get() {
  state().wait();
  auto response = std::exchange(state_, nullptr)->take();
  if constexpr (std::is_same_v<T, typename ModelOf<T>::type>) {
    return std::move(response.value);
  } else {
    return response;
  }
}

template <class T>
void Pending<T>::cancel() const noexcept {
  if (state_) state_->cancel();
}

template <class T>
void Pending<T>::then(Callback callback) {
  static_cast<void>(state());
  // Without memory for it, the call is still ours.
  std::function<void()> act = [state = state_, callback = std::move(callback)]() mutable {
    callback(Pending(std::move(state)));
  };
  std::exchange(state_, nullptr)->when_over(std::move(act));
}

template <class T>
void Pending<T>::when_ready(std::function<void()> act) {
  state().when_over(std::move(act));
}

template <class T>
typename Pending<T>::State& Pending<T>::state() const {
  if (!state_) throw std::logic_error("there is no call, or its end was taken before");
  return *state_;
}

template class Pending<TokenDeletion>;
template class Pending<TokenResponse>;
template class Pending<TokensResponse>;
template class Pending<PostTokenOutput>;
template class Pending<PutTokenOutput>;
template class Pending<ApiResponse<TokenDeletion>>;
template class Pending<ApiResponse<TokenResponse>>;
template class Pending<ApiResponse<TokensResponse>>;
template class Pending<ApiResponse<PostTokenOutput>>;
template class Pending<ApiResponse<PutTokenOutput>>;

}  // namespace v0
}  // namespace ionoscloud::container_registry
