# SPDX-License-Identifier: Apache-2.0
#
# Installs -Dbuild_dirs=…:… into the new folder -Dprefix=…, in the way of a packager: staged under
# DESTDIR, and moved afterwards. Complains when the package still knows -Dsource_dir=…, a build or the
# place where it was said to go.

cmake_minimum_required(VERSION 3.22)

set(said_prefix "/opt/not here")
set(stage "${prefix}.stage")
file(REMOVE_RECURSE "${prefix}" "${stage}")

string(REPLACE ":" ";" build_dirs "${build_dirs}")
foreach(build_dir IN LISTS build_dirs)
  execute_process(
    COMMAND "${CMAKE_COMMAND}" -E env "DESTDIR=${stage}" "${CMAKE_COMMAND}" --install "${build_dir}"
            --prefix "${said_prefix}"
    COMMAND_ERROR_IS_FATAL ANY
  )
endforeach()

file(GLOB_RECURSE installed RELATIVE "${stage}" "${stage}/*")
set(strays ${installed})
list(FILTER strays EXCLUDE REGEX "^opt/not here/")
if(strays)
  message(SEND_ERROR "Installed outside the prefix: ${strays}")
endif()

list(FILTER installed INCLUDE REGEX "[.](cmake|pc)$")
if(NOT installed)
  message(FATAL_ERROR "There is neither a CMake package nor a pkg-config file")
endif()
foreach(file IN LISTS installed)
  file(READ "${stage}/${file}" text)
  foreach(place IN ITEMS "${source_dir}" ${build_dirs} "${stage}" "${said_prefix}")
    string(FIND "${text}" "${place}" position)
    if(NOT position EQUAL -1)
      message(SEND_ERROR "${file} names ${place}")
    endif()
  endforeach()
endforeach()

file(RENAME "${stage}${said_prefix}" "${prefix}")
file(REMOVE_RECURSE "${stage}")
