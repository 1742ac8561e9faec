# SPDX-License-Identifier: Apache-2.0
#
# The library in a build that isn't its own.

set(library "library_source=${PROJECT_SOURCE_DIR}")
set(compiler "compiler=${CMAKE_CXX_COMPILER}")

consumer_configures(guest.keeps_to_itself guest "${library}")
consumer_configures(guest.takes_the_targets_of_its_host parents_targets "${library}")
consumer_script(
  guest.comes_as_a_git_submodule submodule.cmake "${library}" "${compiler}" "guest=${here}/guest"
  "work_dir=${work}/guest.comes_as_a_git_submodule"
)
consumer_configures(guest.comes_by_fetch_content fetch_content "${library}")
consumer_script(
  configures_without_network offline.cmake "source=${PROJECT_SOURCE_DIR}" "${compiler}"
  "work_dir=${work}/configures_without_network"
)
consumer_script(
  configures_with_nothing_too_old too_old.cmake "source=${PROJECT_SOURCE_DIR}" "${compiler}"
  "work_dir=${work}/configures_with_nothing_too_old"
)
consumer_script(
  configures_without_what_only_tests_need bare.cmake "source=${PROJECT_SOURCE_DIR}" "${compiler}"
  "work_dir=${work}/configures_without_what_only_tests_need"
)

# This one is the package of the kind that this build isn't, too. Clang refuses more as C++23 than g++ 12.
consumer_project(
  guest.builds_with_the_flags_of_its_host guest "${compiler_of_guest}" "${library}"
  "BUILD_SHARED_LIBS=$<STREQUAL:${kind_of_guest},shared>"
  CMAKE_CXX_STANDARD=23 IONOSCLOUD_CR_INSTALL=ON IONOSCLOUD_CR_BUILD_TESTING_COMPONENT=ON
)
set(guest_build "${work}/guest.builds_with_the_flags_of_its_host")

# What is left is built in unity, which takes less time, and still a minute each.
consumer_project(
  guest.builds_in_unity guest "${CMAKE_CXX_COMPILER}" "${library}" CMAKE_UNITY_BUILD=ON
  IONOSCLOUD_CR_BUILD_TESTING_COMPONENT=ON
)
consumer_project(
  guest.is_optimized_together_with_its_host guest "${CMAKE_CXX_COMPILER}" "${library}"
  CMAKE_UNITY_BUILD=ON CMAKE_INTERPROCEDURAL_OPTIMIZATION=ON BUILD_SHARED_LIBS=ON
)
consumer_script(
  guest.builds_and_installs_several_configurations multi_config.cmake "${library}" "${compiler}"
  "guest=${here}/guest" "launcher=${CMAKE_CXX_COMPILER_LAUNCHER}"
  "work_dir=${work}/guest.builds_and_installs_several_configurations"
)
set_tests_properties(
  consumers.guest.builds_with_the_flags_of_its_host
  consumers.guest.builds_in_unity
  consumers.guest.is_optimized_together_with_its_host
  consumers.guest.builds_and_installs_several_configurations
  PROPERTIES PROCESSORS 2
)
set_tests_properties(
  consumers.guest.builds_with_the_flags_of_its_host PROPERTIES FIXTURES_SETUP guest
)
packages_only(
  guest.builds_in_unity guest.is_optimized_together_with_its_host
  guest.builds_and_installs_several_configurations
)
