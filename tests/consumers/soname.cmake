# SPDX-License-Identifier: Apache-2.0
#
# Complains when the -Dsoname=… isn't that of the shared -Dlibrary=…: -Dreadelf=…

cmake_minimum_required(VERSION 3.22)

execute_process(
  COMMAND "${readelf}" -d "${library}" OUTPUT_VARIABLE dynamic COMMAND_ERROR_IS_FATAL ANY
)
if(NOT dynamic MATCHES "SONAME[^\n]*\\[([^\n]*)\\]")
  message(FATAL_ERROR "There is no soname")
elseif(NOT CMAKE_MATCH_1 STREQUAL soname)
  message(FATAL_ERROR "The soname is ${CMAKE_MATCH_1}, not ${soname}")
endif()
