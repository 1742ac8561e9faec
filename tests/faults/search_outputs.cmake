# SPDX-License-Identifier: Apache-2.0
# Makes every fault test fail that can, with all that its caller could get hold of in its output, and
# looks for the secrets that were in use: as they are, and in base64 at each of its three offsets.
execute_process(
  COMMAND "${CMAKE_COMMAND}" -E env IONOSCLOUD_CR_SHOW_OUTCOMES=1 "${PROGRAM}"
  OUTPUT_VARIABLE output
  ERROR_VARIABLE output
  RESULT_VARIABLE result
)
string(REGEX MATCHALL "\n\\[  FAILED  \\] [^\n]* ms\\)" failures "${output}")
list(LENGTH failures count)
if(result EQUAL 0 OR count LESS 800)
  message(FATAL_ERROR "only ${count} tests failed:\n${output}")
endif()
string(REGEX MATCH "[^\n]*(hunter2|aHVudGVyM|odW50ZXIy|h1bnRlcj)[^\n]*" found "${output}")
if(found)
  message(FATAL_ERROR "a secret is shown: ${found}")
endif()
message(STATUS "no secret in the outputs of ${count} failing tests")
