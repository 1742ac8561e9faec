// SPDX-License-Identifier: Apache-2.0
#include "result.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

namespace benchmarks {
namespace {

/// Of several values of one figure.
struct Spread {
  double median;
  double min;
  double max;
};

Spread spread_of(const Result& result, const std::function<double(const Round&)>& figure) {
  std::vector<double> values;
  for (const Round& round : result.rounds) values.push_back(figure(round));
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  const double median =
      values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  return {median, values.front(), values.back()};
}

/// The library's share of its rival's rate, or how many times as long it takes.
Spread ratio_of(const Result& result) {
  const bool rate = result.workload->figure == Figure::rate;
  return spread_of(result, [rate](const Round& round) {
    const double times_as_long = round.library.seconds / round.rival.seconds;
    return rate ? 1 / times_as_long : times_as_long;
  });
}

Spread cpu_ratio_of(const Result& result) {
  return spread_of(result, [](const Round& round) {
    return round.library.cpu_seconds / round.rival.cpu_seconds;
  });
}

double peak_rss_mib_of(const Result& result) {
  return spread_of(result,
                   [](const Round& round) {
                     return static_cast<double>(round.library.peak_rss_kib) / 1024;
                   })
      .max;
}

bool reaches_goal(const Workload& workload, double ratio) {
  return workload.figure == Figure::rate ? ratio >= workload.goal : ratio <= workload.goal;
}

std::string number(double value, int digits) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(digits) << value;
  return text.str();
}

std::string goal_text(double value, int digits, bool least, bool reached) {
  return (least ? ">= " : "<= ") + number(value, digits) + (reached ? "" : " !");
}

std::string goal_text(double value, int digits, const std::optional<double>& most) {
  return most ? goal_text(*most, digits, false, value <= *most) : "";
}

void print_row(std::ostream& out, const std::vector<std::string>& cells) {
  constexpr std::array<int, 9> widths = {8, 28, 7, 12, 10, 6, 10, 6, 10};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out << std::left << std::setw(widths[i]) << cells[i];
  }
  out << '\n';
}

void print_result(std::ostream& out, const Result& result) {
  const Workload& workload = *result.workload;
  const Spread ratio = ratio_of(result);
  const double cpu = cpu_ratio_of(result).median;
  const double rss = peak_rss_mib_of(result);
  print_row(out, {std::string(workload.name), std::string(workload.title), number(ratio.median, 2),
                  number(ratio.min, 2) + "-" + number(ratio.max, 2),
                  goal_text(workload.goal, 2, workload.figure == Figure::rate,
                            reaches_goal(workload, ratio.median)),
                  number(cpu, 2), goal_text(cpu, 2, workload.most_cpu), number(rss, 1),
                  goal_text(rss, 0, workload.most_rss_mib)});
}

nlohmann::ordered_json json_of(const Spread& spread) {
  return {{"median", spread.median}, {"min", spread.min}, {"max", spread.max}};
}

nlohmann::ordered_json json_of(const Measurement& measurement) {
  return {{"seconds", measurement.seconds},
          {"cpu_seconds", measurement.cpu_seconds},
          {"peak_rss_kib", measurement.peak_rss_kib}};
}

nlohmann::ordered_json json_of(const Result& result) {
  const Workload& workload = *result.workload;
  nlohmann::ordered_json json = {{"name", workload.name},
                                 {"title", workload.title},
                                 {"figure", workload.figure == Figure::rate ? "rate" : "start_up"},
                                 {"rival", workload.own_rival.empty() ? "libcurl" : "library"},
                                 {"goal", workload.goal},
                                 {"ratio", json_of(ratio_of(result))},
                                 {"cpu_ratio", json_of(cpu_ratio_of(result))},
                                 {"peak_rss_mib", peak_rss_mib_of(result)},
                                 {"calls", result.calls}};
  for (const Round& round : result.rounds) {
    json["rounds"].push_back(
        {{"rival", json_of(round.rival)}, {"library", json_of(round.library)}});
  }
  return json;
}

}  // namespace

void print(std::ostream& out, const Report& report) {
  out << "The library's figures divided by those of plain libcurl: calls a second of W1 to W6, "
         "the\n"
         "time of W7, processor time a call (CPU); of W4a by its own without pages ahead. RSS is "
         "the\n"
         "library's peak, in MiB.\n\n";
  print_row(out, {"", "", "median", "min-max", "goal", "CPU", "goal", "RSS", "goal"});
  for (const Result& result : report.results) print_result(out, result);
  out << "\nshared library, stripped: " << number(report.library_kib, 0) << " KiB, goal "
      << goal_text(report.library_kib, 0, most_library_kib) << "\n";
  for (const auto& [name, value] : report.machine) out << name << ": " << value << '\n';
}

std::string to_json(const Report& report) {
  nlohmann::ordered_json json;
  for (const auto& [name, value] : report.machine) json["machine"][name] = value;
  json["library_kib"] = report.library_kib;
  for (const Result& result : report.results) json["workloads"].push_back(json_of(result));
  return json.dump(2);
}

}  // namespace benchmarks
