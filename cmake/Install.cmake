# SPDX-License-Identifier: Apache-2.0
#
# Installs headers, libraries, the CMake package and the pkg-config file. What is installed may be
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
        DESTINATION "${package_dir}" COMPONENT ${development})

# Whoever links the archive needs what it was built on, with or without `pkg-config --static`.
set(pc_packages "libcurl >= 7.80, libssl, libcrypto, simdjson, zlib")
if(IONOSCLOUD_CR_WITH_PROFILES)
  string(APPEND pc_packages ", yaml-cpp")
endif()
if(kind STREQUAL "static")
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

# There is one file of this name for both kinds. Beside a shared library, which linkers prefer, it is
# that one's.
set(pc_dir "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
if(kind STREQUAL "static")
  set(shared_library "${CMAKE_SHARED_LIBRARY_PREFIX}${PROJECT_NAME}${CMAKE_SHARED_LIBRARY_SUFFIX}")
  install(CODE "
    set(pc_dir \"${pc_dir}\")
    cmake_path(ABSOLUTE_PATH pc_dir BASE_DIRECTORY \"\${CMAKE_INSTALL_PREFIX}\")
    if(NOT EXISTS \"\$ENV{DESTDIR}\${pc_dir}/../${shared_library}\")
      file(INSTALL \"${PROJECT_BINARY_DIR}/${PROJECT_NAME}.pc\" DESTINATION \"\${pc_dir}\")
    endif()" COMPONENT ${development})
else()
  install(FILES "${PROJECT_BINARY_DIR}/${PROJECT_NAME}.pc" DESTINATION "${pc_dir}"
          COMPONENT ${development})
endif()
