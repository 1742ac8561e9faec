// SPDX-License-Identifier: Apache-2.0
#include "process.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <stdexcept>
#include <system_error>

namespace benchmarks {
namespace {

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// Becomes the program, in the child. Returns only when that fails.
void become(const Command& command, const std::vector<char*>& arguments, int out) {
  if (command.core) {
    cpu_set_t cores;
    CPU_ZERO(&cores);
    CPU_SET(static_cast<std::size_t>(*command.core), &cores);
    if (sched_setaffinity(0, sizeof cores, &cores) != 0) return;
  }
  // Not to be left behind, however the benchmark ends.
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  dup2(out, STDOUT_FILENO);
  execv(arguments[0], arguments.data());
}

}  // namespace

Process::Process(const Command& command) : name_(command.arguments.front()) {
  std::vector<std::string> texts = command.arguments;
  std::vector<char*> arguments;
  for (std::string& text : texts) arguments.push_back(text.data());
  arguments.push_back(nullptr);

  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe2");
  pid_ = fork();
  if (pid_ == 0) {
    become(command, arguments, ends[1]);
    std::perror(arguments[0]);
    _exit(127);
  }
  close(ends[1]);
  out_ = ends[0];
  if (pid_ < 0) fail("fork");
}

Process::~Process() {
  if (!ended_) kill(pid_, SIGTERM);
  if (!ended_) reap(0);
  close(out_);
}

bool Process::is_running() { return !ended_ && !reap(WNOHANG); }

std::string Process::output() {
  std::string text;
  std::array<char, 4096> buffer{};
  ssize_t size = 0;
  while ((size = read(out_, buffer.data(), buffer.size())) > 0) {
    text.append(buffer.data(), static_cast<std::size_t>(size));
  }
  if (size < 0) fail("waiting for a process");
  if (!ended_) reap(0);
  if (!WIFEXITED(status_) || WEXITSTATUS(status_) != 0) {
    throw std::runtime_error(name_ + " failed");
  }
  return text;
}

bool Process::reap(int options) {
  ended_ = waitpid(pid_, &status_, options) == pid_;
  return ended_;
}

int last_core() {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  if (sched_getaffinity(0, sizeof cores, &cores) != 0) fail("sched_getaffinity");
  int last = CPU_SETSIZE - 1;
  while (!CPU_ISSET(static_cast<std::size_t>(last), &cores)) --last;
  return last;
}

}  // namespace benchmarks
