# SPDX-License-Identifier: Apache-2.0
#
# What can be switched. Everything that isn't the library itself is off in a parent project, and on
# by default only where what it needs is installed. Asking for it makes what is missing an error.

if(PROJECT_IS_TOP_LEVEL)
  find_package(nlohmann_json QUIET)
  find_package(GTest QUIET)
  include(cmake/cpp-httplib.cmake)
endif()

set(have_testing_component OFF)
if(TARGET nlohmann_json::nlohmann_json AND TARGET ionoscloud::cpp-httplib)
  set(have_testing_component ON)
endif()

set(have_tests OFF)
if(have_testing_component AND TARGET GTest::gmock)
  set(have_tests ON)
endif()

if(PROJECT_IS_TOP_LEVEL)
  find_package(yaml-cpp QUIET)
endif()
set(have_yaml_cpp OFF)
if(TARGET yaml-cpp OR TARGET yaml-cpp::yaml-cpp)
  set(have_yaml_cpp ON)
endif()
option(IONOSCLOUD_CR_WITH_PROFILES "Read profile files, with yaml-cpp" ${have_yaml_cpp})
option(IONOSCLOUD_CR_BUILD_TESTING_COMPONENT
       "Build FakeTransport and StubServer, for the tests of programs that use the library"
       ${have_testing_component})
option(IONOSCLOUD_CR_BUILD_TESTS "Build the library's own tests" ${have_tests})
option(IONOSCLOUD_CR_BUILD_FUZZERS "Build the fuzz targets with libFuzzer, which comes with Clang" OFF)
option(IONOSCLOUD_CR_BUILD_EXAMPLES "Build the examples" ${PROJECT_IS_TOP_LEVEL})
option(IONOSCLOUD_CR_BUILD_TOOL "Build the tool ionos-cr-tokens" ${PROJECT_IS_TOP_LEVEL})
option(IONOSCLOUD_CR_BUILD_BENCHMARKS "Build the benchmarks" OFF)
option(IONOSCLOUD_CR_INSTALL "Install the library" ${PROJECT_IS_TOP_LEVEL})
option(IONOSCLOUD_CR_WARNINGS_AS_ERRORS "Fail on compiler warnings" ${PROJECT_IS_TOP_LEVEL})

if(IONOSCLOUD_CR_BUILD_TESTS AND NOT IONOSCLOUD_CR_BUILD_TESTING_COMPONENT)
  message(FATAL_ERROR "IONOSCLOUD_CR_BUILD_TESTS needs IONOSCLOUD_CR_BUILD_TESTING_COMPONENT")
endif()
if(IONOSCLOUD_CR_INSTALL_TOOL AND NOT IONOSCLOUD_CR_BUILD_TOOL)
  message(FATAL_ERROR "IONOSCLOUD_CR_INSTALL_TOOL needs IONOSCLOUD_CR_BUILD_TOOL")
endif()
if(IONOSCLOUD_CR_BUILD_FUZZERS AND NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  message(FATAL_ERROR "IONOSCLOUD_CR_BUILD_FUZZERS needs Clang as the compiler")
endif()
