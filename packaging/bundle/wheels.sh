#!/bin/sh
# Checks that what a bundle needs comes as wheels for every system it is built for, and lists them with their sizes.
#   sh wheels.sh FOLDER PIP           (downloads some 250 MB into FOLDER; PIP is that of a build's environment)
# It asks for what that environment has, in its versions. Packages in Python alone may come as source.
set -eu
folder=$1 pip=$2
mkdir -p "$folder"
"$pip" freeze --exclude-editable | grep -v -i -E '^(pyinstaller|altgraph|cyclonedx|license-expression|boolean|packageurl|py-serializable|sortedcontainers|defusedxml)' >"$folder/needed.txt"
for platform in win_amd64 macosx_14_0_arm64; do # onnxruntime has no wheels for Intel's Macs since 1.24
    rm -rf "${folder:?}/$platform"
    mkdir -p "$folder/$platform"
    while read -r package; do
        "$pip" download --disable-pip-version-check -q --no-deps --python-version 3.11 --platform "$platform" \
            -d "$folder/$platform" "$package" >"$folder/log" 2>&1 || echo "$platform has no $package" >&2
    done <"$folder/needed.txt"
    echo "$platform: $(ls "$folder/$platform" | wc -l) packages, $(du -sm "$folder/$platform" | cut -f1) MB"
    ls -lS "$folder/$platform" | awk 'NR > 1 && ($5 > 1000000 || $9 !~ /whl$/) { printf "    %6.1f MB  %s\n", $5 / 1e6, $9 }'
done
