# SPDX-License-Identifier: Apache-2.0
#
# Runs the tool that was installed into -Dprefix=…, and complains when what belongs to it is missing.

cmake_minimum_required(VERSION 3.22)

execute_process(COMMAND "${prefix}/bin/ionos-cr-tokens" --version COMMAND_ERROR_IS_FATAL ANY)

foreach(file IN ITEMS man/man1/ionos-cr-tokens.1 bash-completion/completions/ionos-cr-tokens
                      zsh/site-functions/_ionos-cr-tokens)
  if(NOT EXISTS "${prefix}/share/${file}")
    message(SEND_ERROR "${file} isn't installed")
  endif()
endforeach()
