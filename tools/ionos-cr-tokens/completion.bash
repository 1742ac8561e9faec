# SPDX-License-Identifier: Apache-2.0
# Completes the words of ionos-cr-tokens in bash.

_ionos_cr_tokens() {
  local common='--help --registry --ca-file --json --quiet'
  local token='--scope --expires-in --expires --status'
  local password='--password-file --show-password'
  local -A words=(
    [list]="$common --page-size --offset --limit"
    [show]="$common"
    [create]="$common $token $password"
    [update]="$common $token --no-expiry --no-scopes"
    [put]="$common $token $password"
    [delete]="$common --yes"
  )
  local current=${COMP_WORDS[COMP_CWORD]} offered=

  if ((COMP_CWORD == 1)); then
    offered='list show create update put delete --help --version'
  else
    case ${COMP_WORDS[COMP_CWORD - 1]} in
      --password-file | --ca-file)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        return
        ;;
      --status) offered='enabled disabled' ;;
      # Nobody but the user knows these values.
      -r | --registry | --scope | --expires-in | --expires | --page-size | --offset | --limit) ;;
      *) [[ $current == -* ]] && offered=${words[${COMP_WORDS[1]}]-} ;;
    esac
  fi
  mapfile -t COMPREPLY < <(compgen -W "$offered" -- "$current")
}

complete -F _ionos_cr_tokens ionos-cr-tokens
