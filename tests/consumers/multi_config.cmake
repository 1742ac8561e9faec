# SPDX-License-Identifier: Apache-2.0
#
# Builds the -Dguest=… in two configurations of one build folder -Dwork_dir=…, runs its tests in
# both, and installs both to one prefix: -Dlibrary_source=… -Dcompiler=… -Dlauncher=…

cmake_minimum_required(VERSION 3.22)

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# In unity, which takes less time.
run("${CMAKE_COMMAND}" -S "${guest}" -B "${work_dir}" -G "Ninja Multi-Config"
    "-Dlibrary_source=${library_source}" "-DCMAKE_CXX_COMPILER=${compiler}"
    "-DCMAKE_CXX_COMPILER_LAUNCHER=${launcher}" -DCMAKE_UNITY_BUILD=ON -DCMAKE_DEBUG_POSTFIX=d
    -DIONOSCLOUD_CR_INSTALL=ON)
file(REMOVE_RECURSE "${work_dir}/prefix")
foreach(configuration IN ITEMS Debug Release)
  run("${CMAKE_COMMAND}" --build "${work_dir}" --config ${configuration} -j 2)
  run("${CMAKE_CTEST_COMMAND}" --test-dir "${work_dir}" -C ${configuration} --output-on-failure
      --no-tests=error)
  run("${CMAKE_COMMAND}" --install "${work_dir}" --config ${configuration}
      --prefix "${work_dir}/prefix")
endforeach()

file(GLOB_RECURSE archives "${work_dir}/prefix/*container-registry.a"
     "${work_dir}/prefix/*container-registryd.a")
list(LENGTH archives count)
if(NOT count EQUAL 2)
  message(SEND_ERROR "Installed aren't both configurations, but: ${archives}")
endif()
