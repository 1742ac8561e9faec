# SPDX-License-Identifier: Apache-2.0
#
# Installs the pkg-config files of the library and of its testing component.

set(pc_dir "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}" OR IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
  set(pc_prefix "${CMAKE_INSTALL_PREFIX}")
else()
  file(RELATIVE_PATH up "/${pc_dir}" "/")
  set(pc_prefix "\${pcfiledir}/${up}")
endif()
cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_LIBDIR BASE_DIRECTORY "\${prefix}" OUTPUT_VARIABLE pc_libdir)
cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_INCLUDEDIR BASE_DIRECTORY "\${prefix}"
           OUTPUT_VARIABLE pc_includedir)

set(pc_system_libs "-pthread")
if(WIN32)
  string(APPEND pc_system_libs " -lws2_32")
endif()

# Writes the file of a library to the build folder. It requires the rest of the arguments.
function(ionoscloud_cr_pc_file pc_name pc_description pc_flags)
  list(JOIN ARGN ", " pc_requires)
  configure_file(cmake/pkg-config.pc.in "${PROJECT_BINARY_DIR}/${pc_name}.pc" @ONLY)
endfunction()

# Whoever links the archive needs what it was built on, with or without `--static`. Users of the shared
# library need nothing but it: even what is required privately, pkg-config would ask them to install.
set(pc_requires)
if(kind STREQUAL "static")
  set(pc_requires "libcurl >= ${ionoscloud_cr_least_CURL}" "libssl >= ${ionoscloud_cr_least_OpenSSL}"
                  "libcrypto >= ${ionoscloud_cr_least_OpenSSL}"
                  "simdjson >= ${ionoscloud_cr_least_simdjson}" zlib)
  if(IONOSCLOUD_CR_WITH_PROFILES)
    list(APPEND pc_requires "yaml-cpp >= ${ionoscloud_cr_least_yaml-cpp}")
  endif()
  set(pc_flags -DIONOSCLOUD_CR_STATIC)
endif()
ionoscloud_cr_pc_file("${PROJECT_NAME}" "${PROJECT_DESCRIPTION}" "${pc_flags}" ${pc_requires})

# There is one file of this name for both kinds. Beside a shared library, which linkers prefer, it is
# that one's.
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

if(IONOSCLOUD_CR_BUILD_TESTING_COMPONENT)
  # Where cpp-httplib has no such file, its headers are all of it, and its CMake package says what they use.
  set(pc_requires "${PROJECT_NAME} = ${PROJECT_VERSION}")
  find_package(PkgConfig QUIET)
  if(PKG_CONFIG_FOUND)
    pkg_check_modules(ionoscloud_cr_pc_of_httplib QUIET cpp-httplib)
  endif()
  if(ionoscloud_cr_pc_of_httplib_FOUND)
    list(APPEND pc_requires "cpp-httplib >= ${ionoscloud_cr_least_cpp_httplib}")
  else()
    foreach(part IN ITEMS OPENSSL/libssl OPENSSL/libcrypto ZLIB/zlib BROTLI/libbrotlienc
                          BROTLI/libbrotlidec ZSTD/libzstd)
      string(REGEX MATCH "(.*)/(.*)" part "${part}")
      if(HTTPLIB_IS_USING_${CMAKE_MATCH_1})
        list(APPEND pc_requires ${CMAKE_MATCH_2})
      endif()
    endforeach()
  endif()
  ionoscloud_cr_pc_file(
    "${PROJECT_NAME}-testing" "FakeTransport and StubServer of ${PROJECT_NAME}, for tests" ""
    ${pc_requires}
  )
  install(FILES "${PROJECT_BINARY_DIR}/${PROJECT_NAME}-testing.pc" DESTINATION "${pc_dir}"
          COMPONENT ${development})
endif()
