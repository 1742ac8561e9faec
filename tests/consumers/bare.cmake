# SPDX-License-Identifier: Apache-2.0
#
# Configures -Dsource=… into -Dwork_dir=… on a machine without what only the tests and the testing
# component need, and complains when any of that is to be built all the same: -Dcompiler=…

cmake_minimum_required(VERSION 3.22)

# cpp-httplib is looked for by pkg-config, too.
set(ENV{PKG_CONFIG_LIBDIR} "${work_dir}")
set(missing)
foreach(package IN ITEMS httplib nlohmann_json GTest benchmark)
  list(APPEND missing "-DCMAKE_DISABLE_FIND_PACKAGE_${package}=ON")
endforeach()
set(configure "${CMAKE_COMMAND}" -S "${source}" -B "${work_dir}" "-DCMAKE_CXX_COMPILER=${compiler}"
              ${missing})

file(REMOVE_RECURSE "${work_dir}")
execute_process(COMMAND ${configure} COMMAND_ERROR_IS_FATAL ANY)
file(STRINGS "${work_dir}/CMakeCache.txt" built
     REGEX "^IONOSCLOUD_CR_BUILD_(TESTING_COMPONENT|TESTS|BENCHMARKS):BOOL=ON")
if(built)
  message(SEND_ERROR "What can't be built is to be built: ${built}")
endif()

foreach(part IN ITEMS TESTING_COMPONENT BENCHMARKS)
  execute_process(COMMAND ${configure} "-DIONOSCLOUD_CR_BUILD_${part}=ON" RESULT_VARIABLE result
                  OUTPUT_QUIET ERROR_QUIET)
  if(result EQUAL 0)
    message(SEND_ERROR "${part} was asked for, and is left out without a word")
  endif()
endforeach()
