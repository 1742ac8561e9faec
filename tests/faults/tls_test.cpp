// SPDX-License-Identifier: Apache-2.0
// Fault matrix: TLS. Nothing was sent; a second attempt would end the same way.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/certificate.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Hours = std::chrono::hours;
using Version = ServerTls::Version;

const std::string no_certificate =
    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

class Tls : public testing::TestWithParam<TestedOperation> {
 protected:
  Certificate issued(Certificate::Settings settings) const { return {settings, authority_}; }

  Outcome outcome(const ServerTls& tls, const TlsOptions& options) {
    const RawServer server(tls, serve);
    Configuration configuration = configuration_for(server.url());
    configuration.tls = options;
    const Outcome outcome = outcome_of(GetParam(), Tokens(configuration));
    EXPECT_EQ(server.connections(), 1U);
    EXPECT_EQ(server.requests().size(), outcome == success ? 1U : 0U);
    return outcome;
  }

  TlsOptions trusting() const {
    TlsOptions options;
    options.ca_pem = authority_.pem();
    return options;
  }

  TlsOptions pinning(std::vector<std::string> pins) const {
    TlsOptions options = trusting();
    options.pinned_certificates = std::move(pins);
    return options;
  }

  const Certificate authority_{{"authority", "DNS:authority.example"}};
  const Certificate good_ = issued({});
  const Outcome refused_{"Transport(tls)", Execution::none, 1};
};

TEST_P(Tls, OfAnAuthorityThatIsTrusted) {
  EXPECT_EQ(outcome(ServerTls(good_), trusting()), success);
}

TEST_P(Tls, WithACertificateThatSignsItself) {
  EXPECT_EQ(outcome(ServerTls(Certificate()), trusting()), refused_);
}

TEST_P(Tls, OfAnUnknownAuthority) { EXPECT_EQ(outcome(ServerTls(good_), {}), refused_); }

TEST_P(Tls, ForAnotherHost) {
  const Certificate other = issued({"other", "DNS:other.example"});

  EXPECT_EQ(outcome(ServerTls(other), trusting()), refused_);
}

TEST_P(Tls, ThatHasExpired) {
  const Certificate expired = issued({"server", "IP:127.0.0.1", Hours(-48), Hours(-24)});

  EXPECT_EQ(outcome(ServerTls(expired), trusting()), refused_);
}

TEST_P(Tls, ThatIsNotValidYet) {
  const Certificate early = issued({"server", "IP:127.0.0.1", Hours(24), Hours(48)});

  EXPECT_EQ(outcome(ServerTls(early), trusting()), refused_);
}

TEST_P(Tls, OfVersion10Only) {
  const ServerTls old(good_, {Version::tls_1_0, Version::tls_1_0, {}});

  EXPECT_EQ(outcome(old, trusting()), refused_);
}

TEST_P(Tls, OfVersion11Only) {
  const ServerTls old(good_, {Version::tls_1_1, Version::tls_1_1, {}});

  EXPECT_EQ(outcome(old, trusting()), refused_);
}

TEST_P(Tls, ThatAsksForAClientsCertificateInVersion12) {
  const ServerTls demanding(good_, {Version::tls_1_2, Version::tls_1_2, authority_});

  EXPECT_EQ(outcome(demanding, trusting()), refused_);
}

TEST_P(Tls, ThatAsksForAClientsCertificateInVersion13) {
  const ServerTls demanding(good_, {Version::tls_1_3, Version::tls_1_3, authority_});

  EXPECT_EQ(outcome(demanding, trusting()), refused_);
}

TEST_P(Tls, ThatIsClosedInTheHandshakeIsTriedAgain) {
  const RawServer server([](RawConnection& client) { client.read_some(); });
  const Tokens tokens = tokens_at("https" + server.url().substr(4));

  EXPECT_EQ(outcome_of(GetParam(), tokens), (Outcome{"Transport(connect)", Execution::none, 3}));
}

TEST_P(Tls, ThatIsPlainHttpInFact) {
  const RawServer server([](RawConnection& client) {
    client.send(raw_response(400, "this is plain HTTP"));
    client.wait_for_close();
  });
  const Tokens tokens = tokens_at("https" + server.url().substr(4));

  EXPECT_EQ(outcome_of(GetParam(), tokens), refused_);
}

TEST_P(Tls, WithAPinThatIsWrong) {
  const Outcome pin{"Transport(pin)", Execution::none, 1};

  EXPECT_EQ(outcome(ServerTls(good_), pinning({no_certificate})), pin);
}

TEST_P(Tls, WithAPinThatIsRightAndAChainThatIsWrong) {
  TlsOptions options;
  options.pinned_certificates = {good_.fingerprint()};

  EXPECT_EQ(outcome(ServerTls(good_), options), refused_);
}

TEST_P(Tls, WithAPinOfTheAuthorityInPlaceOfTheServers) {
  const Outcome pin{"Transport(pin)", Execution::none, 1};

  EXPECT_EQ(outcome(ServerTls(good_), pinning({authority_.fingerprint()})), pin);
}

TEST_P(Tls, WithAListOfPinsOfWhichOneIsRight) {
  EXPECT_EQ(outcome(ServerTls(good_), pinning({no_certificate, good_.fingerprint()})), success);
}

INSTANTIATE_TEST_SUITE_P(For, Tls, testing::ValuesIn(tested_operations()),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
