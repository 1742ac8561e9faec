# SPDX-License-Identifier: Apache-2.0
#
# Removes what was installed last from -Dbuild_dir=…, under DESTDIR if that is set, and the folders of the
# library that are empty then.

cmake_minimum_required(VERSION 3.22)

# One of all, or one of each component.
file(GLOB manifests "${build_dir}/install_manifest*.txt")
if(NOT manifests)
  message(FATAL_ERROR "Nothing was installed from ${build_dir}")
endif()

foreach(manifest IN LISTS manifests)
  file(STRINGS "${manifest}" files)
  foreach(file IN LISTS files)
    set(path "$ENV{DESTDIR}${file}")
    message(STATUS "Removing: ${path}")
    file(REMOVE "${path}")
    cmake_path(GET path PARENT_PATH folder)
    while(folder MATCHES "ionoscloud")
      file(GLOB contents "${folder}/*")
      if(contents)
        break()
      endif()
      file(REMOVE_RECURSE "${folder}")
      cmake_path(GET folder PARENT_PATH folder)
    endwhile()
  endforeach()
  file(REMOVE "${manifest}")
endforeach()
