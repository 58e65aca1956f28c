#!/bin/sh
# frontend-maven-plugin downloads Node from its own site, which not every network reaches.
# A good enough Node of the system is linked into the plugin's install folder instead.
target="$1"
needed="20.19.0"
complain() {
  echo "The screens need Node.js $needed or newer with npm, but $1. Install it (Debian: apt-get install nodejs npm) and run again." >&2
  exit 1
}
node=$(command -v node) || complain "no 'node' was found"
"$node" -e "const [a,b]=process.versions.node.split('.').map(Number);process.exit(a>20||(a===20&&b>=19)?0:1)" \
  || complain "$("$node" --version) was found"
npm=$(command -v npm) || complain "no 'npm' was found"
home=$(dirname "$(dirname "$(readlink -f "$npm")")")
[ -f "$home/bin/npm-cli.js" ] || home=$("$npm" root -g 2>/dev/null)/npm
[ -f "$home/bin/npm-cli.js" ] || complain "its npm could not be found"
mkdir -p "$target/node/node_modules"
ln -sfn "$node" "$target/node/node"
ln -sfn "$home" "$target/node/node_modules/npm"
