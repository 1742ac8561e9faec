// SPDX-License-Identifier: Apache-2.0
// Programs that end in the middle of their calls, or make calls after main. Static objects are what
// this is about, so that each of them is a process.
#include <gtest/gtest.h>

#include <string>
#include <tuple>

#include "faults/tested_operations.hpp"
#include "support/certificate.hpp"
#include "support/process.hpp"
#include "support/raw_server.hpp"
#include "support/temporary_folder.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

struct Linked {
  const char* name;
  const char* program;
};

/// Has each call open a connection, which takes more of OpenSSL than to use one.
void serve_once(RawConnection& client) {
  if (const auto request = client.read_request()) client.send(healthy_response(*request));
}

using Exit = testing::TestWithParam<std::tuple<Linked, const char*>>;

TEST_P(Exit, CrashesNothing) {
  const auto& [linked, act] = GetParam();
  const Certificate certificate;
  const RawServer server(ServerTls(certificate), serve_once);
  const TemporaryFolder folder;

  const programs::Outcome outcome = programs::run_process(
      {linked.program, act},
      {{"EXIT_PROGRAM_URL", server.url()},
       {"EXIT_PROGRAM_CA", certificate.pem()},
       {"IONOS_CONFIG_FILE",
        folder.file("config", "currentProfile: a\nprofiles:\n  - name: a\n")}});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.out << outcome.err;
}

const auto linked = testing::Values(Linked{"WithTheProgram", IONOSCLOUD_CR_EXIT_PROGRAM},
                                    Linked{"AsItIs", IONOSCLOUD_CR_LINKED_EXIT_PROGRAM});

std::string name_of(const testing::TestParamInfo<Exit::ParamType>& test) {
  return std::string(std::get<0>(test.param).name) + '_' + std::get<1>(test.param);
}

#if IONOSCLOUD_CR_WITH_PROFILES
INSTANTIATE_TEST_SUITE_P(Profile, Exit,
                         testing::Combine(linked, testing::Values("profile_after_main")), name_of);
#endif

INSTANTIATE_TEST_SUITE_P(
    All, Exit,
    testing::Combine(linked,
                     testing::Values("call_after_main", "asynchronous_call_after_main",
                                     "call_of_an_older_client_after_main",
                                     "asynchronous_call_of_an_older_client_after_main",
                                     "first_call_after_main", "call_at_exit", "calls_under_way",
                                     "calls_under_way_of_a_client_that_stays",
                                     "calls_of_threads_that_stay", "exit_in_a_callback",
                                     "exit_in_a_thread")),
    name_of);

// ThreadSanitizer lets no process begin threads that was forked from one with them; to
// AddressSanitizer the child leaks what the parent's threads hold.
#if !defined(__SANITIZE_THREAD__) && !defined(__SANITIZE_ADDRESS__)
INSTANTIATE_TEST_SUITE_P(Fork, Exit, testing::Combine(linked, testing::Values("fork_and_exit")),
                         name_of);
#endif

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
