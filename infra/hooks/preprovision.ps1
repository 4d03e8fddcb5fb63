# Before provisioning: everything that would otherwise fail half-way is checked here, and the two keys are made once.
. "$PSScriptRoot/lib.ps1"

foreach ($tool in 'az', 'azd', 'dotnet') {
  if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) { Fail "$tool is not installed. docs/deploy.md says where to get it." }
}
if (-not (dotnet --list-sdks | Select-String '^10\.')) { Fail '.NET SDK 10 is not installed.' }
$version = az version --query "values(@)[0]" --output tsv
if ($LASTEXITCODE) { Fail 'az does not run.' }
if ($version -and [version]$version -lt [version]'2.60.0') { Fail "az $version is too old for Flex Consumption: 2.60.0 or newer is needed. Run az upgrade." }
foreach ($name in 'AZURE_ENV_NAME', 'AZURE_SUBSCRIPTION_ID', 'AZURE_LOCATION') {
  # Going on without the subscription could make new keys for an environment that has subscribers.
  if (-not [Environment]::GetEnvironmentVariable($name)) { Fail "$name is not set. Run azd up, which asks for it, or: azd env set $name <value>." }
}
# azd writes values into the parameters' JSON as they are.
foreach ($match in [regex]::Matches((Get-Content -Raw "$PSScriptRoot/../main.parameters.json"), '\$\{(\w+)\}')) {
  $name = $match.Groups[1].Value
  if ([Environment]::GetEnvironmentVariable($name) -match '["\\\r\n]') { Fail "$name has a double quote, a backslash or a line break in it, which azd cannot hand on. Set it without: azd env set $name <value>." }
}
az account show --subscription "$env:AZURE_SUBSCRIPTION_ID" --output none 2>$null
if ($LASTEXITCODE) { Fail "az cannot see subscription $env:AZURE_SUBSCRIPTION_ID. Run az login." }
az bicep version *> $null
if ($LASTEXITCODE) { az bicep install }
if ($LASTEXITCODE) { Fail 'az could not install Bicep.' }

$runtimes = az functionapp list-flexconsumption-runtimes --subscription "$env:AZURE_SUBSCRIPTION_ID" --location "$env:AZURE_LOCATION" --runtime dotnet-isolated --query "[].version" --output tsv
if ($LASTEXITCODE) { Fail "$env:AZURE_LOCATION does not offer Flex Consumption. See: az functionapp list-flexconsumption-locations --output table." }
# The list says 10 or 10.0; the template needs 10.0.
if (-not ($runtimes -match '^10(\.0)?$')) { Fail "$env:AZURE_LOCATION does not offer .NET 10 on Flex Consumption. Choose another region: azd env set AZURE_LOCATION <region>." }

# The template's own resource types are registered by the deployment; these two are used by it without being in it.
foreach ($namespace in 'Microsoft.EventGrid', 'Microsoft.App') {
  $state = az provider show --subscription "$env:AZURE_SUBSCRIPTION_ID" --namespace "$namespace" --query registrationState --output tsv
  if ($LASTEXITCODE) { Fail "az could not say whether resource provider $namespace is registered." }
  if ($state -ne 'Registered') { az provider register --subscription "$env:AZURE_SUBSCRIPTION_ID" --namespace "$namespace" --wait --output none }
  if ($LASTEXITCODE) { Fail "Resource provider $namespace could not be registered." }
}

# What the vault already holds. A failure here stops everything: taken for "holds nothing", it would replace the keys.
$group = "rg-$env:AZURE_ENV_NAME"
$stored = @()
$exists = az group exists --subscription "$env:AZURE_SUBSCRIPTION_ID" --name "$group"
if ($LASTEXITCODE) { Fail "az could not say whether resource group $group exists." }
if ($exists -eq 'true') {
  $vault = az keyvault list --subscription "$env:AZURE_SUBSCRIPTION_ID" --resource-group "$group" --query "[0].id" --output tsv
  if ($LASTEXITCODE) { Fail "az could not list the key vaults of $group." }
  if ($vault) {
    $stored = @(az rest --method get --url "$vault/secrets?api-version=2023-07-01" --query "value[].name" --output tsv)
    if ($LASTEXITCODE) { Fail "az could not list the names of the secrets in $vault." }
  }
  # A storage account has one system topic at most; the portal makes one when somebody adds an event subscription there.
  $topic = az eventgrid system-topic list --subscription "$env:AZURE_SUBSCRIPTION_ID" --query "[?contains(source, '/$group/')] | [?contains(source, 'storageAccounts/stpapers')] | [?!starts_with(name, 'evgt-papers-')].name" --output tsv
  if ($LASTEXITCODE) { Fail 'az could not list the Event Grid system topics.' }
  if ($topic) { Fail "The storage account already has the Event Grid system topic $topic, and can have no second one. Delete it with its subscriptions (az eventgrid system-topic delete --name $topic --resource-group $group), then provision again." }
} else {
  $deleted = az keyvault list-deleted --subscription "$env:AZURE_SUBSCRIPTION_ID" --resource-type vault --query "[?properties.tags.paperfunctions=='$env:AZURE_ENV_NAME'].name" --output tsv
  if ($LASTEXITCODE) { Fail 'az could not list deleted key vaults.' }
  if ($deleted) { Fail "Key vault $deleted of this environment is deleted but not gone, and still holds the name. Remove it for good: az keyvault purge --name $deleted. Or, to have its keys back: az group create --name $group --location $env:AZURE_LOCATION, then az keyvault recover --name $deleted --resource-group $group." }
}

# Remember NAME VALUE: into the azd environment, through a file, so that the value is on no command line. The file is in the folder that holds
# azd's own copy. Ctrl-C removes it too; what a killed hook leaves is removed by the next.
$letter = "$PSScriptRoot/../../.azure/$env:AZURE_ENV_NAME/remember.env"
Remove-Item -LiteralPath $letter -ErrorAction SilentlyContinue
function Remember([string] $name, [string] $value) {
  try {
    New-Item -ItemType File -Force -Path $letter -Value "$name=`"$value`"" | Out-Null
    azd env set --file "$letter" | Out-Null
    if ($LASTEXITCODE) { Fail "azd could not keep $name in the environment." }
  } finally {
    Remove-Item -LiteralPath $letter -ErrorAction SilentlyContinue
  }
}

# Make-Key NAME SECRET BYTES: kept if the environment or the vault has it, made if neither does.
function Make-Key([string] $name, [string] $secret, [int] $bytes) {
  if ([Environment]::GetEnvironmentVariable($name)) {
    Say "  ${name}: from the azd environment"
  } elseif ($stored -contains $secret) {
    Say "  ${name}: stays as it is in the vault"
  } else {
    Remember $name ([Convert]::ToBase64String([Security.Cryptography.RandomNumberGenerator]::GetBytes($bytes)))
    Say "  ${name}: made now and kept in the azd environment; copy .azure/$env:AZURE_ENV_NAME/.env to a safe place"
  }
}

Say 'Keys'
Make-Key SIGNING_KEY site-signing-key 48
Make-Key ADDRESS_KEY site-address-key 32

if ($env:SENDGRID_API_KEY) {
  Say '  SENDGRID_API_KEY: from the azd environment'
} elseif ($stored -contains 'mail-api-key') {
  Say '  SENDGRID_API_KEY: stays as it is in the vault'
} else {
  $key = ''
  if (-not [Console]::IsInputRedirected) {
    $key = Read-Host -MaskInput '  SendGrid API key (Enter to skip)'
  }
  if ($key) {
    Remember SENDGRID_API_KEY $key
  } else {
    Say '  SENDGRID_API_KEY: none. No mail can go out until there is one: azd provision asks for it again.'
  }
}

if ($env:MONTHLY_BUDGET -ne '0' -and -not $env:BUDGET_START) {
  # A budget cannot change its first month: one that is there keeps it.
  $start = [DateTime]::UtcNow.ToString('yyyy-MM-01')
  if ($exists -eq 'true') {
    $first = az rest --method get --url "/subscriptions/$env:AZURE_SUBSCRIPTION_ID/resourceGroups/$group/providers/Microsoft.Consumption/budgets?api-version=2023-11-01" --query "value[?starts_with(name, 'budget-papers-')] | [0].properties.timePeriod.startDate" --output tsv 2>$null
    if (-not $LASTEXITCODE -and $first) { $start = "$first".Split('T')[0] }
  }
  Remember BUDGET_START $start
}
Say 'Ready to provision.'
exit 0
