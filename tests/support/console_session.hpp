// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <regex>
#include <string>
#include <vector>

namespace programs {

/// A command of a session in a document, and what it is said to show.
struct Step {
  std::string command;
  std::string shown;
};

/// The steps of the first block of code with the language `console`.
inline std::vector<Step> steps_of(const std::string& document) {
  const std::string begin = "```console\n";
  const std::size_t start = document.find(begin) + begin.size();
  const std::string session = document.substr(start, document.find("```", start) - start);

  std::vector<Step> steps;
  const std::regex step(R"(\$ ((?:[^\n]*\\\n)*[^\n]*)\n((?:[^$][^\n]*\n)*))");
  for (std::sregex_iterator match(session.begin(), session.end(), step), end; match != end;
       ++match) {
    steps.push_back({(*match)[1], (*match)[2]});
  }
  return steps;
}

/// `text` with this id in place of those in it.
inline std::string with_id(const std::string& text, const std::string& id) {
  static const std::regex any("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  return std::regex_replace(text, any, id);
}

/// Without what differs from run to run.
inline std::string without_chance(std::string text) {
  text = with_id(text, "<id>");
  text = std::regex_replace(text, std::regex("[0-9]{4}-[0-9T:-]+Z"), "<date>");
  return std::regex_replace(text, std::regex("-[a-z0-9]{8}\\b"), "-<mark>");
}

}  // namespace programs
