# Shared by the hooks; dot-sourced, not run. PAPERFUNCTIONS_HOOK_DELAY: seconds between attempts.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

function Say([string] $text) { Write-Host $text }

function Fail([string] $text) {
  [Console]::Error.WriteLine("Error: $text")
  exit 1
}

# Need NAME...: the azd environment must hold these.
function Need([string[]] $names) {
  foreach ($name in $names) {
    if (-not [Environment]::GetEnvironmentVariable($name)) { Fail "$name is not set. Run the hook through azd (azd up, azd hooks run) in an environment that is provisioned." }
  }
}

# Retry TIMES WHAT { block }: runs the block until it gives $true. What it printed is shown only if it never does.
function Retry([int] $times, [string] $what, [scriptblock] $block) {
  $delay = if ($env:PAPERFUNCTIONS_HOOK_DELAY) { [int]$env:PAPERFUNCTIONS_HOOK_DELAY } else { 10 }
  for ($attempt = 1; ; $attempt++) {
    $output = @(& $block 2>&1)
    if ($output.Count -gt 0 -and $output[-1] -eq $true) { return $true }
    if ($attempt -ge $times) {
      $output | Where-Object { $_ -isnot [bool] } | ForEach-Object { [Console]::Error.WriteLine("$_") }
      return $false
    }
    Say "  ${what}: not yet ($attempt of $times)"
    Start-Sleep -Seconds $delay
  }
}
