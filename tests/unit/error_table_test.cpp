// SPDX-License-Identifier: Apache-2.0
#include "curl/error_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::HasSubstr;

struct Case {
  CURLcode code;
  RequestProgress progress;
  TransportError error;
};

class ErrorRow : public testing::TestWithParam<Case> {};

TEST_P(ErrorRow, TranslatesByHowFarTheRequestGot) {
  const Failure failure = failure_of({GetParam().code, "words", GetParam().progress, true});

  EXPECT_EQ(failure.error, GetParam().error);
  EXPECT_EQ(failure.progress, GetParam().progress);
}

constexpr auto nothing_sent = RequestProgress::nothing_sent;
constexpr auto maybe_sent = RequestProgress::maybe_sent;
constexpr auto response_begun = RequestProgress::response_begun;

/// `CURLE_TOO_LARGE` of libcurl 8.6 and newer.
constexpr auto newer_too_large = static_cast<CURLcode>(100);

INSTANTIATE_TEST_SUITE_P(
    Of, ErrorRow,
    testing::Values(Case{CURLE_COULDNT_RESOLVE_HOST, nothing_sent, TransportError::resolve},
                    Case{CURLE_COULDNT_RESOLVE_PROXY, nothing_sent, TransportError::resolve},
                    Case{CURLE_COULDNT_CONNECT, nothing_sent, TransportError::connect},
                    Case{CURLE_OPERATION_TIMEDOUT, nothing_sent, TransportError::timed_out},
                    Case{CURLE_SEND_ERROR, nothing_sent, TransportError::connect},
                    Case{CURLE_SEND_ERROR, maybe_sent, TransportError::send},
                    Case{CURLE_RECV_ERROR, nothing_sent, TransportError::connect},
                    Case{CURLE_RECV_ERROR, maybe_sent, TransportError::receive},
                    Case{CURLE_RECV_ERROR, response_begun, TransportError::receive},
                    Case{CURLE_GOT_NOTHING, maybe_sent, TransportError::receive},
                    Case{CURLE_PARTIAL_FILE, response_begun, TransportError::receive},
                    Case{CURLE_UNSUPPORTED_PROTOCOL, nothing_sent, TransportError::send},
                    Case{CURLE_WEIRD_SERVER_REPLY, response_begun, TransportError::protocol},
                    Case{newer_too_large, response_begun, TransportError::too_large},
                    Case{CURLE_BAD_FUNCTION_ARGUMENT, nothing_sent, TransportError::connect},
                    Case{CURLE_PEER_FAILED_VERIFICATION, nothing_sent, TransportError::tls},
                    Case{CURLE_SSL_CONNECT_ERROR, nothing_sent, TransportError::tls},
                    Case{CURLE_SSL_CERTPROBLEM, nothing_sent, TransportError::tls},
                    Case{CURLE_SSL_PINNEDPUBKEYNOTMATCH, nothing_sent, TransportError::pin},
                    Case{CURLE_FTP_WEIRD_PASS_REPLY, nothing_sent, TransportError::connect},
                    Case{CURLE_FTP_WEIRD_PASS_REPLY, maybe_sent, TransportError::receive}));

TEST(ErrorTable, NamesTheWantOfADescriptorWhateverItMadeFail) {
  for (const CURLcode code : {CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST,
                              CURLE_OUT_OF_MEMORY, CURLE_SSL_CACERT_BADFILE}) {
    const Failure failure = failure_of({code, "words", nothing_sent, true, true});

    EXPECT_EQ(failure.error, TransportError::connect) << code;
    EXPECT_EQ(failure.message, "words (no file descriptor is left)");
  }
}

TEST(ErrorTable, NamesNoWantOfADescriptorWhereTheTimeRanOut) {
  const Failure failure = failure_of({CURLE_OPERATION_TIMEDOUT, "words", nothing_sent, true, true});

  EXPECT_EQ(failure.error, TransportError::timed_out);
  EXPECT_EQ(failure.message, "words");
}

TEST(ErrorTable, KnowsAKeyThatDoesNotOpenByAnyCode) {
  for (const CURLcode code : {CURLE_SSL_CERTPROBLEM, CURLE_BAD_FUNCTION_ARGUMENT}) {
    const Failure failure =
        failure_of({code, "unable to set private key file: 'k.pem' type PEM", nothing_sent, true});

    EXPECT_EQ(failure.error, TransportError::tls) << code;
    EXPECT_THAT(failure.message, HasSubstr("tls.client_key_passphrase"));
  }
}

TEST(ErrorTable, TakesAnImproperResponseForOneThatHasBegun) {
  const Failure failure = failure_of({CURLE_UNSUPPORTED_PROTOCOL, "HTTP/0.9", maybe_sent, true});

  EXPECT_EQ(failure.error, TransportError::protocol);
  EXPECT_EQ(failure.progress, RequestProgress::response_begun);
}

TEST(ErrorMessage, IsLibcurlsOwn) {
  const Failure failure =
      failure_of({CURLE_COULDNT_CONNECT, "Nobody is there", nothing_sent, true});

  EXPECT_EQ(failure.message, "Nobody is there");
}

TEST(ErrorMessage, NamesTheCodeWhenLibcurlIsSilent) {
  const Failure failure = failure_of({CURLE_COULDNT_CONNECT, "", nothing_sent, true});

  EXPECT_EQ(failure.message, curl_easy_strerror(CURLE_COULDNT_CONNECT));
}

TEST(ErrorMessage, SaysWhatToDoAboutACertificate) {
  const Failure failure =
      failure_of({CURLE_PEER_FAILED_VERIFICATION, "self-signed", nothing_sent, true});

  EXPECT_THAT(failure.message, HasSubstr("tls.ca_file"));
}

TEST(ErrorMessage, HoldsNoControlCharacters) {
  const Failure failure = failure_of({CURLE_RECV_ERROR, "a\x1b[31m\r\nb", maybe_sent, true});

  EXPECT_THAT(failure.message, testing::Each(testing::Ge(' ')));
}

TransferEnd connect_responded_with(long status) {
  TransferEnd end{CURLE_RECV_ERROR, "CONNECT tunnel failed", nothing_sent, true};
  end.connect_status = status;
  return end;
}

TEST(Proxy, ThatRefusesConnectSettlesIt) {
  for (const long status : {101, 302, 400, 401, 403, 404, 405, 407, 451, 501, 511}) {
    const Failure failure = failure_of(connect_responded_with(status));

    EXPECT_EQ(failure.error, TransportError::proxy) << status;
    EXPECT_EQ(failure.progress, nothing_sent);
    EXPECT_EQ(failure.message, "the proxy responded to CONNECT with " + std::to_string(status));
  }
}

TEST(Proxy, ThatCannotNowMayDoSoLater) {
  for (const long status : {429, 500, 502, 503, 504}) {
    EXPECT_EQ(failure_of(connect_responded_with(status)).error, TransportError::connect) << status;
  }
}

TEST(Proxy, ThatHasMadeTheTunnelHasNoPartInWhatFollows) {
  TransferEnd end{CURLE_PEER_FAILED_VERIFICATION, "self-signed", nothing_sent, true};
  end.connect_status = 200;

  EXPECT_EQ(failure_of(end).error, TransportError::tls);
}

TEST(Proxy, OfSocksThatRefusesTheUserSettlesIt) {
  TransferEnd end{CURLE_PROXY, "User was rejected", nothing_sent, true};
  for (const CURLproxycode refusal :
       {CURLPX_USER_REJECTED, CURLPX_NO_AUTH, CURLPX_REPLY_NOT_ALLOWED}) {
    end.socks_error = refusal;
    EXPECT_EQ(failure_of(end).error, TransportError::proxy);
  }
  end.socks_error = CURLPX_REPLY_HOST_UNREACHABLE;
  EXPECT_EQ(failure_of(end).error, TransportError::connect);
}

TEST(Handshake, ThatIsCutOffIsAConnectionThatDidNotComeAbout) {
  const Failure failure = failure_of(
      {CURLE_SSL_CONNECT_ERROR, "SSL routines::unexpected eof while reading", nothing_sent, true});

  EXPECT_EQ(failure.error, TransportError::connect);
}

TEST(ClientCertificate, ThatIsMissingWasNoticedBeforeTheRequestWasRead) {
  const Failure failure = failure_of(
      {CURLE_RECV_ERROR, "SSL routines::tlsv13 alert certificate required", maybe_sent, true});

  EXPECT_EQ(failure.error, TransportError::tls);
  EXPECT_EQ(failure.progress, RequestProgress::nothing_sent);
  EXPECT_THAT(failure.message, HasSubstr("client certificate"));
}

TEST(ClientCertificate, WasFineOnAConnectionThatServedBefore) {
  const Failure failure = failure_of(
      {CURLE_RECV_ERROR, "SSL routines::tlsv13 alert certificate required", maybe_sent, false});

  EXPECT_EQ(failure.error, TransportError::receive);
  EXPECT_EQ(failure.progress, RequestProgress::maybe_sent);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
