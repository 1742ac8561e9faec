# SPDX-License-Identifier: Apache-2.0
#
# Finds cpp-httplib as ionoscloud::cpp-httplib: by its own CMake package, or by pkg-config where a
# distribution leaves that out. The build and the installed package both include this file. Where there is
# none, or one that won't do, there is no such target, and `ionoscloud_cr_cpp_httplib_problem` says why.

set(ionoscloud_cr_least_cpp_httplib 0.11)
unset(ionoscloud_cr_cpp_httplib_problem)
if(TARGET ionoscloud::cpp-httplib)
  return()
endif()

if(NOT TARGET httplib::httplib)
  find_package(httplib CONFIG QUIET)
endif()
if(TARGET httplib::httplib)
  set(ionoscloud_cpp_httplib httplib::httplib)
  set(ionoscloud_cpp_httplib_VERSION "${httplib_VERSION}")
else()
  find_package(PkgConfig QUIET)
  if(PKG_CONFIG_FOUND)
    pkg_check_modules(ionoscloud_cpp_httplib QUIET IMPORTED_TARGET cpp-httplib)
  endif()
  set(ionoscloud_cpp_httplib PkgConfig::ionoscloud_cpp_httplib)
endif()

if(NOT TARGET ${ionoscloud_cpp_httplib})
  set(ionoscloud_cr_cpp_httplib_problem "cpp-httplib is missing")
elseif(ionoscloud_cpp_httplib_VERSION
       AND ionoscloud_cpp_httplib_VERSION VERSION_LESS ionoscloud_cr_least_cpp_httplib)
  set(ionoscloud_cr_cpp_httplib_problem "cpp-httplib ${ionoscloud_cpp_httplib_VERSION} is too old")
else()
  add_library(ionoscloud::cpp-httplib INTERFACE IMPORTED)
  set_target_properties(ionoscloud::cpp-httplib
                        PROPERTIES INTERFACE_LINK_LIBRARIES ${ionoscloud_cpp_httplib})
endif()
if(ionoscloud_cr_cpp_httplib_problem)
  string(APPEND ionoscloud_cr_cpp_httplib_problem
         ": ${ionoscloud_cr_least_cpp_httplib} or newer is needed")
endif()
unset(ionoscloud_cpp_httplib)
