// SPDX-License-Identifier: Apache-2.0
#include "support/simulated_world.hpp"

#include <algorithm>
#include <numeric>
#include <ostream>
#include <utility>

#include "api/list_walk.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Whoever inserts stops some day.
constexpr std::int64_t most_insertions = 3000;

}  // namespace

const std::vector<SimulatedWriter>& simulated_writers() {
  static const std::vector<SimulatedWriter> writers{
      {"nobody", 0, 0, {}, 0},
      {"replaces", 500, 1, {1, 0, 0, 0, 0, 0}, 0},
      {"replaces much", 900, 30, {1, 0, 0, 0, 0, 0}, 0},
      {"deletes", 500, 3, {0, 1, 0, 0, 0, 0}, 0},
      {"deletes much", 500, 150, {0, 1, 0, 0, 0, 0}, 0},
      {"inserts in front", 500, 40, {0, 0, 1, 0, 0, 0}, 0},
      {"inserts anywhere", 700, 20, {0, 0, 0, 1, 0, 0}, 0},
      {"appends", 500, 20, {0, 0, 0, 0, 1, 0}, 0},
      {"everything", 700, 5, {2, 2, 1, 1, 2, 0}, 0},
      {"front and away", 800, 40, {0, 1, 1, 0, 0, 0}, 0},
      {"pushes", 700, 5, {0, 0, 0, 0, 0, 1}, 0},
      {"pushes much, and all else", 700, 60, {1, 1, 1, 1, 1, 9}, 0},
      {"reader deletes all", 0, 0, {}, 1000},
      {"reader deletes half", 0, 0, {}, 500},
      {"reader and everything", 500, 3, {2, 2, 1, 1, 2, 0}, 500},
  };
  return writers;
}

std::ostream& operator<<(std::ostream& stream, const SimulationCase& run) {
  return stream << "service: " << run.service.name << "; writer: " << run.writer.name << "; "
                << run.items << " items by " << run.page_size << ", " << run.prefetch
                << " ahead, seed " << run.seed;
}

SimulatedWorld::SimulatedWorld(const SimulationCase& run)
    : run_(run),
      chance_(run.seed),
      next_number_(run.items),
      constant_(static_cast<std::size_t>(run.items), true),
      passed_(constant_.size()) {
  for (std::int64_t number = 0; number < run.items; ++number) list_.push_back({number});
}

std::shared_ptr<SimulatedWorld::Asked> SimulatedWorld::ask(const PageRequest& request) {
  ++requests_;
  auto asked = std::make_shared<Asked>(Asked{request, std::nullopt});
  if (chance_.in_thousand(300)) {
    respond(*asked);
  } else {
    waiting_.push_back(asked);
  }
  write();
  return asked;
}

SimulatedPage SimulatedWorld::take(Asked& asked) {
  respond(asked);
  return *std::exchange(asked.page, std::nullopt);
}

void SimulatedWorld::respond(Asked& asked) {
  if (!asked.page) asked.page = run_.service.response(list_, asked.request, chance_);
}

void SimulatedWorld::pass(std::int64_t number) {
  const auto index = static_cast<std::size_t>(number);
  if (index >= passed_.size()) passed_.resize(2 * index + 1);
  ++passed_[index];
  if (run_.writer.reader_deletes > 0 && chance_.in_thousand(run_.writer.reader_deletes)) {
    const auto at = std::find_if(list_.begin(), list_.end(),
                                 [&](const SimulatedItem& item) { return item.number == number; });
    if (at != list_.end()) list_.erase(at);
  }
  if (chance_.in_thousand(2)) write();
  if (!waiting_.empty() && chance_.in_thousand(20)) {
    const auto at = at_index(waiting_, chance_.below(static_cast<std::int64_t>(waiting_.size())));
    respond(**at);
    waiting_.erase(at);
  }
}

void SimulatedWorld::write() {
  if (run_.writer.likely == 0 || !chance_.in_thousand(run_.writer.likely)) return;
  if (next_number_ > run_.items + most_insertions) return;
  const Deed deed = draw_deed();
  for (std::int64_t i = chance_.below(run_.writer.most_at_once); i >= 0; --i) {
    const auto end = static_cast<std::int64_t>(list_.size());
    switch (deed) {
      case Deed::replace:
        remove_one();
        insert(static_cast<std::int64_t>(list_.size()));
        break;
      case Deed::remove:
        remove_one();
        break;
      case Deed::insert_in_front:
        insert(0);
        break;
      case Deed::insert_anywhere:
        insert(chance_.below(end + 1));
        break;
      case Deed::append:
        insert(end);
        break;
      case Deed::push:
        push_one();
        break;
    }
  }
}

SimulatedWorld::Deed SimulatedWorld::draw_deed() {
  const std::array<int, 6>& weights = run_.writer.weights;
  std::int64_t drawn = chance_.below(std::accumulate(weights.begin(), weights.end(), 0));
  std::size_t deed = 0;
  while (drawn >= weights[deed]) drawn -= weights[deed++];
  return static_cast<Deed>(deed);
}

void SimulatedWorld::remove_one() {
  if (list_.empty()) return;
  const auto end = static_cast<std::int64_t>(list_.size());
  const bool anywhere = chance_.in_thousand(700);
  const auto at = at_index(list_, chance_.below(anywhere ? end : std::min<std::int64_t>(end, 50)));
  forget(*at);
  list_.erase(at);
}

void SimulatedWorld::forget(const SimulatedItem& item) {
  const auto index = static_cast<std::size_t>(item.number);
  if (index < constant_.size()) constant_[index] = false;
}

void SimulatedWorld::insert(std::int64_t at) {
  list_.insert(at_index(list_, at), SimulatedItem{next_number_++});
}

void SimulatedWorld::push_one() {
  if (list_.empty()) return;
  const auto at = at_index(list_, chance_.below(static_cast<std::int64_t>(list_.size())));
  // The page with its old place may be younger than an earlier one with its new place, if that was
  // asked for ahead. It then counts as one that goes, and another that comes.
  if (run_.prefetch > 0) forget(*at);
  SimulatedItem pushed = *at;
  ++pushed.place;
  list_.erase(at);
  list_.push_back(pushed);
}

std::string SimulatedWorld::broken_promise() const {
  for (const int times : passed_) {
    if (times > 1) return "TWICE";
  }
  for (std::size_t i = 0; i < constant_.size(); ++i) {
    if (constant_[i] && passed_[i] == 0) return "MISSED";
  }
  return "";
}

SimulatedPage SimulatedPages::fetch(const PageRequest& request) {
  if (asked_.empty() || !(asked_.front()->request == request)) asked_ = {world_.ask(request)};
  const std::shared_ptr<SimulatedWorld::Asked> asked = asked_.front();
  asked_.erase(asked_.begin());
  return world_.take(*asked);
}

void SimulatedPages::ask_ahead(const ListWalk& walk) noexcept {
  const std::vector<PageRequest> wanted = walk.ahead();
  const auto is_asked = [](const std::shared_ptr<SimulatedWorld::Asked>& asked,
                           const PageRequest& request) { return asked->request == request; };
  const auto kept =
      std::mismatch(asked_.begin(), asked_.end(), wanted.begin(), wanted.end(), is_asked).first;
  asked_.erase(kept, asked_.end());
  while (asked_.size() < wanted.size()) asked_.push_back(world_.ask(wanted[asked_.size()]));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
