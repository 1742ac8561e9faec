// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <utility>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing {

/// A list that grows at its end, and whose elements can each be taken once, from the beginning on.
/// It has no lock, so it is valid at any time: also in a process that is forked while threads of
/// its parent add to it. Safe to use from any number of threads.
template <class T>
class LockFreeList {
 public:
  LockFreeList() = default;
  LockFreeList(const LockFreeList&) = delete;
  LockFreeList& operator=(const LockFreeList&) = delete;
  ~LockFreeList() {
    for (Node* node = head_.next; node != nullptr;) delete std::exchange(node, node->next);
  }

  void add(T value) {
    Node* const node = new Node(std::move(value));
    Node* last = last_;
    for (Node* next = nullptr; !last->next.compare_exchange_weak(next, node); next = nullptr) {
      if (next != nullptr) last = next;
    }
    last_ = node;
    ++size_;
  }

  /// The next element; null when all have been taken. Taken elements stay in the list.
  [[nodiscard]] T* take() noexcept {
    Node* taken = taken_;
    for (;;) {
      Node* const next = taken->next;
      if (next == nullptr) return nullptr;
      if (taken_.compare_exchange_weak(taken, next)) break;
    }
    ++taken_count_;
    return &taken->next.load()->value;
  }

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] std::size_t left() const noexcept { return size_ - taken_count_; }

  template <class Visit>
  void for_each(Visit visit) const {
    for (const Node* node = head_.next; node != nullptr; node = node->next) visit(node->value);
  }

 private:
  struct Node {
    Node() = default;
    explicit Node(T with) : value(std::move(with)) {}
    T value;
    std::atomic<Node*> next{nullptr};
  };

  Node head_;
  /// The last node, or one before it.
  std::atomic<Node*> last_{&head_};
  std::atomic<Node*> taken_{&head_};
  std::atomic<std::size_t> size_{0};
  std::atomic<std::size_t> taken_count_{0};
};

}  // namespace testing
}  // namespace v0
}  // namespace ionoscloud::container_registry
