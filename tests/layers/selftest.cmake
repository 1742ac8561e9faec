# SPDX-License-Identifier: Apache-2.0
#
# Shows that layers.cmake passes a clean tree, and catches each violation by its rule: -Dwork_dir=…

cmake_minimum_required(VERSION 3.22)

# Checks a tree with one file more, whose #include line is given.
function(check file include result_var output_var)
  set(root "${work_dir}/tree")
  file(REMOVE_RECURSE "${root}")
  file(WRITE "${root}/src/base/clean.cpp" "#include <string>\n")
  file(WRITE "${root}/include/ionoscloud/container_registry/clean.hpp" "#include <string>\n")
  file(WRITE "${root}/${file}" "#include <vector>\n  #  include ${include}  // why\n")
  execute_process(
    COMMAND "${CMAKE_COMMAND}" "-Droot=${root}" -P "${CMAKE_CURRENT_LIST_DIR}/layers.cmake"
    RESULT_VARIABLE result ERROR_VARIABLE output
  )
  string(REGEX REPLACE "[ \n]+" " " output "${output}")
  set(${result_var} "${result}" PARENT_SCOPE)
  set(${output_var} "${output}" PARENT_SCOPE)
endfunction()

function(allows file include)
  check("${file}" "${include}" result output)
  if(NOT result EQUAL 0)
    message(SEND_ERROR "${include} is allowed in ${file}, but: ${output}")
  endif()
endfunction()

function(refuses file include rule)
  check("${file}" "${include}" result output)
  if(result EQUAL 0)
    message(SEND_ERROR "${include} in ${file} passed")
  elseif(NOT output MATCHES "${file} includes .*, but ${rule}")
    message(SEND_ERROR "${include} in ${file} should say \"${rule}\", but: ${output}")
  endif()
endfunction()

set(public include/ionoscloud/container_registry)

allows(src/api/x.cpp "\"base/wipe.hpp\"")
allows(src/json/x.cpp "\"json/decode.hpp\"")
allows(src/system/x.cpp "\"base/wipe.hpp\"")
allows(src/http/x.cpp "\"system/process_mark.hpp\"")
allows(src/curl/x.cpp "<curl/curl.h>")
allows(src/json/x.cpp "<simdjson.h>")
allows(src/http/x.cpp "<zlib.h>")
allows(src/testing/x.cpp "<httplib.h>")
allows(src/testing/x.cpp "<ionoscloud/container_registry/nlohmann.hpp>")
allows(${public}/nlohmann.hpp "<nlohmann/json.hpp>")
allows(${public}/testing/x.hpp "<ionoscloud/container_registry/testing/y.hpp>")

refuses(src/base/x.cpp "\"models/exception_details.hpp\"" "base may not include the later layer models")
refuses(src/system/x.cpp "\"models/exception_details.hpp\"" "system may not include the later layer models")
refuses(src/runtime/x.hpp "\"api/operations.hpp\"" "runtime may not include the later layer api")
refuses(src/api/x.cpp "<ionoscloud/container_registry/testing/y.hpp>" "api may not include the later layer testing")
refuses(src/json/x.cpp "\"curl/curl_transport.hpp\"" "json and curl don't know each other")
refuses(src/curl/x.cpp "\"json/decode.hpp\"" "curl may not include the later layer json")
refuses(src/base/x.cpp "\"wipe.hpp\"" "private headers are named")
refuses(src/base/x.cpp "\"../json/decode.hpp\"" "private headers are named")
refuses(src/runtime/x.cpp "<curl/curl.h>" "only src/curl includes <curl/")
refuses(src/api/x.cpp "<simdjson.h>" "only src/json includes <simdjson")
refuses(src/curl/x.cpp "<zlib.h>" "only src/http includes <zlib")
refuses(src/http/x.cpp "<httplib.h>" "only src/testing includes <httplib")
refuses(src/json/x.cpp "<nlohmann/json.hpp>" "only src/testing includes <nlohmann/")
refuses(src/json/x.cpp "<ionoscloud/container_registry/nlohmann.hpp>" "only src/testing includes nlohmann/json")
refuses(${public}/x.hpp "<nlohmann/json.hpp>" "public headers include no third-party header")
refuses(${public}/x.hpp "<curl/curl.h>" "public headers include no third-party header")
refuses(${public}/x.hpp "\"secret.hpp\"" "public headers include each other")
refuses(${public}/x.hpp "<ionoscloud/container_registry/testing/y.hpp>" "opt-in headers are for users")
