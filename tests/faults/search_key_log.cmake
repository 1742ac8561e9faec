# SPDX-License-Identifier: Apache-2.0
# Runs the tests of TLS as somebody does who wants to read along, and looks for the keys.
execute_process(COMMAND "${CMAKE_COMMAND}" -E rm -f "${LOG}")
execute_process(
  COMMAND "${CMAKE_COMMAND}" -E env "SSLKEYLOGFILE=${LOG}" "${PROGRAM}" --gtest_filter=CurlTls.*
  OUTPUT_VARIABLE output
  ERROR_VARIABLE output
  RESULT_VARIABLE result
)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "the tests of TLS fail:\n${output}")
endif()
set(keys "")
if(EXISTS "${LOG}")
  file(READ "${LOG}" keys)
endif()
if(keys)
  message(FATAL_ERROR "the keys of connections are in ${LOG}")
endif()
