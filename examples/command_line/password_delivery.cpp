// SPDX-License-Identifier: Apache-2.0
#include "command_line/password_delivery.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <exception>
#include <string_view>
#include <system_error>
#include <utility>

#include "command_line/failure.hpp"
#include "command_line/token_options.hpp"
#include "command_line/token_text.hpp"

namespace cr = ionoscloud::container_registry;

namespace examples {
namespace {

[[noreturn]] void throw_system_error() { throw std::system_error(errno, std::generic_category()); }

void write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_system_error();
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

PasswordFile::PasswordFile(std::string path)
    : path_(std::move(path)),
      descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) {
  if (descriptor_ >= 0) return;
  const std::string reason = std::generic_category().message(errno);
  throw Failure(ExitCode::wrong_usage, "can't make the file " + path_ + ": " + reason);
}

PasswordFile::~PasswordFile() {
  ::close(descriptor_);
  if (!stored_) ::unlink(path_.c_str());
}

void PasswordFile::store(const cr::Secret& password) {
  write_all(descriptor_, password.expose());
  // A full disk may show itself no earlier than here. EINVAL: this file can't be synchronized.
  if (::fsync(descriptor_) != 0 && errno != EINVAL) throw_system_error();
  stored_ = true;
}

PasswordDelivery::PasswordDelivery(const Arguments& arguments) : arguments_(arguments) {
  arguments.refuse_together({show_password, password_file});
  if (const auto path = arguments.value(password_file)) {
    file_.emplace(*path);
  } else if (!arguments.has(show_password)) {
    throw Failure(ExitCode::wrong_usage,
                  "say where the password of a new token goes, which is shown this once: "
                  "--password-file FILE or --show-password");
  }
  // A reader that has closed its pipe is to be an error of the writing, not the end of the program.
  std::signal(SIGPIPE, SIG_IGN);
}

cr::SecretText PasswordDelivery::in_print() const noexcept {
  return file_ ? cr::SecretText::redacted : cr::SecretText::exposed;
}

void PasswordDelivery::deliver(const cr::TokenResponse& created,
                               const std::function<void()>& print_result) {
  const std::string news =
      "token " + printable(created.properties.name) + " (" + id_text(created) + ") was created, ";
  const std::string advice =
      "; delete it: delete_token " + printable(arguments_[registry_id]) + " " + id_text(created);

  try {
    if (file_) file_->store(created.properties.credentials.value().password);
  } catch (const std::system_error& error) {
    throw Failure(ExitCode::not_written, news + "but its password is lost, since " + file_->path() +
                                             " can't be written: " + error.code().message() +
                                             advice);
  }

  try {
    print_result();
  } catch (const std::exception& error) {
    const std::string outcome =
        file_ ? "and its password is in " + file_->path() + ", but printing failed: " + error.what()
              : "but its password is lost, since printing failed: " + std::string(error.what()) +
                    advice;
    throw Failure(ExitCode::not_written, news + outcome);
  }
}

}  // namespace examples
