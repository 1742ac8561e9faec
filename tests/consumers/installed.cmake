# SPDX-License-Identifier: Apache-2.0
#
# The library installed: each kind alone, and both in one prefix. All three are staged under DESTDIR
# and moved to a folder with a space in its name.

set(build_of_${kind_here} "${PROJECT_BINARY_DIR}")
set(build_of_${kind_of_guest} "${guest_build}")
set(prefixes "${work}/moved here")

foreach(kinds IN ITEMS shared static both)
  set(builds)
  foreach(kind IN ITEMS shared static)
    if(kinds MATCHES "both|${kind}")
      list(APPEND builds "${build_of_${kind}}")
    endif()
  endforeach()
  list(JOIN builds ":" builds)
  consumer_script(
    ${kinds}.installs_under_destdir_and_moves install.cmake "build_dirs=${builds}"
    "source_dir=${PROJECT_SOURCE_DIR}" "prefix=${prefixes}/${kinds}"
  )
  set(test consumers.${kinds}.installs_under_destdir_and_moves)
  set_tests_properties(${test} PROPERTIES FIXTURES_SETUP ${kinds} RESOURCE_LOCK install)
  if(NOT kinds STREQUAL kind_here)
    set_tests_properties(${test} PROPERTIES FIXTURES_REQUIRED guest)
  endif()
endforeach()

consumer_script(
  ${kind_here}.is_uninstalled uninstall.cmake "build_dir=${PROJECT_BINARY_DIR}"
  "prefix=${work}/uninstalled"
)
set_tests_properties(consumers.${kind_here}.is_uninstalled PROPERTIES RESOURCE_LOCK install)

# Adds the test of what find_package says to a request for the package in the prefix of a kind.
function(find_package_test name kind request response)
  consumer_configures(
    find_package.${name} rules "request=${request}" "CMAKE_PREFIX_PATH=${prefixes}/${kind}" ${ARGN}
  )
  set_tests_properties(
    consumers.find_package.${name}
    PROPERTIES FIXTURES_REQUIRED ${kind} PASS_REGULAR_EXPRESSION "${response}"
  )
endfunction()

set(minor "${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}")
math(EXPR minor_before "${PROJECT_VERSION_MINOR} - 1")
math(EXPR minor_after "${PROJECT_VERSION_MINOR} + 1")
math(EXPR patch_after "${PROJECT_VERSION_PATCH} + 1")
math(EXPR major_after "${PROJECT_VERSION_MAJOR} + 1")
set(found "found ${PROJECT_VERSION}: SHARED_LIBRARY")
set(refused "version: ${PROJECT_VERSION}\n.*refused\n")

find_package_test(takes_its_minor_version shared ${minor} "${found}")
find_package_test(takes_its_exact_version shared "${PROJECT_VERSION} EXACT" "${found}")
find_package_test(refuses_the_minor_version_before shared
                  ${PROJECT_VERSION_MAJOR}.${minor_before} "${refused}")
find_package_test(refuses_the_minor_version_after shared
                  ${PROJECT_VERSION_MAJOR}.${minor_after} "${refused}")
find_package_test(refuses_a_later_patch shared ${minor}.${patch_after} "${refused}")
find_package_test(refuses_another_major_version shared ${major_after}.0 "${refused}")
find_package_test(
  names_the_components_that_there_are shared "${minor} COMPONENTS no-such"
  "There is no component no-such, only these: shared, static,.*refused\n"
)
find_package_test(
  ignores_an_optional_component_that_is_unknown shared "${minor} OPTIONAL_COMPONENTS no-such"
  "${found}"
)
find_package_test(takes_the_shared_one_of_both both ${minor} "${found}")
find_package_test(refuses_both_in_one_project both "${minor} COMPONENTS static"
                  "the library of the other kind.*refused\n" "before=${minor}")
find_package_test(keeps_to_the_kind_found_before both ${minor} "${found}"
                  "before=${minor} COMPONENTS shared")
find_package_test(refuses_a_kind_that_is_not_installed shared "${minor} COMPONENTS static"
                  "The static library isn't installed.*refused\n")

# Adds the test of programs that are built with the package in the prefix of a kind.
function(programs_test name prefix compiler)
  consumer_project(
    ${name} find_package "${compiler}" "CMAKE_PREFIX_PATH=${prefixes}/${prefix}" ${ARGN}
  )
  set_tests_properties(consumers.${name} PROPERTIES FIXTURES_REQUIRED ${prefix})
endfunction()

foreach(compiler IN LISTS compilers)
  cmake_path(GET compiler FILENAME compiler_name)
  foreach(kind IN ITEMS shared static)
    programs_test(
      ${kind}.find_package.${compiler_name} ${kind} "${compiler}" "kind=${kind}" "standards=17 20 23"
    )
    consumer_script(
      ${kind}.pkg_config.${compiler_name} pkg_config.cmake "compiler=${compiler}"
      "pkg_config=${PKG_CONFIG_EXECUTABLE}" "programs=${here}"
      "prefix=${prefixes}/${kind}" "kind=${kind}"
      "work_dir=${work}/${kind}.pkg_config.${compiler_name}"
    )
    set_tests_properties(
      consumers.${kind}.pkg_config.${compiler_name} PROPERTIES FIXTURES_REQUIRED ${kind}
    )
  endforeach()
endforeach()

programs_test(
  both.give_the_static_one_to_who_asks both "${CMAKE_CXX_COMPILER}" "kind=static"
  "components=static" "standards=17"
)
consumer_script(
  both.give_the_shared_one_to_pkg_config pkg_config.cmake "compiler=${CMAKE_CXX_COMPILER}"
  "pkg_config=${PKG_CONFIG_EXECUTABLE}" "programs=${here}" "prefix=${prefixes}/both"
  "kind=shared" "work_dir=${work}/both.give_the_shared_one_to_pkg_config"
)
set_tests_properties(
  consumers.both.give_the_shared_one_to_pkg_config PROPERTIES FIXTURES_REQUIRED both
)

if(kind_here STREQUAL "shared")
  consumer_script(
    shared.meson meson.cmake "programs=${here}" "compiler=${CMAKE_CXX_COMPILER}"
    "prefix=${prefixes}/shared" "work_dir=${work}/shared.meson"
  )
  set_tests_properties(consumers.shared.meson PROPERTIES FIXTURES_REQUIRED shared)
  packages_only(shared.meson)
endif()

# Adds the test of a folder of programs that builds on its own; the rest of the arguments runs one of them.
function(builds_alone folder)
  set(test ${kind_here}.${folder})
  consumer_test(
    ${test}
    "${CMAKE_CTEST_COMMAND}"
    --build-and-test "${PROJECT_SOURCE_DIR}/${folder}" "${work}/${test}"
    --build-generator "${CMAKE_GENERATOR}" --build-noclean
    --build-options "-DCMAKE_PREFIX_PATH=${prefixes}/${kind_here}"
    "-DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER}"
    "-DCMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER}"
    --test-command ${ARGN}
  )
  set_tests_properties(
    consumers.${test} PROPERTIES FIXTURES_REQUIRED ${kind_here} PROCESSORS 2
  )
endfunction()

builds_alone(examples ./demo)
if(TARGET ionos-cr-tokens)
  # In one word: ctest would take the option for its own, and pass without doing anything.
  builds_alone(tools sh -c "ionos-cr-tokens/ionos-cr-tokens --version")
endif()

if(IONOSCLOUD_CR_INSTALL_TOOL)
  consumer_script(${kind_here}.tool tool.cmake "prefix=${prefixes}/${kind_here}")
  set_tests_properties(consumers.${kind_here}.tool PROPERTIES FIXTURES_REQUIRED ${kind_here})
endif()

if(kind_here STREQUAL "shared")
  set(library_file "$<TARGET_FILE:ionoscloud-container-registry>")
  consumer_script(
    shared.exports_its_namespace_alone exports.cmake "library=${library_file}" "nm=${CMAKE_NM}"
    "strip=${CMAKE_STRIP}" "stripped=${work}/stripped.so"
    "compiler=${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}"
  )
  consumer_script(
    shared.has_a_soname_for_each_minor_version soname.cmake "library=${library_file}"
    "readelf=${CMAKE_READELF}" "soname=libionoscloud-container-registry.so.${minor}"
  )
endif()
