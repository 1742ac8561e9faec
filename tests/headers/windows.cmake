# SPDX-License-Identifier: Apache-2.0
#
# Compiles all public headers of -Dinclude_dir=… for Windows, as users of a DLL and of an archive see
# them, in -Dwork_dir=…. nlohmann/json is taken from -Dnlohmann_dir=….

cmake_minimum_required(VERSION 3.22)

# The compiler whose threads are POSIX': the other has no <mutex>.
find_program(COMPILER NAMES x86_64-w64-mingw32-g++-posix)
if(NOT COMPILER)
  message("skipped: needs a compiler for Windows, on Debian of the package g++-mingw-w64-x86-64")
  return()
endif()

file(GLOB_RECURSE headers RELATIVE "${include_dir}" "${include_dir}/*.hpp")
list(TRANSFORM headers REPLACE "(.+)" "#include <\\1>\n")
list(JOIN headers "" includes)
# The folder of nlohmann/json alone: beside it are headers of this system.
file(MAKE_DIRECTORY "${work_dir}/third-party")
file(CREATE_LINK "${nlohmann_dir}/nlohmann" "${work_dir}/third-party/nlohmann" SYMBOLIC)
file(WRITE "${work_dir}/all.cpp" "${includes}")

foreach(defined IN ITEMS "" -DIONOSCLOUD_CR_STATIC)
  execute_process(
    COMMAND "${COMPILER}" -std=c++17 -fsyntax-only -Werror -Wall -Wextra -Wpedantic -Wconversion
            -Wshadow ${defined} "-I${include_dir}" -isystem "${work_dir}/third-party"
            "${work_dir}/all.cpp"
    COMMAND_ERROR_IS_FATAL ANY
  )
endforeach()
