# SPDX-License-Identifier: Apache-2.0
#
# Makes a repository in -Dwork_dir=… that has the one in -Dlibrary_source=… as a submodule, clones it
# the way its users would, and configures the clone: -Dguest=… -Dcompiler=…
#
# It is what is committed that is tested here.

cmake_minimum_required(VERSION 3.22)

find_program(GIT git)
if(NOT GIT OR NOT EXISTS "${library_source}/.git")
  message("skipped: needs git, and the library in a repository")
  return()
endif()

function(run folder)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY "${folder}" COMMAND_ERROR_IS_FATAL ANY)
endfunction()

set(git "${GIT}" -c protocol.file.allow=always -c user.name=host -c user.email=host@localhost
        -c commit.gpgsign=false)
set(origin "${work_dir}/origin")
set(clone "${work_dir}/clone")
file(REMOVE_RECURSE "${work_dir}")
file(MAKE_DIRECTORY "${origin}")
run("${origin}" ${git} init -q)
file(COPY "${guest}" "${guest}/../program.cpp" DESTINATION "${origin}")
run("${origin}" ${git} submodule add -q "${library_source}" third_party/container-registry)
run("${origin}" ${git} add .)
run("${origin}" ${git} commit -q -m "Host with a guest")

run("${work_dir}" ${git} clone -q --recurse-submodules "${origin}" clone)
run("${clone}" "${CMAKE_COMMAND}" -S guest -B ../build
    "-Dlibrary_source=${clone}/third_party/container-registry" "-DCMAKE_CXX_COMPILER=${compiler}")

execute_process(
  COMMAND ${git} status --porcelain WORKING_DIRECTORY "${clone}" OUTPUT_VARIABLE changes
  COMMAND_ERROR_IS_FATAL ANY
)
if(changes)
  message(SEND_ERROR "To configure it has changed the host's sources:\n${changes}")
endif()
