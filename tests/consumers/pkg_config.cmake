# SPDX-License-Identifier: Apache-2.0
#
# Builds and runs program.cpp and testing_program.cpp of -Dprograms=… with what pkg-config says of the package
# in -Dprefix=…, which is of -Dkind=shared|static: -Dcompiler=… -Dpkg_config=… -Dwork_dir=…

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
set(program "${programs}/program.cpp")
build_and_run(-std=c++17 ${strict} ${compile_flags} "${program}" ${link_flags})

pkg_config(testing_flags --cflags --libs ${package}-testing)
build_and_run(-std=c++17 ${strict} "${programs}/testing_program.cpp" ${testing_flags})

if(kind STREQUAL "shared")
  if("-lcurl" IN_LIST link_flags)
    message(SEND_ERROR "Users of the shared library don't link libcurl: ${link_flags}")
  endif()
  # Whoever has it needs no other package's file.
  set(ENV{PKG_CONFIG_LIBDIR} "${work_dir}")
  pkg_config(alone --cflags --libs --static ${package})
  return()
endif()

pkg_config(static_link_flags --static --libs ${package})
foreach(flag IN ITEMS -lionoscloud-container-registry -lcurl -lssl -lsimdjson -lz -pthread)
  if(NOT flag IN_LIST static_link_flags)
    message(SEND_ERROR "pkg-config --static leaves out ${flag}: ${static_link_flags}")
  endif()
endforeach()
pkg_config(requires --print-requires ${package})
list(JOIN requires " " requires)
foreach(version IN ITEMS "libcurl >= 7.80" "simdjson >= 3.0")
  if(NOT requires MATCHES "${version}")
    message(SEND_ERROR "pkg-config doesn't ask for ${version}: ${requires}")
  endif()
endforeach()

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
