# SPDX-License-Identifier: Apache-2.0
#
# Finds cpp-httplib as ionoscloud::cpp-httplib: by its own CMake package, or by pkg-config where a
# distribution leaves that out. The build and the installed package both include this file. Without
# cpp-httplib there is no such target.

if(TARGET ionoscloud::cpp-httplib)
  return()
endif()

if(NOT TARGET httplib::httplib)
  find_package(httplib CONFIG QUIET)
endif()
if(TARGET httplib::httplib)
  set(ionoscloud_cpp_httplib httplib::httplib)
else()
  find_package(PkgConfig QUIET)
  if(PKG_CONFIG_FOUND)
    pkg_check_modules(ionoscloud_cpp_httplib QUIET IMPORTED_TARGET cpp-httplib)
  endif()
  set(ionoscloud_cpp_httplib PkgConfig::ionoscloud_cpp_httplib)
endif()

if(TARGET ${ionoscloud_cpp_httplib})
  add_library(ionoscloud::cpp-httplib INTERFACE IMPORTED)
  set_target_properties(ionoscloud::cpp-httplib
                        PROPERTIES INTERFACE_LINK_LIBRARIES ${ionoscloud_cpp_httplib})
endif()
unset(ionoscloud_cpp_httplib)
