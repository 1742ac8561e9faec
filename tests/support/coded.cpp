// SPDX-License-Identifier: Apache-2.0
#include "support/coded.hpp"

#include <stdexcept>

#include <zlib.h>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

std::string coded(std::string_view text, int window) {
  constexpr int usual_memory = 8;
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window, usual_memory,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("zlib doesn't begin");
  }
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::runtime_error("zlib doesn't end");
  return out;
}

}  // namespace

std::string gzipped(std::string_view text) { return coded(text, 16 + MAX_WBITS); }
std::string deflated(std::string_view text) { return coded(text, MAX_WBITS); }
std::string deflated_bare(std::string_view text) { return coded(text, -MAX_WBITS); }

}  // namespace v0
}  // namespace ionoscloud::container_registry
