# SPDX-License-Identifier: Apache-2.0
#
# Builds and runs the programs of -Dprograms=… with Meson and the shared package in -Dprefix=…:
# -Dcompiler=… -Dwork_dir=…

cmake_minimum_required(VERSION 3.22)

find_program(MESON meson)
if(NOT MESON)
  message("skipped: needs meson")
  return()
endif()

function(run)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY "${work_dir}" COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE "${work_dir}")
file(COPY "${programs}/meson/meson.build" "${programs}/program.cpp" "${programs}/testing_program.cpp"
     DESTINATION "${work_dir}")
file(GLOB_RECURSE pc_file "${prefix}/ionoscloud-container-registry.pc")
cmake_path(GET pc_file PARENT_PATH pc_dir)
cmake_path(GET pc_dir PARENT_PATH lib_dir)
set(ENV{CXX} "${compiler}")
set(ENV{LD_LIBRARY_PATH} "${lib_dir}")
run("${MESON}" setup build "-Dcmake_prefix_path=${prefix}" "-Dpkg_config_path=${pc_dir}")
run("${MESON}" test -C build --print-errorlogs)
