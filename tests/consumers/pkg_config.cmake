# SPDX-License-Identifier: Apache-2.0
#
# Builds and runs -Dprogram=… with what pkg-config says of the package in -Dprefix=…, which is of
# -Dkind=shared|static: -Dcompiler=… -Dpkg_config=… -Dwork_dir=…

cmake_minimum_required(VERSION 3.22)

set(package ionoscloud-container-registry)
file(GLOB_RECURSE pc_file "${prefix}/${package}.pc")
cmake_path(GET pc_file PARENT_PATH pc_dir)
cmake_path(GET pc_dir PARENT_PATH lib_dir)
set(ENV{PKG_CONFIG_PATH} "${pc_dir}")
set(ENV{LD_LIBRARY_PATH} "${lib_dir}")

# What pkg-config says, as a list of arguments.
function(pkg_config result_var)
  execute_process(
    COMMAND "${pkg_config}" ${ARGN} OUTPUT_VARIABLE flags COMMAND_ERROR_IS_FATAL ANY
  )
  separate_arguments(flags UNIX_COMMAND "${flags}")
  set(${result_var} "${flags}" PARENT_SCOPE)
endfunction()

function(build_and_run)
  execute_process(COMMAND "${compiler}" ${ARGN} -o "${work_dir}/program" COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND "${work_dir}/program" COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(MAKE_DIRECTORY "${work_dir}")
set(strict -Werror -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
pkg_config(compile_flags --cflags ${package})
pkg_config(link_flags --libs ${package})
build_and_run(-std=c++17 ${strict} ${compile_flags} "${program}" ${link_flags})

pkg_config(static_link_flags --static --libs ${package})
foreach(flag IN ITEMS -lionoscloud-container-registry -lcurl -lsimdjson -lz -pthread)
  if(NOT flag IN_LIST static_link_flags)
    message(SEND_ERROR "pkg-config --static leaves out ${flag}: ${static_link_flags}")
  endif()
endforeach()
if(kind STREQUAL "shared" AND "-lcurl" IN_LIST link_flags)
  message(SEND_ERROR "Users of the shared library don't link libcurl: ${link_flags}")
endif()

# Distributions leave out libraries that libcurl's own --static asks for. Where none is missing:
pkg_config(libcurl_flags --static --libs libcurl)
file(WRITE "${work_dir}/nothing.cpp" "int main() {}\n")
execute_process(
  COMMAND "${compiler}" "${work_dir}/nothing.cpp" -o "${work_dir}/nothing" ${libcurl_flags}
  RESULT_VARIABLE libcurl_result OUTPUT_QUIET ERROR_QUIET
)
if(libcurl_result EQUAL 0)
  build_and_run(-std=c++17 ${compile_flags} "${program}" ${static_link_flags})
endif()
