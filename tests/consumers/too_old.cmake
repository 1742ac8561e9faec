# SPDX-License-Identifier: Apache-2.0
#
# Configures -Dsource=… into -Dwork_dir=… where simdjson and cpp-httplib are too old, and complains when that
# isn't said: -Dcompiler=…

cmake_minimum_required(VERSION 3.22)

file(REMOVE_RECURSE "${work_dir}")
file(WRITE "${work_dir}/simdjson-config.cmake" "add_library(simdjson::simdjson INTERFACE IMPORTED)\n")
file(WRITE "${work_dir}/simdjson-config-version.cmake" "set(PACKAGE_VERSION 2.2.3)\n")
file(WRITE "${work_dir}/httplib-config.cmake" "add_library(httplib::httplib INTERFACE IMPORTED)\n")
file(WRITE "${work_dir}/httplib-config-version.cmake" "set(PACKAGE_VERSION 0.10.9)\n")

# Complains when it is configured with these settings, or refused without saying so.
function(refuses message)
  execute_process(
    COMMAND "${CMAKE_COMMAND}" -S "${source}" -B "${work_dir}/build" "-DCMAKE_CXX_COMPILER=${compiler}"
            ${ARGN}
    RESULT_VARIABLE result OUTPUT_QUIET ERROR_VARIABLE errors
  )
  string(REGEX REPLACE "[ \n]+" " " errors "${errors}")
  string(FIND "${errors}" "${message}" position)
  if(result EQUAL 0 OR position EQUAL -1)
    message(SEND_ERROR "Nobody was told: ${message}\n${errors}")
  endif()
endfunction()

refuses("simdjson 2.2.3 is too old: 3.0 or newer is needed" "-Dsimdjson_DIR=${work_dir}")
refuses("cpp-httplib 0.10.9 is too old: 0.11 or newer is needed" "-Dhttplib_DIR=${work_dir}"
        -Usimdjson_DIR -DIONOSCLOUD_CR_BUILD_TESTING_COMPONENT=ON)
