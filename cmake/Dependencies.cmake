# SPDX-License-Identifier: Apache-2.0
#
# What the library and its parts are built on. Nothing is downloaded, and what a parent project has
# found already is taken.

include(cmake/library-dependencies.cmake)
ionoscloud_cr_find_dependencies(${IONOSCLOUD_CR_WITH_PROFILES})
if(ionoscloud_cr_problem)
  message(FATAL_ERROR "${ionoscloud_cr_problem}")
endif()

if(NOT IONOSCLOUD_CR_WITH_PROFILES)
  message(STATUS "Without profile files: IONOSCLOUD_CR_WITH_PROFILES is off, or yaml-cpp isn't there")
elseif(TARGET yaml-cpp::yaml-cpp)
  set(IONOSCLOUD_CR_YAML_CPP yaml-cpp::yaml-cpp)
else()
  # Its target had no namespace before 0.8.
  set(IONOSCLOUD_CR_YAML_CPP yaml-cpp)
endif()

if(IONOSCLOUD_CR_BUILD_TESTING_COMPONENT OR IONOSCLOUD_CR_BUILD_FUZZERS)
  if(NOT TARGET nlohmann_json::nlohmann_json)
    find_package(nlohmann_json REQUIRED)
  endif()
endif()
if(IONOSCLOUD_CR_BUILD_TESTING_COMPONENT)
  include(cmake/cpp-httplib.cmake)
  if(ionoscloud_cr_cpp_httplib_problem)
    message(FATAL_ERROR "IONOSCLOUD_CR_BUILD_TESTING_COMPONENT: ${ionoscloud_cr_cpp_httplib_problem}")
  endif()
endif()

if(IONOSCLOUD_CR_BUILD_TESTS AND NOT TARGET GTest::gmock_main)
  if(CMAKE_CROSSCOMPILING AND EXISTS /usr/src/googletest/CMakeLists.txt)
    # Debian has it for one processor at a time, and its sources for all.
    add_subdirectory(/usr/src/googletest "${PROJECT_BINARY_DIR}/googletest" EXCLUDE_FROM_ALL)
  else()
    find_package(GTest REQUIRED)
  endif()
endif()

if(IONOSCLOUD_CR_BUILD_BENCHMARKS)
  if(NOT TARGET nlohmann_json::nlohmann_json)
    find_package(nlohmann_json REQUIRED)
  endif()
  if(NOT TARGET benchmark::benchmark)
    find_package(benchmark REQUIRED)
  endif()
endif()
