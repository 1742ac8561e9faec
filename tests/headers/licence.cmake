# SPDX-License-Identifier: Apache-2.0
#
# Complains about public headers that don't begin with their licence: -Dinclude_dir=…

cmake_minimum_required(VERSION 3.22)

file(GLOB_RECURSE headers "${include_dir}/*.hpp")
if(NOT headers)
  message(FATAL_ERROR "There are no headers in ${include_dir}")
endif()
foreach(header IN LISTS headers)
  file(STRINGS "${header}" lines LIMIT_COUNT 1)
  if(NOT lines STREQUAL "// SPDX-License-Identifier: Apache-2.0")
    message(SEND_ERROR "${header}:1: the licence line is missing")
  endif()
endforeach()
