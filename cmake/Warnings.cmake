# SPDX-License-Identifier: Apache-2.0

# Gives a target of this project the language and the warnings that all of them share. A parent
# project's own flags stay as they are.
function(ionoscloud_cr_strict target)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  if(PROJECT_IS_TOP_LEVEL AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_FLAGS MATCHES "-fsanitize")
      # What sanitizers add looks to g++ as if it used what is uninitialized, once it is optimized.
      target_compile_options(${target} PRIVATE -Wno-maybe-uninitialized)
    endif()
  endif()
  if(MSVC)
    # It warns of members of the standard library's types in exported classes, and of getenv.
    target_compile_options(${target} PRIVATE /utf-8 /wd4251 /wd4275)
    target_compile_definitions(${target} PRIVATE _CRT_SECURE_NO_WARNINGS)
  endif()
  if(IONOSCLOUD_CR_WARNINGS_AS_ERRORS)
    if(MSVC)
      target_compile_options(${target} PRIVATE /WX)
    else()
      target_compile_options(${target} PRIVATE -Werror)
    endif()
    if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
      # Others deprecate what older versions of theirs need, in templates that g++ doesn't see.
      target_compile_options(${target} PRIVATE -Wno-error=deprecated-declarations)
    endif()
  endif()
endfunction()
