# SPDX-License-Identifier: Apache-2.0
#
# Preprocesses the umbrella header, and complains when it has become heavy or includes what it must
# never include: -Dcompiler=… -Dinclude_dir=… -Dwork_dir=…

cmake_minimum_required(VERSION 3.22)

# How much code the umbrella may be, as percent of the standard headers that it can't do without.
set(budget 115)
set(floor string vector optional memory chrono stdexcept)
set(forbidden curl/curl.h nlohmann/json.hpp simdjson.h httplib.h functional future iostream regex
              mutex thread map)

function(preprocess name text lines_var files_var)
  file(WRITE "${work_dir}/${name}.cpp" "${text}")
  execute_process(
    COMMAND "${compiler}" -std=c++17 -E -H "-I${include_dir}" "${work_dir}/${name}.cpp"
    OUTPUT_VARIABLE code ERROR_VARIABLE files RESULT_VARIABLE result
  )
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${files}")
  endif()
  # Line markers and empty lines aren't code.
  string(REGEX REPLACE "\n#[^\n]*" "" code "\n${code}")
  string(REGEX REPLACE "\n[ \t\n]*" "\n" code "${code}")
  string(REGEX REPLACE "[^\n]+" "" newlines "${code}")
  string(LENGTH "${newlines}" lines)
  set(${lines_var} "${lines}" PARENT_SCOPE)
  set(${files_var} "${files}" PARENT_SCOPE)
endfunction()

list(TRANSFORM floor REPLACE ".+" "#include <\\0>\n")
list(JOIN floor "" floor)
preprocess(floor "${floor}" floor_lines floor_files)
preprocess(umbrella "#include <ionoscloud/container_registry.hpp>\n" umbrella_lines umbrella_files)

math(EXPR percent "100 * ${umbrella_lines} / ${floor_lines}")
math(EXPR allowed "${budget} * ${floor_lines} / 100")
message("umbrella: ${umbrella_lines} lines, ${percent} % of the floor's ${floor_lines}")
if(umbrella_lines GREATER allowed)
  message(SEND_ERROR "The umbrella header is heavier than its budget of ${allowed} lines.")
endif()

# The compiler names the headers it reads one a line: dots for the depth, then the path.
foreach(header IN LISTS forbidden)
  if(umbrella_files MATCHES "\n\\.+ [^\n]*[/ ]${header}\n")
    message(SEND_ERROR "The umbrella header includes <${header}>:${CMAKE_MATCH_0}")
  endif()
endforeach()
