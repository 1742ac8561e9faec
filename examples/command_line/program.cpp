// SPDX-License-Identifier: Apache-2.0
#include "command_line/program.hpp"

#include <exception>
#include <iostream>
#include <string>
#include <string_view>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "command_line/failure.hpp"
#include "command_line/standard_output.hpp"

namespace examples {
namespace {

namespace cr = ionoscloud::container_registry;

struct StatusAdvice {
  int status;
  std::string_view text;
};

constexpr StatusAdvice status_advice[] = {
    {401, "check IONOS_TOKEN, or IONOS_USERNAME and IONOS_PASSWORD"},
    {403, "use a login that may manage this registry"},
    {404, "check the ids, and IONOS_API_URL if it is set"},
    {409, "choose another name"},
    {429, "try again later"},
};

struct LostAnswerAdvice {
  std::string_view operation;
  std::string_view text;
};

/// What to do when a token may have been created although its password never arrived.
constexpr LostAnswerAdvice lost_answer_advice[] = {
    {"registries_tokens_post",
     "look with list_tokens whether the token is there; if so, delete it, since its password is "
     "lost, and create it again"},
    {"registries_tokens_put",
     "look with find_token whether the token is there; if it is new, delete it, since its password "
     "is lost, and put it again"},
};

std::string_view advice_about_lost_answer(const cr::Exception& exception) {
  if (exception.execution() == cr::Execution::none) return "";
  for (const LostAnswerAdvice& advice : lost_answer_advice) {
    if (advice.operation == exception.operation()) return advice.text;
  }
  return "";
}

std::string_view advice_about(const cr::ApiException& exception) {
  for (const StatusAdvice& advice : status_advice) {
    if (advice.status == exception.status()) return advice.text;
  }
  return exception.status() >= 500 ? "try again later" : "correct the arguments";
}

/// Says what went wrong, and what to do about it.
int complain(const Command& command, ExitCode code, std::string_view what,
             std::string_view advice) {
  std::cerr << command.name << ": " << what;
  if (!advice.empty()) std::cerr << "; " << advice;
  std::cerr << '\n';
  return static_cast<int>(code);
}

int complain(const Command& command, ExitCode code, const cr::Exception& exception,
             std::string_view advice) {
  const std::string_view lost = advice_about_lost_answer(exception);
  const std::string_view what = exception.what();
  return complain(command, code, what, lost.empty() ? advice : lost);
}

}  // namespace

int run_program(const Command& command, int argc, const char* const* argv,
                void (*program)(const Arguments&)) {
  const std::string see_help = "see " + std::string(command.name) + " --help";
  try {
    const Arguments arguments(command, argc, argv);
    if (arguments.has(help)) {
      print(help_text(command));
    } else {
      program(arguments);
    }
    return static_cast<int>(ExitCode::done);
  } catch (const Failure& failure) {
    const bool wrong_usage = failure.code() == ExitCode::wrong_usage;
    return complain(command, failure.code(), failure.what(), wrong_usage ? see_help : "");
  } catch (const cr::InvalidArgumentException& exception) {
    return complain(command, ExitCode::wrong_usage, exception, see_help);
  } catch (const cr::ConfigurationException& exception) {
    return complain(command, ExitCode::wrong_usage, exception,
                    "it is read from IONOS_TOKEN, IONOS_USERNAME, IONOS_PASSWORD, IONOS_API_URL");
  } catch (const cr::ApiException& exception) {
    return complain(command, ExitCode::refused, exception, advice_about(exception));
  } catch (const cr::DecodeException& exception) {
    return complain(command, ExitCode::no_answer, exception,
                    "check that IONOS_API_URL, if it is set, names the Container Registry API");
  } catch (const cr::Exception& exception) {
    return complain(command, ExitCode::no_answer, exception,
                    "check the network, and IONOS_API_URL if it is set, and try again");
  } catch (const std::exception& exception) {
    return complain(command, ExitCode::not_written, exception.what(), "");
  }
}

}  // namespace examples
