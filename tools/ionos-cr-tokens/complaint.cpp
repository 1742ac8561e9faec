// SPDX-License-Identifier: Apache-2.0
#include "ionos-cr-tokens/complaint.hpp"

#include <exception>
#include <iostream>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "ionos-cr-tokens/failure.hpp"
#include "ionos-cr-tokens/terminal_text.hpp"

namespace cr = ionoscloud::container_registry;

namespace tool {
namespace {

constexpr std::string_view check_network =
    "check the network, and IONOS_API_URL if it is set, and try again";

struct StatusAdvice {
  int status;
  std::string_view text;
};

constexpr StatusAdvice status_advice[] = {
    {401, "check IONOS_TOKEN, or IONOS_USERNAME and IONOS_PASSWORD"},
    {403, "use a login that may manage this registry"},
    {404, "check the ids, and IONOS_API_URL if it is set"},
    {407, "give the proxy the user and password that it takes"},
    {409, "choose another name"},
    {429, "try again later"},
};

struct TransportAdvice {
  cr::TransportError error;
  std::string_view text;
};

constexpr TransportAdvice transport_advice[] = {
    {cr::TransportError::proxy,
     "give the proxy the user and password that it takes, or have it allow the host"},
    {cr::TransportError::tls,
     "name the certificate's authority by --ca-file if it is your own, and check IONOS_API_URL if "
     "it is set"},
    {cr::TransportError::pin, "check IONOS_PINNED_CERT"},
};

struct ChangeAdvice {
  std::string_view operation;
  std::string_view text;
};

/// The operations that change something, and what to do when they may have done so all the same.
constexpr ChangeAdvice change_advice[] = {
    {"registries_tokens_post",
     "look whether the token is there (ionos-cr-tokens list); if so, delete it, since its password "
     "is lost, and create it again"},
    {"registries_tokens_put",
     "look whether the token is there (ionos-cr-tokens show); if it is new, delete it, since its "
     "password is lost, and put it again"},
    {"registries_tokens_patch",
     "look what it is now (ionos-cr-tokens show), or update it again, which does no harm"},
    {"registries_tokens_delete",
     "delete it again, which does no harm: if it isn't found, it is gone"},
};

/// Empty when the operation changes nothing, or certainly didn't.
std::string_view advice_about_change(const cr::Exception& exception) {
  if (exception.execution() == cr::Execution::none) return "";
  for (const ChangeAdvice& advice : change_advice) {
    if (advice.operation == exception.operation()) return advice.text;
  }
  return "";
}

std::string_view advice_about(const cr::ApiException& exception) {
  for (const StatusAdvice& advice : status_advice) {
    if (advice.status == exception.status()) return advice.text;
  }
  if (exception.status() < 400) return "set IONOS_API_URL to the address of the service itself";
  return exception.status() >= 500 ? "try again later" : "correct the arguments";
}

std::string_view advice_about(const cr::TransportException& exception) {
  for (const TransportAdvice& advice : transport_advice) {
    if (advice.error == exception.kind()) return advice.text;
  }
  return check_network;
}

int write_line(std::string_view program, ExitCode code, std::string_view what,
               std::string_view advice) {
  std::cerr << program << ": " << printable(what);
  if (!advice.empty()) std::cerr << "; " << advice;
  std::cerr << '\n';
  return static_cast<int>(code);
}

/// `code` and `advice` are those of a call that changed nothing.
int write_line(std::string_view program, ExitCode code, const cr::Exception& exception,
               std::string_view advice) {
  const std::string_view change = advice_about_change(exception);
  if (change.empty()) return write_line(program, code, exception.what(), advice);
  const bool executed = exception.execution() == cr::Execution::executed;
  if (code != ExitCode::interrupted) code = executed ? ExitCode::incomplete : ExitCode::unknown;
  return write_line(program, code, exception.what(), change);
}

}  // namespace

int complain(std::string_view program, std::string_view see_help) {
  try {
    throw;
  } catch (const Failure& failure) {
    const bool wrong_usage = failure.code() == ExitCode::wrong_usage;
    return write_line(program, failure.code(), failure.what(), wrong_usage ? see_help : "");
  } catch (const cr::InvalidArgumentException& exception) {
    return write_line(program, ExitCode::wrong_usage, exception, see_help);
  } catch (const cr::ConfigurationException& exception) {
    // It says itself where a value came from, or where a login was looked for.
    return write_line(program, ExitCode::wrong_usage, exception, "");
  } catch (const cr::NotFoundException& exception) {
    return write_line(program, ExitCode::not_found, exception, advice_about(exception));
  } catch (const cr::ApiException& exception) {
    return write_line(program, ExitCode::refused, exception, advice_about(exception));
  } catch (const cr::CancelledException& exception) {
    return write_line(program, ExitCode::interrupted, exception, "");
  } catch (const cr::DecodeException& exception) {
    return write_line(program, ExitCode::no_response, exception,
                      "check that IONOS_API_URL, if it is set, names the Container Registry API");
  } catch (const cr::TransportException& exception) {
    return write_line(program, ExitCode::no_response, exception, advice_about(exception));
  } catch (const cr::Exception& exception) {
    return write_line(program, ExitCode::no_response, exception, check_network);
  } catch (const std::exception& exception) {
    return write_line(program, ExitCode::incomplete, exception.what(), "");
  }
}

}  // namespace tool
