# SPDX-License-Identifier: Apache-2.0
#
# Installs headers, libraries, the CMake package and the pkg-config files. What is installed may be
# moved: nothing in it names the place where it was built or first installed.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/${PROJECT_NAME}")
set(runtime ionoscloud_cr_runtime)
set(development ionoscloud_cr_development)

if(IONOSCLOUD_CR_BUILD_TESTING_COMPONENT)
  set(headers)
else()
  set(headers PATTERN testing EXCLUDE)
endif()
install(DIRECTORY include/ionoscloud DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
        COMPONENT ${development} FILES_MATCHING PATTERN *.hpp ${headers})

get_target_property(library_type ionoscloud-container-registry TYPE)
string(REPLACE "_LIBRARY" "" kind "${library_type}")
string(TOLOWER "${kind}" kind)

# The files of either kind have names of their own, so that both can be installed to one prefix.
install(TARGETS ionoscloud-container-registry EXPORT ${PROJECT_NAME}-targets
        RUNTIME COMPONENT ${runtime}
        LIBRARY COMPONENT ${runtime} NAMELINK_COMPONENT ${development}
        ARCHIVE COMPONENT ${development}
        INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT ${PROJECT_NAME}-targets FILE ${PROJECT_NAME}-${kind}-targets.cmake
        NAMESPACE ionoscloud:: DESTINATION "${package_dir}" COMPONENT ${development})

if(IONOSCLOUD_CR_BUILD_TESTING_COMPONENT)
  install(TARGETS ionoscloud-container-registry-testing EXPORT ${PROJECT_NAME}-testing-targets
          ARCHIVE COMPONENT ${development} INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  install(EXPORT ${PROJECT_NAME}-testing-targets
          NAMESPACE ionoscloud:: DESTINATION "${package_dir}" COMPONENT ${development})
  install(FILES cmake/cpp-httplib.cmake DESTINATION "${package_dir}" COMPONENT ${development})
endif()

configure_package_config_file(
  cmake/package-config.cmake.in "${PROJECT_BINARY_DIR}/${PROJECT_NAME}-config.cmake"
  INSTALL_DESTINATION "${package_dir}" NO_SET_AND_CHECK_MACRO
)
write_basic_package_version_file(
  "${PROJECT_BINARY_DIR}/${PROJECT_NAME}-config-version.cmake" COMPATIBILITY SameMinorVersion
)
install(FILES "${PROJECT_BINARY_DIR}/${PROJECT_NAME}-config.cmake"
              "${PROJECT_BINARY_DIR}/${PROJECT_NAME}-config-version.cmake"
              cmake/library-dependencies.cmake
        DESTINATION "${package_dir}" COMPONENT ${development})

include(cmake/PkgConfig.cmake)

if(PROJECT_IS_TOP_LEVEL)
  add_custom_target(
    uninstall
    COMMAND "${CMAKE_COMMAND}" -D "build_dir=${PROJECT_BINARY_DIR}" -P
            "${PROJECT_SOURCE_DIR}/cmake/uninstall.cmake"
    COMMENT "Removing what was installed from here" VERBATIM
  )
endif()
