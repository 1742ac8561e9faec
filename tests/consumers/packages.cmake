# SPDX-License-Identifier: Apache-2.0
#
# What is made of the library for others to install.

if(Python3_FOUND)
  foreach(recipe IN ITEMS vcpkg conan)
    consumer_test(
      ${recipe}.agrees_with_the_tree "${Python3_EXECUTABLE}" -B "${here}/recipes.py" ${recipe}
      "${PROJECT_SOURCE_DIR}"
    )
  endforeach()
endif()

get_target_property(nlohmann_dir nlohmann_json::nlohmann_json INTERFACE_INCLUDE_DIRECTORIES)
list(GET nlohmann_dir 0 nlohmann_dir)
consumer_script(
  windows.compiles_the_headers ../headers/windows.cmake
  "include_dir=${PROJECT_SOURCE_DIR}/include" "work_dir=${work}/windows"
  "nlohmann_dir=${nlohmann_dir}"
)
packages_only(windows.compiles_the_headers)

find_program(IONOSCLOUD_CR_DPKG_SHLIBDEPS dpkg-shlibdeps)
if(NOT IONOSCLOUD_CR_DPKG_SHLIBDEPS)
  return()
endif()

set(debs "${work}/debs")
consumer_test(
  deb.builds_by_its_preset "${here}/deb/build.sh" "${PROJECT_SOURCE_DIR}" "${debs}"
  "${CMAKE_CXX_COMPILER_LAUNCHER}"
)
set_tests_properties(
  consumers.deb.builds_by_its_preset PROPERTIES FIXTURES_SETUP debs PROCESSORS 2
)

set(versions ${PROJECT_VERSION} ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
consumer_test(deb.has_what_belongs_to_it "${here}/deb/contents.sh" "${debs}" ${versions})
consumer_test(deb.says_what_it_is_and_needs "${here}/deb/control.sh" "${debs}" ${versions})
consumer_test(deb.pleases_lintian "${here}/deb/lintian.sh" "${debs}")
consumer_test(deb.would_be_installed_by_apt "${here}/deb/apt.sh" "${debs}")
consumer_project(
  deb.links_and_runs_by_cmake find_package "${CMAKE_CXX_COMPILER}"
  "CMAKE_PREFIX_PATH=${debs}/root/usr" "kind=shared" "standards=17"
)
consumer_script(
  deb.links_and_runs_by_pkg_config pkg_config.cmake "compiler=${CMAKE_CXX_COMPILER}"
  "pkg_config=${PKG_CONFIG_EXECUTABLE}" "programs=${here}" "prefix=${debs}/root/usr"
  "kind=shared" "work_dir=${work}/deb.links_and_runs_by_pkg_config"
)

set(abi "${PROJECT_SOURCE_DIR}/packaging/abi/abi.sh")
set(library "${debs}/src/libionoscloud-container-registry.so")
consumer_test(abi.is_that_of_the_baseline "${abi}" check "${library}")
consumer_test(
  abi.the_check_sees_a_function_that_is_gone "${here}/abi_gone.sh" "${abi}" "${library}"
  "${work}/abi"
)
set(after_the_debs
    deb.has_what_belongs_to_it deb.says_what_it_is_and_needs deb.pleases_lintian
    deb.would_be_installed_by_apt deb.links_and_runs_by_cmake deb.links_and_runs_by_pkg_config
    abi.is_that_of_the_baseline abi.the_check_sees_a_function_that_is_gone
)
packages_only(deb.builds_by_its_preset ${after_the_debs})
list(TRANSFORM after_the_debs PREPEND "consumers.")
set_tests_properties(${after_the_debs} PROPERTIES FIXTURES_REQUIRED debs)
set_tests_properties(
  consumers.abi.the_check_sees_a_function_that_is_gone
  PROPERTIES PASS_REGULAR_EXPRESSION "container_registry::v0::gone\\(\\)|1 Removed function"
)
