# SPDX-License-Identifier: Apache-2.0
#
# Configures -Dsource=… into -Dwork_dir=… where there is no network at all: -Dcompiler=…

cmake_minimum_required(VERSION 3.22)

set(without_network unshare --map-root-user --net)
execute_process(COMMAND ${without_network} true RESULT_VARIABLE result OUTPUT_QUIET ERROR_QUIET)
if(NOT result EQUAL 0)
  message("skipped: this machine lets no process leave its network")
  return()
endif()

file(REMOVE_RECURSE "${work_dir}")
execute_process(
  COMMAND ${without_network} "${CMAKE_COMMAND}" -S "${source}" -B "${work_dir}"
          "-DCMAKE_CXX_COMPILER=${compiler}"
  COMMAND_ERROR_IS_FATAL ANY
)
