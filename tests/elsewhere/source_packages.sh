# SPDX-License-Identifier: Apache-2.0
#
# Read by the scripts of this folder that build what the library needs, of Debian's source packages, for a
# system that Debian isn't. They keep it in $folder.

say() { echo "+ $*" && "$@"; }
as_root() { if [ "$(id -u)" = 0 ]; then say "$@"; else say sudo "$@"; fi; }

# Installs those of the packages that aren't there.
install_packages() {
  missing=$(for package in "$@"; do
    dpkg -s "$package" 2>/dev/null | grep -q '^Status: .* installed$' || printf ' %s' "$package"
  done)
  [ -n "$missing" ] || return 0
  as_root apt-get update -qq
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends $missing
}

# Runs a command, unless it has been run before for this folder and has succeeded. The first word names it.
once() {
  name=$1 && shift
  mkdir -p "$folder/made"
  if [ -e "$folder/made/$name" ]; then return; fi
  echo "+ $* >$folder/made/$name.log"
  # Behind an || or an if, errors of a function's commands wouldn't end it.
  set +e
  (set -e && "$@") >"$folder/made/$name.log" 2>&1
  failed=$?
  set -e
  if [ $failed != 0 ]; then tail -n 40 "$folder/made/$name.log" && exit 1; fi
  touch "$folder/made/$name"
}

# Puts the sources of packages to $folder/sources/<name>, from where this system has its own packages. It has
# lists of its own for that: this system's stay as they are.
get_sources() {
  mkdir -p "$folder/sources" "$folder/apt/lists/partial" "$folder/apt/cache/archives/partial"
  apt-get indextargets --format 'deb-src $(SITE) $(RELEASE) $(COMPONENT)' \
    'Created-By: Packages' 'Label: Debian' | sort -u >"$folder/apt/sources.list"
  cat >"$folder/apt/apt.conf" <<END
APT::Sandbox::User "";
Dir::Cache "$folder/apt/cache";
Dir::Etc::SourceList "$folder/apt/sources.list";
Dir::Etc::SourceParts "-";
Dir::State::Lists "$folder/apt/lists";
END
  APT_CONFIG="$folder/apt/apt.conf" apt-get update -qq
  for package in "$@"; do
    rm -rf "$folder/sources/$package"
    (cd "$folder/sources" && APT_CONFIG="$folder/apt/apt.conf" apt-get source -qq --download-only "$package" &&
      dpkg-source --no-check -x "${package}"_*.dsc "$package")
  done
}
