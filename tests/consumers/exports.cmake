# SPDX-License-Identifier: Apache-2.0
#
# Complains when the shared -Dlibrary=… exports what isn't in ionoscloud::, or is larger than it may
# be once -Dstrip=… has made it -Dstripped=…: -Dnm=… -Dcompiler=…

cmake_minimum_required(VERSION 3.22)

# What g++ 12 makes of it; other compilers' libraries are up to a tenth larger or smaller.
set(allowed_kib 850)
set(judged_compiler "GNU 12")

execute_process(
  COMMAND "${nm}" -DC --defined-only "${library}" OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY
)
# Function templates have their return type in front.
string(REGEX REPLACE "[^\n]* (ionoscloud::|[a-z -]+ for ionoscloud::|[a-z -]+ to ionoscloud::)[^\n]*\n"
       "" foreign "${output}")
if(foreign STREQUAL output)
  message(FATAL_ERROR "Nothing in ionoscloud:: is exported")
elseif(foreign)
  message(SEND_ERROR "Exported, but not in ionoscloud:::\n${foreign}")
endif()

execute_process(COMMAND "${strip}" -o "${stripped}" "${library}" COMMAND_ERROR_IS_FATAL ANY)
file(SIZE "${stripped}" bytes)
math(EXPR kib "(${bytes} + 1023) / 1024")
message("stripped: ${kib} KiB; allowed of ${judged_compiler}: ${allowed_kib} KiB")
if(kib GREATER allowed_kib AND compiler MATCHES "^${judged_compiler}\\.")
  message(SEND_ERROR "The shared library is larger than ${allowed_kib} KiB")
endif()
