# SPDX-License-Identifier: Apache-2.0
#
# What the library and its parts are built on. Nothing is downloaded, and what a parent project has
# found already is taken.

if(NOT TARGET Threads::Threads)
  find_package(Threads REQUIRED)
endif()
if(NOT TARGET CURL::libcurl)
  # No version here: curl's own CMake package refuses a request for an older major version.
  find_package(CURL REQUIRED)
  if(CURL_VERSION_STRING AND CURL_VERSION_STRING VERSION_LESS 7.80)
    message(FATAL_ERROR "libcurl ${CURL_VERSION_STRING} is too old: 7.80 or newer is needed")
  endif()
endif()
if(NOT TARGET OpenSSL::SSL OR NOT TARGET OpenSSL::Crypto)
  find_package(OpenSSL REQUIRED COMPONENTS SSL Crypto)
endif()
if(NOT TARGET simdjson::simdjson)
  find_package(simdjson REQUIRED)
endif()

if(IONOSCLOUD_CR_WITH_PROFILES)
  if(NOT TARGET yaml-cpp AND NOT TARGET yaml-cpp::yaml-cpp)
    find_package(yaml-cpp REQUIRED)
  endif()
  # Its target had no namespace before 0.8.
  set(IONOSCLOUD_CR_YAML_CPP yaml-cpp)
  if(TARGET yaml-cpp::yaml-cpp)
    set(IONOSCLOUD_CR_YAML_CPP yaml-cpp::yaml-cpp)
  endif()
else()
  message(STATUS "Without profile files: IONOSCLOUD_CR_WITH_PROFILES is off, or yaml-cpp isn't there")
endif()

if(IONOSCLOUD_CR_BUILD_TESTING_COMPONENT OR IONOSCLOUD_CR_BUILD_FUZZERS)
  if(NOT TARGET nlohmann_json::nlohmann_json)
    find_package(nlohmann_json REQUIRED)
  endif()
endif()
if(IONOSCLOUD_CR_BUILD_TESTING_COMPONENT)
  include(cmake/cpp-httplib.cmake)
  if(NOT TARGET ionoscloud::cpp-httplib)
    message(FATAL_ERROR "IONOSCLOUD_CR_BUILD_TESTING_COMPONENT needs cpp-httplib")
  endif()
endif()

if(IONOSCLOUD_CR_BUILD_TESTS AND NOT TARGET GTest::gmock_main)
  find_package(GTest REQUIRED)
endif()

if(IONOSCLOUD_CR_BUILD_BENCHMARKS)
  if(NOT TARGET nlohmann_json::nlohmann_json)
    find_package(nlohmann_json REQUIRED)
  endif()
  if(NOT TARGET benchmark::benchmark)
    find_package(benchmark REQUIRED)
  endif()
endif()
