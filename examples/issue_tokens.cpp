// SPDX-License-Identifier: Apache-2.0
//
// A service that issues tokens: each line of standard input is a request, the stem of a token's
// name. Many are under way at once, on one thread, and each is responded to as soon as it is over:
// a line on standard output, and the password in a file of the token's name.

#include <sys/stat.h>

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <mutex>
#include <string>
#include <utility>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/async.hpp>

namespace cr = ionoscloud::container_registry;

/// Counts the requests that are under way.
class UnderWay {
 public:
  void add(int change) {
    const std::lock_guard<std::mutex> lock(mutex_);
    count_ += change;
    changed_.notify_all();
  }
  void wait_until_at_most(int count) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] { return count_ <= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int count_ = 0;
};

void say(const std::string& stem, const std::string& outcome) {
  std::cout << stem + '\t' + outcome + '\n' << std::flush;
}

/// Responses a request. A callback must be brief, and must not throw.
void response(const std::string& stem, cr::Pending<cr::ReconciledToken> over) try {
  const cr::ReconciledToken created = over.get();
  const std::string& name = created.properties.name;  // letters, digits and -: a file's name
  std::ofstream file(name + ".password", std::ios::binary);
  file << created.properties.credentials.value().password.expose() << std::flush;
  say(stem, file ? "issued " + name : "can't be handed out; please delete " + name);
  for (const cr::PossibleOrphan& orphan : created.possible_orphans) {
    say(stem, "please delete, if it is there: " + orphan.name);
  }
} catch (const std::exception& error) {
  say(stem, std::string("failed: ") + error.what());
}

/// Begins a request, which is responded to when it is over.
void begin(const cr::AsyncTokensApi& tokens, const char* registry, const std::string& stem,
           UnderWay& under_way) try {
  cr::PostTokenInput input;
  input.properties.name = stem;
  input.properties.expiry_date = cr::Timestamp::now() + std::chrono::hours(24);
  auto pending = tokens.create_token_reconciled(registry, input, cr::TokenNaming::generated);
  under_way.add(1);
  pending.then([&under_way, stem](cr::Pending<cr::ReconciledToken> over) {
    response(stem, std::move(over));
    under_way.add(-1);
  });
} catch (const cr::Exception& error) {  // a stem that is refused before anything is sent
  say(stem, std::string("failed: ") + error.what());
}

int main() try {
  const char* registry = std::getenv("IONOS_REGISTRY_ID");
  if (registry == nullptr) {
    std::cerr << "usage: IONOS_REGISTRY_ID=… issue-tokens, with a stem on each line of its input\n";
    return 2;
  }
  ::umask(077);  // The passwords are for this user alone.
  UnderWay under_way;
  const cr::AsyncTokensApi tokens{cr::ApiClient(cr::Configuration::discover())};

  for (std::string stem; std::getline(std::cin, stem);) {
    under_way.wait_until_at_most(999);  // What is more has to wait.
    begin(tokens, registry, stem, under_way);
  }
  under_way.wait_until_at_most(0);
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
