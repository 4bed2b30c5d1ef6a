; The Windows installer, by Inno Setup 6. Called by build-windows.ps1 with /DVersion=… /DProgram=FOLDER. Not run yet.
; For one person, without administrator's rights; silently: readaloud-tutor-…-windows.exe /VERYSILENT /SUPPRESSMSGBOXES
; What learners keep lies in %LOCALAPPDATA%\readaloud-tutor, which is not touched: neither by an update nor by removing.
[Setup]
AppId={{6E1B6C4E-5F0B-4A0C-9C0E-8D6B5B1E7A11}
AppName=Read-aloud Tutor
AppVersion={#Version}
AppPublisher=The Read-aloud Tutor team
DefaultDirName={autopf}\Read-aloud Tutor
DefaultGroupName=Read-aloud Tutor
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputBaseFilename=readaloud-tutor-{#Version}-windows
SetupIconFile={#Program}\..\icons\readaloud-tutor.ico
UninstallDisplayIcon={app}\readaloud-tutor.exe
LicenseFile={#Program}\LICENSE
Compression=lzma2/max
SolidCompression=yes
CloseApplications=yes
ChangesAssociations=yes
DisableProgramGroupPage=yes
TimeStampsInUTC=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Program}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Read-aloud Tutor"; Filename: "{app}\readaloud-tutor.exe"
Name: "{autodesktop}\Read-aloud Tutor"; Filename: "{app}\readaloud-tutor.exe"; Tasks: desktopicon

; Class packs, and what learners give back, open with a double click. HKA is the person's part of the registry, or everybody's.
[Registry]
Root: HKA; Subkey: "Software\Classes\.tutorpack"; ValueType: string; ValueData: "ReadaloudTutor.Pack"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.tutorreturn"; ValueType: string; ValueData: "ReadaloudTutor.Return"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\ReadaloudTutor.Pack"; ValueType: string; ValueData: "Class pack"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\ReadaloudTutor.Pack\DefaultIcon"; ValueType: string; ValueData: "{app}\readaloud-tutor.exe,0"
Root: HKA; Subkey: "Software\Classes\ReadaloudTutor.Pack\shell\open\command"; ValueType: string; ValueData: """{app}\readaloud-tutor.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\ReadaloudTutor.Return"; ValueType: string; ValueData: "Readings given back"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\ReadaloudTutor.Return\DefaultIcon"; ValueType: string; ValueData: "{app}\readaloud-tutor.exe,0"
Root: HKA; Subkey: "Software\Classes\ReadaloudTutor.Return\shell\open\command"; ValueType: string; ValueData: """{app}\readaloud-tutor.exe"" ""%1"""

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Run]
Filename: "{app}\readaloud-tutor.exe"; Description: "{cm:LaunchProgram,Read-aloud Tutor}"; Flags: nowait postinstall skipifsilent
