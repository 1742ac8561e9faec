# SPDX-License-Identifier: Apache-2.0
#
# Debian packages by CPack: one of the shared library, named by its soname, and one to build with it.
# The preset `package` builds them as they should be.

find_program(IONOSCLOUD_CR_GZIP gzip)
if(NOT kind STREQUAL "shared" OR NOT IONOSCLOUD_CR_GZIP)
  return()
endif()

set(CPACK_PACKAGE_CONTACT
    "The authors of ${PROJECT_NAME} <authors@${PROJECT_NAME}.invalid>"
    CACHE STRING "Who maintains the packages: a name and an <address>"
)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME "${PROJECT_NAME}")
set(CPACK_COMPONENTS_ALL ${runtime} ${development})
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE "${PROJECT_HOMEPAGE_URL}")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)

get_target_property(soversion ionoscloud-container-registry SOVERSION)
set(runtime_package lib${PROJECT_NAME}${soversion})
set(development_package lib${PROJECT_NAME}-dev)
string(CONCAT description
       "A token's password is shown once, so this library is built not to lose it,\n"
       "not to print it, and not to create a token twice.\n")

string(TOUPPER CPACK_DEBIAN_${runtime} deb)
set(${deb}_PACKAGE_NAME ${runtime_package})
set(${deb}_PACKAGE_SECTION libs)
set(${deb}_PACKAGE_SHLIBDEPS ON)
string(TOUPPER CPACK_COMPONENT_${runtime}_DESCRIPTION component_description)
set(${component_description}
    "${description}\nThis package has the shared library.")
# The linker's cache learns of the library by dpkg's trigger.
file(WRITE "${PROJECT_BINARY_DIR}/debian/triggers" "activate-noawait ldconfig\n")
set(${deb}_PACKAGE_CONTROL_EXTRA "${PROJECT_BINARY_DIR}/debian/triggers")

string(TOUPPER CPACK_DEBIAN_${development} deb)
set(${deb}_PACKAGE_NAME ${development_package})
set(${deb}_PACKAGE_SECTION libdevel)
set(${deb}_PACKAGE_DEPENDS "${runtime_package} (= ${PROJECT_VERSION})")
set(${deb}_PACKAGE_SUGGESTS "nlohmann-json3-dev")
if(IONOSCLOUD_CR_BUILD_TESTING_COMPONENT)
  set(${deb}_PACKAGE_RECOMMENDS "libcpp-httplib-dev, pkg-config")
endif()
string(TOUPPER CPACK_COMPONENT_${development}_DESCRIPTION component_description)
set(${component_description}
    "${description}\nThis package has the headers, and what CMake and pkg-config need to find\n"
    "the library.")
list(JOIN ${component_description} "" ${component_description})

string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(packaging/debian/changelog.in "${PROJECT_BINARY_DIR}/debian/changelog" @ONLY)
execute_process(
  COMMAND "${IONOSCLOUD_CR_GZIP}" -9nf "${PROJECT_BINARY_DIR}/debian/changelog"
  COMMAND_ERROR_IS_FATAL ANY
)
foreach(component IN ITEMS runtime development)
  install(FILES packaging/debian/copyright "${PROJECT_BINARY_DIR}/debian/changelog.gz"
          DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/doc/${${component}_package}"
          COMPONENT ${${component}} EXCLUDE_FROM_ALL)
endforeach()

include(CPack)
