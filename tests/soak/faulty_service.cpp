// SPDX-License-Identifier: Apache-2.0
#include "soak/faulty_service.hpp"

#include "faults/broken_responses.hpp"
#include "faults/tested_operations.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

void FaultyService::operator()(RawConnection& client) {
  while (const auto request = client.read_request()) {
    const Fault fault = next_fault();
    count_create(*request, fault == Fault::throttled);
    if (!respond_with(fault, client, *request)) return;
  }
}

std::size_t FaultyService::duplicates() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return duplicates_;
}

FaultyService::Fault FaultyService::next_fault() {
  struct Share {
    Fault fault;
    std::size_t percent;
  };
  constexpr Share shares[] = {
      {Fault::broken, 10},        {Fault::status, 6},           {Fault::throttled, 4},
      {Fault::fin_while_idle, 4}, {Fault::bytes_while_idle, 2}, {Fault::reset, 3},
      {Fault::silence, 1},
  };
  std::size_t left = pick(100);
  for (const Share& share : shares) {
    if (left < share.percent) return share.fault;
    left -= share.percent;
  }
  return Fault::none;
}

std::size_t FaultyService::pick(std::size_t count) {
  const std::lock_guard<std::mutex> lock(mutex_);
  return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
}

bool FaultyService::respond_with(Fault fault, RawConnection& client, const std::string& request) {
  constexpr int statuses[] = {400, 401, 404, 409, 422, 500, 502, 503, 504};
  switch (fault) {
    case Fault::none:
      return client.send(healthy_response(request));
    case Fault::broken:
      broken_responses()[pick(broken_responses().size())].commit(client);
      return false;
    case Fault::status:
      return client.send(raw_response(statuses[pick(std::size(statuses))], R"({"messages":[]})"));
    case Fault::throttled:
      return client.send(raw_response(429, "", "Retry-After: 0\r\n"));
    case Fault::fin_while_idle:
      client.send(healthy_response(request));
      return false;
    case Fault::bytes_while_idle:
      client.send(healthy_response(request));
      client.send(raw_response(200, "poison"));
      // A request that crossed them isn't carried out.
      client.wait_for_close();
      return false;
    case Fault::reset:
      client.reset();
      return false;
    case Fault::silence:
      client.wait_for_close();
      return false;
  }
  return false;
}

void FaultyService::count_create(const std::string& request, bool refused) {
  if (request.substr(0, 4) != "POST" || refused) return;
  const std::lock_guard<std::mutex> lock(mutex_);
  if (++creates_[body_of(request)] > 1) ++duplicates_;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
