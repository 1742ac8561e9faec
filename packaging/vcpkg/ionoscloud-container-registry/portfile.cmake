# SPDX-License-Identifier: Apache-2.0
#
# An overlay port: it builds the source tree that it stands in.
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

vcpkg_check_features(
  OUT_FEATURE_OPTIONS FEATURE_OPTIONS
  FEATURES profiles IONOSCLOUD_CR_WITH_PROFILES
           testing IONOSCLOUD_CR_BUILD_TESTING_COMPONENT
)
vcpkg_cmake_configure(
  SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS ${FEATURE_OPTIONS}
          -DIONOSCLOUD_CR_BUILD_TESTS=OFF
          -DIONOSCLOUD_CR_BUILD_EXAMPLES=OFF
          -DIONOSCLOUD_CR_BUILD_TOOL=OFF
          -DIONOSCLOUD_CR_WARNINGS_AS_ERRORS=OFF
)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH "lib/cmake/${PORT}")
vcpkg_fixup_pkgconfig()

file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include")
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
