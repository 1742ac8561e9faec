// SPDX-License-Identifier: Apache-2.0
#include "ionos-cr-tokens/password_delivery.hpp"

#include <exception>
#include <system_error>
#include <utility>

#include <CLI/CLI.hpp>

#include "ionos-cr-tokens/failure.hpp"
#include "ionos-cr-tokens/standard_output.hpp"
#include "ionos-cr-tokens/terminal_text.hpp"
#include "ionos-cr-tokens/token_text.hpp"

namespace cr = ionoscloud::container_registry;

namespace tool {
namespace {

std::string described(const std::string& name, const std::string& id) {
  return "token " + printable(name) + (id.empty() ? "" : " (" + printable(id) + ")");
}

}  // namespace

void add_password_options(CLI::App& command, PasswordOptions& options) {
  CLI::Option* file = command
                          .add_option("--password-file", options.file,
                                      "write the new password to this new file, for you alone")
                          ->type_name("FILE");
  command.add_flag("--show-password", options.show, "print the new password")->excludes(file);
}

PasswordDelivery::PasswordDelivery(const PasswordOptions& options, std::string registry)
    : registry_(std::move(registry)) {
  if (options.file) {
    file_.emplace(*options.file);
  } else if (!options.show) {
    throw Failure(ExitCode::wrong_usage,
                  "say where the password of a new token goes, which is shown this once: "
                  "--password-file FILE or --show-password");
  } else if (!has_standard_output()) {
    throw Failure(ExitCode::wrong_usage,
                  "--show-password needs a standard output to print the password to");
  }
  survive_closed_pipes();
}

PasswordInPrint PasswordDelivery::in_print() const {
  return {!file_, file_ ? "in " + printable(file_->path()) : ""};
}

void PasswordDelivery::deliver(const cr::TokenResponse& created,
                               const std::function<void()>& print_result) {
  const std::string id = created.id ? created.id->text() : "";
  deliver(described(created.properties.name, id), id,
          created.properties.credentials.value().password, print_result);
}

void PasswordDelivery::rescue(const cr::Exception& exception, const OutputOptions& output) {
  const cr::SalvagedToken* salvaged = exception.salvaged();
  if (salvaged == nullptr) throw;
  const std::string& id = salvaged->id.text();
  const std::string token = described(salvaged->username, id);
  const std::string reason = ", but its response was damaged: " + std::string(exception.what());

  if (!salvaged->password_complete) {
    throw Failure(ExitCode::incomplete,
                  token + " was created, and its password is lost" + reason + "; " + advice(id));
  }
  deliver(token, id, salvaged->password, [&] { print_salvaged(output, *salvaged, in_print()); });
  throw Failure(ExitCode::incomplete, token + " was created, and its password is " +
                                          (file_ ? "in " + file_->path() : "on standard output") +
                                          reason);
}

void PasswordDelivery::deliver(const std::string& token, const std::string& id,
                               const cr::Secret& password,
                               const std::function<void()>& print_result) {
  try {
    if (file_) file_->store(password);
  } catch (const std::system_error& error) {
    throw Failure(ExitCode::incomplete,
                  token + " was created, but its password is lost, since " + file_->path() +
                      " can't be written: " + error.code().message() + "; " + advice(id));
  }
  try {
    print_result();
  } catch (const std::exception& error) {
    const std::string reason = "printing failed: " + std::string(error.what());
    throw Failure(ExitCode::incomplete,
                  token + " was created, " +
                      (file_ ? "and its password is in " + file_->path() + ", but " + reason
                             : "but its password is lost, since " + reason + "; " + advice(id)));
  }
}

std::string PasswordDelivery::advice(const std::string& id) const {
  const std::string registry = " --registry " + printable(registry_);
  if (id.empty()) return "find its id and delete it: ionos-cr-tokens list" + registry;
  return "delete it: ionos-cr-tokens delete" + registry + " " + printable(id);
}

}  // namespace tool
