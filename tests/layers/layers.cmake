# SPDX-License-Identifier: Apache-2.0
#
# Reads the #include lines of a tree and names each that breaks a rule of the layers, and each condition on
# the system outside of the one folder for that: -Droot=…

cmake_minimum_required(VERSION 3.22)

# A folder may include the folders before it.
set(layers base system exceptions models http curl json profile runtime api testing)
# But these two don't know each other.
set(strangers curl json)
# Third-party headers, and the only folder that may include them.
set(owners "curl/=curl" "openssl/=curl" "simdjson=json" "zlib=http" "yaml-cpp/=profile" "httplib=testing" "nlohmann/=testing")

# Headers that not every system has, and what tells systems apart: of src/system alone.
set(system_headers
    "(arpa|net|netinet|sys)/" "(dirent|dlfcn|fcntl|ifaddrs|netdb|poll|pthread|pwd|sched|semaphore|signal)[.]h"
    "(spawn|strings|syslog|termios|unistd)[.]h" "(malloc|malloc_np)[.]h" "malloc/"
    "([Ww]indows|winsock2|ws2tcpip|io|process|share|direct|bcrypt|wincrypt)[.]h"
)
list(JOIN system_headers "|" system_headers)
set(systems "_WIN32|_WIN64|__MINGW|__CYGWIN__|__APPLE__|__linux|__unix|__FreeBSD__|__ELF__")

function(broken file included rule)
  message(SEND_ERROR "${file} includes ${included}, but ${rule}")
endfunction()

# The names between the quotes or angle brackets of a file's #include lines, with their opening mark.
function(included_by file result_var)
  file(STRINGS "${root}/${file}" lines REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"]")
  list(TRANSFORM lines REPLACE "^[^<\"]*([<\"][^>\"]*).*" "\\1")
  set(${result_var} "${lines}" PARENT_SCOPE)
endfunction()

# A condition on the system, other than in src/system and for how Windows exports names.
function(check_conditions file)
  if(file MATCHES "^src/system/|/export[.]hpp$")
    return()
  endif()
  file(STRINGS "${root}/${file}" conditions REGEX "^[ \t]*#[ \t]*(el)?if.*(${systems})")
  foreach(condition IN LISTS conditions)
    message(SEND_ERROR "${file} has ${condition}, but only src/system tells systems apart")
  endforeach()
endfunction()

function(check_source file)
  string(REGEX REPLACE "^src/([^/]*)/.*" "\\1" folder "${file}")
  list(FIND layers "${folder}" rank)
  if(rank EQUAL -1)
    message(SEND_ERROR "${file} lies outside the layers: ${layers}")
  endif()
  included_by("${file}" included)
  foreach(name IN LISTS included)
    if(name MATCHES "^\"(.*)")
      string(REGEX REPLACE "/.*" "" target "${CMAKE_MATCH_1}")
      list(FIND layers "${target}" target_rank)
      if(target_rank EQUAL -1)
        broken("${file}" "${name}\"" "private headers are named \"<layer>/<file>\"")
      elseif(target_rank GREATER rank)
        broken("${file}" "${name}\"" "${folder} may not include the later layer ${target}")
      elseif(NOT target STREQUAL folder AND target IN_LIST strangers AND folder IN_LIST strangers)
        broken("${file}" "${name}\"" "${folder} and ${target} don't know each other")
      endif()
    elseif(name MATCHES "^<ionoscloud/.*/testing/" AND NOT folder STREQUAL "testing")
      broken("${file}" "${name}>" "${folder} may not include the later layer testing")
    elseif(name MATCHES "^<ionoscloud/.*/nlohmann[.]hpp" AND NOT folder STREQUAL "testing")
      broken("${file}" "${name}>" "only src/testing includes nlohmann/json")
    elseif(name MATCHES "^<(${system_headers})" AND NOT folder STREQUAL "system")
      broken("${file}" "${name}>" "only src/system includes the headers of one system")
    else()
      foreach(owner IN LISTS owners)
        string(REPLACE "=" ";" owner "${owner}")
        list(POP_FRONT owner library)
        if(name MATCHES "^<${library}" AND NOT folder STREQUAL owner)
          broken("${file}" "${name}>" "only src/${owner} includes <${library}…>")
        endif()
      endforeach()
    endif()
  endforeach()
endfunction()

function(check_public_header file)
  included_by("${file}" included)
  foreach(name IN LISTS included)
    if(name STREQUAL "<nlohmann/json.hpp" AND file MATCHES "/nlohmann[.]hpp$")
      continue()
    elseif(name MATCHES "^\"")
      broken("${file}" "${name}\"" "public headers include each other as <ionoscloud/…>")
    elseif(name MATCHES "^<ionoscloud/.*/(testing/|nlohmann[.]hpp)" AND NOT file MATCHES "/testing/")
      broken("${file}" "${name}>" "opt-in headers are for users to include")
    elseif(name MATCHES "[./]" AND NOT name MATCHES "^<ionoscloud/")
      # The standard library's headers have neither a dot nor a slash.
      broken("${file}" "${name}>" "public headers include no third-party header")
    endif()
  endforeach()
endfunction()

foreach(folder IN ITEMS src include)
  file(GLOB_RECURSE files RELATIVE "${root}" "${root}/${folder}/*.hpp" "${root}/${folder}/*.cpp")
  if(NOT files)
    message(FATAL_ERROR "There are no sources in ${root}/${folder}")
  endif()
  foreach(file IN LISTS files)
    check_conditions("${file}")
    if(folder STREQUAL "src")
      check_source("${file}")
    else()
      check_public_header("${file}")
    endif()
  endforeach()
endforeach()
