# SPDX-License-Identifier: Apache-2.0
#
# Installs -Dbuild_dir=… into the new folder -Dprefix=…, uninstalls it, and complains of what is left, or
# when what was there before is gone.

cmake_minimum_required(VERSION 3.22)

file(REMOVE_RECURSE "${prefix}")
file(WRITE "${prefix}/include/of_another.hpp" "")
execute_process(
  COMMAND "${CMAKE_COMMAND}" --install "${build_dir}" --prefix "${prefix}" COMMAND_ERROR_IS_FATAL ANY
)
file(GLOB_RECURSE installed "${prefix}/*.pc")
if(NOT installed)
  message(FATAL_ERROR "Nothing was installed")
endif()

execute_process(
  COMMAND "${CMAKE_COMMAND}" --build "${build_dir}" --target uninstall COMMAND_ERROR_IS_FATAL ANY
)
file(GLOB_RECURSE left RELATIVE "${prefix}" "${prefix}/*")
file(GLOB_RECURSE folders LIST_DIRECTORIES ON RELATIVE "${prefix}" "${prefix}/*")
list(FILTER folders INCLUDE REGEX ionoscloud)
if(NOT left STREQUAL "include/of_another.hpp" OR folders)
  message(SEND_ERROR "What is left isn't what was there before: ${left} ${folders}")
endif()
