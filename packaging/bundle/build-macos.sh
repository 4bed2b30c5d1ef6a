#!/bin/sh
# Builds the macOS program and its disk image. Not run yet: see packaging/README.md, "What is not tested".
#   sh packaging/bundle/build-macos.sh [FOLDER]
# Needs a Mac with Apple silicon and macOS 14, Python 3.11 from python.org and Xcode's command line tools. There is none for Intel's Macs:
# onnxruntime has no wheels for them since 1.24. With TUTOR_SIGN_AS="Developer ID Application: …" it signs; and with TUTOR_NOTARY set to
# a profile of `xcrun notarytool store-credentials` it has the image notarised. Without them macOS asks its users to allow the program.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "${1:-$root/build}"
out=$(cd "${1:-$root/build}" && pwd)
cd "$root"
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}" PYTHONHASHSEED=0

[ -x "$out/venv/bin/python" ] || python3.11 -m venv "$out/venv"
"$out/venv/bin/pip" install --disable-pip-version-check -q -c packaging/constraints.txt -e '.[bundle]'
version=$("$out/venv/bin/python" -c 'from importlib.metadata import version; print(version("readaloud-tutor"))')
"$out/venv/bin/python" packaging/bundle/icons.py "$out/icons"
TUTOR_ICON=$out/icons/readaloud-tutor.icns "$out/venv/bin/pyinstaller" -y --log-level WARN \
    --workpath "$out/work" --distpath "$out" packaging/bundle/readaloud-tutor.spec
"$out/venv/bin/python" packaging/bundle/sbom.py "$out/readaloud-tutor"
app="$out/Read-aloud Tutor.app"
cp LICENSE NOTICE CHANGELOG.md "$out/readaloud-tutor/sbom.cdx.json" "$app/Contents/Resources/"
cp -R "$out/readaloud-tutor/licences" "$app/Contents/Resources/"

if [ -n "${TUTOR_SIGN_AS:-}" ]; then
    find "$app" \( -name '*.so' -o -name '*.dylib' \) -type f -exec codesign --force --timestamp --options runtime --sign "$TUTOR_SIGN_AS" {} +
    codesign --force --timestamp --options runtime --entitlements packaging/bundle/entitlements.plist --sign "$TUTOR_SIGN_AS" "$app"
    codesign --verify --deep --strict "$app"
fi
mkdir -p "$out/files" "$out/image"
cp -R "$app" "$out/image/"
ln -sf /Applications "$out/image/Applications"
image=$out/files/readaloud-tutor-$version-macos-$(uname -m).dmg
hdiutil create -quiet -volname "Read-aloud Tutor" -srcfolder "$out/image" -ov -format UDZO "$image"
if [ -n "${TUTOR_NOTARY:-}" ]; then
    codesign --timestamp --sign "$TUTOR_SIGN_AS" "$image"
    xcrun notarytool submit "$image" --keychain-profile "$TUTOR_NOTARY" --wait
    xcrun stapler staple "$image"
fi
