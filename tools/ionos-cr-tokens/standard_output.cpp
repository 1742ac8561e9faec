// SPDX-License-Identifier: Apache-2.0
#include "ionos-cr-tokens/standard_output.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <iostream>
#include <system_error>

#include "ionos-cr-tokens/failure.hpp"

namespace tool {

void hold_places_of_closed_streams() {
  int descriptor = 0;
  do {
    // To be read alone: writing to it fails, as to what is closed.
    descriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) throw std::system_error(errno, std::generic_category(), "/dev/null");
  } while (descriptor <= STDERR_FILENO);
  ::close(descriptor);
}

bool has_standard_output() {
  const int flags = ::fcntl(STDOUT_FILENO, F_GETFL);
  return flags >= 0 && (flags & O_ACCMODE) != O_RDONLY;
}

void print(std::string_view text) {
  std::cout << text << std::flush;
  if (!std::cout) throw Failure(ExitCode::incomplete, "can't write to standard output");
}

void survive_closed_pipes() { std::signal(SIGPIPE, SIG_IGN); }

}  // namespace tool
