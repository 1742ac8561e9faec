#compdef ionos-cr-tokens
# SPDX-License-Identifier: Apache-2.0
# Completes the words of ionos-cr-tokens in zsh.

_ionos-cr-tokens() {
  local -a commands common token password
  commands=(
    'list:list the tokens of a registry'
    'show:show a token'
    'create:create a token'
    'update:change some properties of a token'
    'put:create the token with an id of your own, or replace it'
    'delete:delete a token'
  )
  common=(
    '(- *)'{-h,--help}'[print help and do nothing]'
    '(-r --registry)'{-r,--registry}'[the id of the registry]:registry id: '
    "--ca-file[trust the authorities in this file, not the system's]:file:_files"
    '(-j --json -q --quiet)'{-j,--json}'[print JSON, for scripts]'
    '(-j --json -q --quiet)'{-q,--quiet}'[print as little as possible]'
  )
  token=(
    '*--scope[what it may do]:type\:name\:action[,action]: '
    '(--expires --no-expiry)--expires-in[it ends that many days from now]:days: '
    '(--expires-in --no-expiry)--expires[it ends then]:date: '
    '--status[its status]:status:(enabled disabled)'
  )
  password=(
    '(--show-password)--password-file[write the new password to this new file]:file:_files'
    '(--password-file)--show-password[print the new password]'
  )

  if ((CURRENT == 2)); then
    _arguments '--help[print help and do nothing]' '--version[print the version and do nothing]'
    _describe command commands
    return
  fi

  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
    list)
      _arguments $common \
        '(--offset --limit)--page-size[how many tokens to ask for at a time]:number: ' \
        '(--page-size)--offset[one page alone, which skips that many]:number: ' \
        '(--page-size)--limit[one page alone, of that many at most]:number: '
      ;;
    show) _arguments $common ':token id: ' ;;
    create) _arguments $common $token $password ':name: ' ;;
    update)
      _arguments $common $token ':token id: ' \
        '(--expires-in --expires)--no-expiry[it never ends]' \
        '(--scope)--no-scopes[it may do nothing any more]'
      ;;
    put) _arguments $common $token $password ':token id: ' ':name: ' ;;
    delete) _arguments $common {-y,--yes}"[don't ask]" ':token id: ' ;;
  esac
}

_ionos-cr-tokens "$@"
