# Builds the Windows installer. Not run yet: see packaging/README.md, "What is not tested".
#   powershell -ExecutionPolicy Bypass -File packaging\bundle\build-windows.ps1 [-Out build]
# Needs Python 3.11 (64 bit) and, for the installer, Inno Setup 6 (iscc in the path).
param([string]$Out = "build")
$ErrorActionPreference = "Stop"
$root = Resolve-Path "$PSScriptRoot\..\.."
Set-Location $root
New-Item -ItemType Directory -Force $Out | Out-Null
$env:PYTHONHASHSEED = "0"
if (-not $env:SOURCE_DATE_EPOCH) { $env:SOURCE_DATE_EPOCH = (git log -1 --format=%ct) }
$python = "$Out\venv\Scripts\python.exe"
if (-not (Test-Path $python)) { py -3.11 -m venv "$Out\venv" }

function Invoke-Checked { # stops where a program fails
    & $args[0] $args[1..($args.Length - 1)]
    if ($LASTEXITCODE -ne 0) { throw "$($args[0]) ended with $LASTEXITCODE" }
}

Invoke-Checked $python -m pip install --disable-pip-version-check -q -c packaging\constraints.txt -e ".[bundle]"
$version = & $python -c "from importlib.metadata import version; print(version('readaloud-tutor'))"
Invoke-Checked $python packaging\bundle\icons.py "$Out\icons"
$env:TUTOR_ICON = Resolve-Path "$Out\icons\readaloud-tutor.ico"
Invoke-Checked $python -m PyInstaller -y --log-level WARN --workpath "$Out\work" --distpath $Out packaging\bundle\readaloud-tutor.spec
Copy-Item LICENSE, NOTICE, CHANGELOG.md "$Out\readaloud-tutor\"
Invoke-Checked $python packaging\bundle\sbom.py "$Out\readaloud-tutor"

# Signing: every .exe before it is packed, then the installer. With a certificate of your own in the store:
#   signtool sign /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 /a build\readaloud-tutor\*.exe
New-Item -ItemType Directory -Force "$Out\files" | Out-Null
Invoke-Checked iscc /Qp "/DVersion=$version" "/DProgram=$(Resolve-Path "$Out\readaloud-tutor")" "/O$(Resolve-Path "$Out\files")" packaging\bundle\windows.iss
#   signtool sign /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 /a build\files\*.exe
