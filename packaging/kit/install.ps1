# Installs Read-aloud Tutor from this stick on Windows, without internet. Not run yet: see packaging/README.md, "What is not tested".
#   powershell -ExecutionPolicy Bypass -File install.ps1 [-Answers answers.txt]
# With -Answers it asks nothing; the same file does for every machine. Without it, it installs the program alone.
param([string]$Answers = "")
$ErrorActionPreference = "Stop"
$stick = $PSScriptRoot
$chosen = @{ learners = "no"; packs = "no"; packs_from = ""; addon = "no"; models = "no" }
if ($Answers) {
    foreach ($line in Get-Content $Answers) {
        if ($line -match '^\s*(#|$)') { continue }
        $name, $value = $line -split '=', 2
        if (-not $chosen.ContainsKey($name)) { throw "$Answers has a line nobody knows: $name" }
        $chosen[$name] = $value.Trim()
    }
}

foreach ($line in Get-Content "$stick\SHA256SUMS") {
    $sum, $file = $line -split '\s+', 2
    $path = Join-Path $stick ($file.TrimStart('*') -replace '/', '\')
    if (-not (Test-Path -LiteralPath $path) -or (Get-FileHash -LiteralPath $path -Algorithm SHA256).Hash -ne $sum) {
        throw "The stick is damaged or was changed ($file). Write the kit again."
    }
}

$installer = Get-ChildItem "$stick\program\*windows.exe" | Select-Object -First 1
if (-not $installer) { throw "This kit has no program for Windows." }
$options = if ($Answers) { @("/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART") } else { @("/NORESTART") }
$done = Start-Process $installer.FullName -ArgumentList ($options + "/CURRENTUSER") -Wait -PassThru
if ($done.ExitCode -ne 0) { throw "The installer ended with $($done.ExitCode)." }

$tutor = Join-Path $env:LOCALAPPDATA "Programs\Read-aloud Tutor\tutor.exe"
function Invoke-Tutor { & $tutor @args | Out-Null; if ($LASTEXITCODE -ne 0) { throw "tutor $args ended with $LASTEXITCODE" } }
if ($chosen.learners -eq "yes") { Invoke-Tutor learners seat "$stick\plan.csv" }
if ($chosen.packs -eq "yes") {
    $names = & $tutor learners list | Select-Object -Skip 1 | ForEach-Object { ($_ -split '\s{2,}')[0] } | Where-Object { $_ }
    foreach ($pack in Get-ChildItem "$stick\packs\*.tutorpack") {
        foreach ($name in $names) { Invoke-Tutor pack open $pack.FullName --learner $name --accept $chosen.packs_from }
    }
}
if ($chosen.addon -eq "yes") { & $tutor addon install "$stick\addon" | Out-Null } # refused where no card suits: the rest goes on
if ($chosen.addon -eq "compact") { Invoke-Tutor addon install "$stick\addon" --without-card }
if ($chosen.models -eq "yes") { foreach ($model in Get-ChildItem "$stick\models") { Invoke-Tutor models import $model.FullName } }
