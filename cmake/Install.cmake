# SPDX-License-Identifier: Apache-2.0
#
# Installs headers, libraries, the CMake package and the pkg-config file. What is installed may be
# moved: nothing in it names the place where it was built or first installed.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/${PROJECT_NAME}")

if(IONOSCLOUD_CR_BUILD_TESTING_COMPONENT)
  set(headers)
else()
  set(headers PATTERN testing EXCLUDE)
endif()
install(DIRECTORY include/ionoscloud DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
        FILES_MATCHING PATTERN *.hpp ${headers})

install(TARGETS ionoscloud-container-registry EXPORT ${PROJECT_NAME}-targets
        INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT ${PROJECT_NAME}-targets NAMESPACE ionoscloud:: DESTINATION "${package_dir}")

if(IONOSCLOUD_CR_BUILD_TESTING_COMPONENT)
  install(TARGETS ionoscloud-container-registry-testing EXPORT ${PROJECT_NAME}-testing-targets
          INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  install(EXPORT ${PROJECT_NAME}-testing-targets NAMESPACE ionoscloud:: DESTINATION "${package_dir}")
  install(FILES cmake/cpp-httplib.cmake DESTINATION "${package_dir}")
endif()

get_target_property(library_type ionoscloud-container-registry TYPE)
string(COMPARE EQUAL "${library_type}" "STATIC_LIBRARY" library_is_static)

configure_package_config_file(
  cmake/package-config.cmake.in "${PROJECT_BINARY_DIR}/${PROJECT_NAME}-config.cmake"
  INSTALL_DESTINATION "${package_dir}" NO_SET_AND_CHECK_MACRO
)
write_basic_package_version_file(
  "${PROJECT_BINARY_DIR}/${PROJECT_NAME}-config-version.cmake" COMPATIBILITY SameMinorVersion
)
install(FILES "${PROJECT_BINARY_DIR}/${PROJECT_NAME}-config.cmake"
              "${PROJECT_BINARY_DIR}/${PROJECT_NAME}-config-version.cmake"
        DESTINATION "${package_dir}")

# Whoever links the archive needs what it was built on, with or without `pkg-config --static`.
set(pc_packages "libcurl >= 7.80, libcrypto, simdjson")
if(IONOSCLOUD_CR_WITH_PROFILES)
  string(APPEND pc_packages ", yaml-cpp")
endif()
if(library_is_static)
  set(pc_requires "Requires: ${pc_packages}")
  set(pc_libs "-pthread")
  set(pc_cflags "-DIONOSCLOUD_CR_STATIC")
else()
  set(pc_requires "Requires.private: ${pc_packages}\nLibs.private: -pthread")
endif()
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}" OR IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
  set(pc_prefix "${CMAKE_INSTALL_PREFIX}")
else()
  file(RELATIVE_PATH up "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
  set(pc_prefix "\${pcfiledir}/${up}")
endif()
cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_LIBDIR BASE_DIRECTORY "\${prefix}" OUTPUT_VARIABLE pc_libdir)
cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_INCLUDEDIR BASE_DIRECTORY "\${prefix}"
           OUTPUT_VARIABLE pc_includedir)
configure_file(cmake/pkg-config.pc.in "${PROJECT_BINARY_DIR}/${PROJECT_NAME}.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/${PROJECT_NAME}.pc"
        DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
