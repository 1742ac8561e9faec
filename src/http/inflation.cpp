// SPDX-License-Identifier: Apache-2.0
#include "http/inflation.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <new>

#include <zlib.h>

#include "base/wipe.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The formats that zlib is to expect, as values of its `windowBits`.
constexpr int gzip_window = 16 + MAX_WBITS;
constexpr int zlib_window = MAX_WBITS;
constexpr int raw_window = -MAX_WBITS;

/// Space before a block of zlib's memory, which holds the block's size.
constexpr std::size_t size_space = alignof(std::max_align_t);

// zlib keeps the last 32 KiB that it inflated, which may hold a password.
void* allocate(void*, uInt items, uInt size) {
  const std::size_t bytes = std::size_t{items} * size;
  auto* memory = static_cast<char*>(::operator new(size_space + bytes, std::nothrow));
  if (memory == nullptr) return nullptr;
  std::memcpy(memory, &bytes, sizeof bytes);
  return memory + size_space;
}

void release(void*, void* address) {
  char* const memory = static_cast<char*>(address) - size_space;
  std::size_t bytes = 0;
  std::memcpy(&bytes, memory, sizeof bytes);
  wipe(memory, size_space + bytes);
  ::operator delete(memory);
}

/// Whether the data begins with the header of RFC 1950: the method, and a checksum that 31 divides.
bool is_zlib(std::string_view coded) {
  if (coded.size() < 2) return false;
  const auto first = static_cast<unsigned char>(coded[0]);
  const auto second = static_cast<unsigned char>(coded[1]);
  return (first & 0xf) == Z_DEFLATED && (first * 256 + second) % 31 == 0;
}

int window_of(Coding coding, std::string_view coded) {
  if (coding == Coding::gzip) return gzip_window;
  return is_zlib(coded) ? zlib_window : raw_window;
}

class Inflater {
 public:
  explicit Inflater(int window) {
    stream_.zalloc = &allocate;
    stream_.zfree = &release;
    if (inflateInit2(&stream_, window) != Z_OK) throw std::bad_alloc();
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() {
    inflateEnd(&stream_);
    wipe(piece_.data(), piece_.size());
  }

  /// Inflates some of `coded` and removes it there. Returns zlib's result code.
  int step(std::string_view& coded) {
    constexpr std::size_t most = std::numeric_limits<uInt>::max();
    const auto given = static_cast<uInt>(std::min(coded.size(), most));
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(coded.data()));
    stream_.avail_in = given;
    stream_.next_out = reinterpret_cast<Bytef*>(piece_.data());
    stream_.avail_out = static_cast<uInt>(piece_.size());
    const int result = ::inflate(&stream_, Z_NO_FLUSH);
    if (result == Z_MEM_ERROR) throw std::bad_alloc();
    coded.remove_prefix(given - stream_.avail_in);
    return result;
  }

  /// The output of the last step.
  [[nodiscard]] std::string_view output() const {
    return {piece_.data(), piece_.size() - stream_.avail_out};
  }

  void reset() { inflateReset(&stream_); }

 private:
  z_stream stream_{};
  std::array<char, 16 * 1024> piece_;
};

}  // namespace

Inflated inflate(Coding coding, std::string_view coded, std::string& plain, std::size_t limit) {
  Inflater inflater(window_of(coding, coded));
  // The size of the output whose checksum was right.
  std::size_t proven = plain.size();
  for (;;) {
    const int result = inflater.step(coded);
    const std::string_view output = inflater.output();
    const std::string_view allowed = output.substr(0, limit - plain.size());
    grow_wiping(plain, plain.size() + allowed.size());
    plain.append(allowed);
    if (allowed.size() < output.size()) return Inflated::too_large;
    if (result == Z_STREAM_END) {
      if (coded.empty()) return Inflated::whole;
      // A gzip file may have several members, which make one text.
      if (coding != Coding::gzip) return Inflated::damaged;
      proven = plain.size();
      inflater.reset();
    } else if (result != Z_OK) {
      const bool is_doubtful = result == Z_DATA_ERROR && plain.size() > proven;
      return is_doubtful ? Inflated::corrupt : Inflated::damaged;
    }
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
