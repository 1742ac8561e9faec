// SPDX-License-Identifier: Apache-2.0
#include "faults/broken_responses.hpp"

#include "support/libcurl_version.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using End = BrokenResponse::End;
constexpr auto maybe_sent = RequestProgress::maybe_sent;
constexpr auto response_begun = RequestProgress::response_begun;

std::string head(const std::string& lines) { return "HTTP/1.1 200 OK\r\n" + lines; }

std::string repeated(int times, const std::string& text) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

void BrokenResponse::operator()(RawConnection& client) const {
  client.read_request();
  commit(client);
}

void BrokenResponse::commit(RawConnection& client) const {
  client.send(bytes);
  if (end == End::silence) client.wait_for_close();
  if (end == End::rst) client.reset();
}

const std::vector<BrokenResponse>& broken_responses() {
  static const std::vector<BrokenResponse> all{
      {"FinInPlaceOfAResponse", "", End::fin, TransportError::receive, maybe_sent},
      {"RstInPlaceOfAResponse", "", End::rst, TransportError::receive, maybe_sent},
      {"HalfAStatusLine", "HTTP/1.1 20", End::fin, TransportError::receive, maybe_sent},
      {"Garbage", "\x01\x02garbage\r\n\r\n", End::fin, TransportError::protocol, response_begun},
      {"Http09", "<html>hello</html>", End::fin, TransportError::protocol, response_begun},
      {"OddStatus", "HTTP/1.1 099 Odd\r\n\r\n", End::fin, TransportError::protocol, response_begun},
      {"HeadCutByFin", head("Content-Length: 0\r\n"), End::fin, TransportError::receive,
       response_begun},
      {"HeadCutByFinInALine", head("Content-Le"), End::fin, TransportError::receive,
       response_begun},
      {"HeadCutByRst", head("Content-Length: 0\r\n"), End::rst, TransportError::receive,
       response_begun},
      {"InterimResponseAndFin", "HTTP/1.1 100 Continue\r\n\r\n", End::fin, TransportError::receive,
       response_begun},
      {"InterimFlood", repeated(17, "HTTP/1.1 102 Processing\r\n\r\n"), End::fin,
       TransportError::too_large, response_begun},
      {"SwitchedProtocol", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\nbytes", End::silence,
       TransportError::protocol, response_begun},
      {"ShortBody", head("Content-Length: 10\r\n\r\nshort"), End::fin, TransportError::receive,
       response_begun, true},
      {"ResetBody", head("Content-Length: 10\r\n\r\nshort"), End::rst, TransportError::receive,
       response_begun, true},
      {"CutChunk", head("Transfer-Encoding: chunked\r\n\r\nA\r\nshort"), End::fin,
       TransportError::receive, response_begun, true},
      {"NoLastChunk", head("Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n"), End::fin,
       TransportError::receive, response_begun, true},
      {"BrokenChunkSize", head("Transfer-Encoding: chunked\r\n\r\nxyz\r\n"), End::silence,
       TransportError::receive, response_begun, true},
      {"TwoLengths", head("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!"), End::silence,
       TransportError::protocol, response_begun, false,
       !libcurl_is_from(libcurl::refuses_two_lengths)},
      {"LengthAndChunks", head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
       End::silence, TransportError::protocol, response_begun, true},
      {"CutGzip",
       head("Connection: close\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\x1f\x8b\x08"),
       End::fin, TransportError::protocol, response_begun, true},
      {"UnknownCoding", head("Content-Encoding: br\r\nContent-Length: 0\r\n\r\n"), End::silence,
       TransportError::protocol, response_begun, false, true},
      {"CrInALine", head("X-A: 1\rX-B: 2\r\nContent-Length: 0\r\n\r\n"), End::silence,
       TransportError::protocol, response_begun, false, !libcurl_is_from(libcurl::refuses_bare_cr)},
      {"NulInALine", head(std::string("X-A: 1\0\r\n\r\n", 11)), End::silence,
       TransportError::protocol, response_begun},
      {"EndlessHeaderLine", head("X-A: " + std::string(300 * 1024, 'x')), End::silence,
       TransportError::too_large, response_begun},
      {"LongHeaderLine", head("X-A: " + std::string(70 * 1024, 'x') + "\r\n"), End::fin,
       TransportError::too_large, response_begun},
      {"ManyHeaderLines", head(repeated(10'000, "X-A: 1\r\n")), End::fin, TransportError::too_large,
       response_begun},
      {"TrailerFlood",
       head("Transfer-Encoding: chunked\r\n\r\n0\r\n" + repeated(10'000, "X-A: 1\r\n")),
       End::silence, TransportError::too_large, response_begun, true},
      {"HugeLength", head("Content-Length: 104857600\r\n\r\n"), End::fin, TransportError::too_large,
       response_begun, true},
      {"EndlessBody", head("\r\n") + std::string(2 * 1024 * 1024, 'x'), End::silence,
       TransportError::too_large, response_begun, true},
  };
  return all;
}

const std::vector<BrokenResponse>& silent_responses() {
  static const std::vector<BrokenResponse> all{
      {"NoResponse", "", End::silence, TransportError::timed_out, maybe_sent},
      {"HalfAStatusLineAndSilence", "HTTP/1.1 20", End::silence, TransportError::timed_out,
       maybe_sent},
      {"StalledBody", head("Content-Length: 10\r\n\r\nshort"), End::silence,
       TransportError::timed_out, response_begun, true},
  };
  return all;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
