# SPDX-License-Identifier: Apache-2.0
#
# What the library is built on, and the least versions that will do. The build and the installed package
# both include this file.

set(ionoscloud_cr_least_CURL 7.80)
set(ionoscloud_cr_least_OpenSSL 1.1.1)
set(ionoscloud_cr_least_simdjson 3.0)
set(ionoscloud_cr_least_yaml-cpp 0.6)

# Finds a package with one of these targets, unless there is such a target already. What is missing or too
# old comes to `ionoscloud_cr_problem`.
function(ionoscloud_cr_find package version_var)
  foreach(target IN LISTS ARGN)
    if(TARGET ${target})
      return()
    endif()
  endforeach()
  set(quiet)
  if(${CMAKE_FIND_PACKAGE_NAME}_FIND_QUIETLY)
    set(quiet QUIET)
  endif()
  # No version here: curl's own CMake package refuses a request for an older major version.
  find_package(${package} ${quiet})

  set(least "${ionoscloud_cr_least_${package}}")
  set(version "${${version_var}}")
  string(REPLACE CURL libcurl name "${package}")
  if(NOT ${package}_FOUND)
    set(problem "${name} is missing")
  elseif(least AND version AND version VERSION_LESS least)
    set(problem "${name} ${version} is too old")
  else()
    return()
  endif()
  if(least)
    string(APPEND problem ": ${least} or newer is needed")
  endif()
  set(ionoscloud_cr_problem "${ionoscloud_cr_problem}${problem}. " PARENT_SCOPE)
endfunction()

# Finds all of them: with `ON`, yaml-cpp too.
macro(ionoscloud_cr_find_dependencies with_profiles)
  unset(ionoscloud_cr_problem)
  ionoscloud_cr_find(Threads Threads_VERSION Threads::Threads)
  ionoscloud_cr_find(CURL CURL_VERSION_STRING CURL::libcurl)
  ionoscloud_cr_find(OpenSSL OPENSSL_VERSION OpenSSL::SSL)
  ionoscloud_cr_find(simdjson simdjson_VERSION simdjson::simdjson)
  ionoscloud_cr_find(ZLIB ZLIB_VERSION ZLIB::ZLIB)
  if("${with_profiles}")
    ionoscloud_cr_find(yaml-cpp yaml-cpp_VERSION yaml-cpp::yaml-cpp yaml-cpp)
  endif()
  if(ionoscloud_cr_problem)
    string(APPEND ionoscloud_cr_problem "CMAKE_PREFIX_PATH says where to look first.")
  endif()
endmacro()
