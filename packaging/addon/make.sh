#!/bin/sh
# Collects the add-on for language models into a folder: wheels of torch and its kin, in the versions that were tested, the adapter of
# the compact model, and checksums.
#   sh make.sh FOLDER PIP [PIP'S OPTIONS...]
# PIP is that of a build's environment (same Python as the bundle). For another system name its platform, for example
#   sh make.sh addon-windows build/venv/bin/pip --platform win_amd64 --python-version 3.11
# Needs the internet, and 3 to 4 GB for a system with a graphics card. `tutor addon install FOLDER` needs none.
set -eu
folder=$1 pip=$2
shift 2
here=$(cd "$(dirname "$0")/.." && pwd)
wanted="torch transformers accelerate bitsandbytes peft"
mkdir -p "$folder"
rm -f "$folder"/*.whl
"$pip" download --disable-pip-version-check -q --only-binary :all: -c "$here/constraints.txt" -d "$folder" "$@" $wanted
# What the program has itself is not passed on twice; `tutor addon install` would leave it out in any case.
for own in numpy filelock jinja2 markupsafe packaging pyyaml rich typing_extensions pygments markdown_it_py mdurl; do
    rm -f "$folder/$own"-*.whl
done
"$(dirname "$pip")/python" "$here/addon/adapter.py" "$folder"
(cd "$folder" && sha256sum -- *.whl >SHA256SUMS)
du -sm "$folder" | sed 's/\t.*/ MB/'
