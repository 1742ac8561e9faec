// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <ionoscloud/container_registry/headers.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

/// A client that knows nothing of the library, for what the library itself wouldn't send. It sends
/// the target and the headers as they are, asks for no coding, and sends nothing twice.
class RawClient {
 public:
  using Headers = ionoscloud::container_registry::Headers;
  using StubServer = ionoscloud::container_registry::testing::StubServer;

  /// A response; its status is 0 when none came.
  struct Response {
    int status = 0;
    Headers headers;
    std::string body;

    nlohmann::json json() const { return nlohmann::json::parse(body); }

    std::string header(const std::string& name) const {
      return std::string(headers.get(name).value_or(""));
    }
  };

  explicit RawClient(const StubServer& stub, Headers headers = accepted())
      : url_(stub.url()), headers_(std::move(headers)) {}

  static Headers accepted() { return {{"Authorization", "Bearer stub-token"}}; }

  void set_time_limit(std::chrono::milliseconds limit) { time_limit_ = limit; }

  Response send(const std::string& method, const std::string& target, const std::string& body = "",
                const std::string& content_type = "application/json") {
    Headers headers = headers_;
    if (!body.empty()) headers.add("Content-Type", content_type);
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> lines(list_of(headers),
                                                                            &curl_slist_free_all);
    Response response;
    bool sent = false;
    CURL* const curl = curl_.get();
    curl_easy_reset(curl);
    curl_easy_setopt(curl, CURLOPT_URL, url_.c_str());
    curl_easy_setopt(curl, CURLOPT_REQUEST_TARGET, target.c_str());
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method.c_str());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines.get());
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(time_limit_.count()));
    if (!body.empty()) {
      curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
      curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    }
    curl_easy_setopt(curl, CURLOPT_PREREQFUNCTION, &RawClient::allow_once);
    curl_easy_setopt(curl, CURLOPT_PREREQDATA, &sent);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &RawClient::take_line);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &response.headers);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &RawClient::take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &response.body);
    if (curl_easy_perform(curl) != CURLE_OK) return {};
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    response.status = static_cast<int>(status);
    return response;
  }

  Response get(const std::string& target) { return send("GET", target); }

 private:
  static curl_slist* list_of(const Headers& headers) {
    curl_slist* list = nullptr;
    for (const auto& [name, value] : headers) {
      // With nothing behind the colon, libcurl would leave the line out.
      list = curl_slist_append(list, (name + (value.empty() ? ";" : ": " + value)).c_str());
    }
    return list;
  }

  /// libcurl sends a request again when the connection that it has kept turns out to be closed.
  static int allow_once(void* sent, char*, char*, int, int) {
    const bool again = std::exchange(*static_cast<bool*>(sent), true);
    return again ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
  }

  static std::size_t take_line(char* text, std::size_t, std::size_t size, void* headers) {
    const std::string line(text, size);
    const auto colon = line.find(':');
    const auto begin = line.find_first_not_of(' ', colon + 1);
    const auto end = line.find_last_not_of("\r\n");
    if (colon != std::string::npos && begin != std::string::npos && begin <= end) {
      static_cast<Headers*>(headers)->add(line.substr(0, colon),
                                          line.substr(begin, end - begin + 1));
    }
    return size;
  }

  static std::size_t take_body(char* text, std::size_t, std::size_t size, void* body) {
    static_cast<std::string*>(body)->append(text, size);
    return size;
  }

  std::string url_;
  Headers headers_;
  std::chrono::milliseconds time_limit_{60'000};
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl_{curl_easy_init(), &curl_easy_cleanup};
};

/// The path of the stub's first registry, and that of its tokens.
inline std::string registry_path() {
  return "/containerregistries/registries/" + RawClient::StubServer::registry().text();
}
inline std::string tokens_path() { return registry_path() + "/tokens"; }

/// The body of a POST or PUT with that name alone.
inline std::string named(const std::string& name) {
  return R"({"properties":{"name":")" + name + R"("}})";
}
