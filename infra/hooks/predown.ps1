# Before azd down: what deleting the resource group would leave behind or leave working is removed first.
. "$PSScriptRoot/lib.ps1"

if (-not $env:AZURE_SUBSCRIPTION_ID -or -not $env:AZURE_RESOURCE_GROUP) {
  Say 'Nothing is provisioned.'
  exit 0
}
$exists = az group exists --subscription "$env:AZURE_SUBSCRIPTION_ID" --name "$env:AZURE_RESOURCE_GROUP"
if ($LASTEXITCODE) { Fail "az could not say whether resource group $env:AZURE_RESOURCE_GROUP exists." }
if ($exists -ne 'true') {
  Say "Resource group $env:AZURE_RESOURCE_GROUP is already gone."
  exit 0
}
$providers = "/subscriptions/$env:AZURE_SUBSCRIPTION_ID/resourceGroups/$env:AZURE_RESOURCE_GROUP/providers"
foreach ($name in 'AZURE_SYSTEM_TOPIC_NAME', 'AZURE_STORAGE_ACCOUNT_NAME', 'AZURE_BUDGET_NAME') {
  if (-not [Environment]::GetEnvironmentVariable($name)) { Set-Item "env:$name" 'none' }
}

# Gone WHAT { block }: what is not there needs no removing, and nothing here may keep azd down from going on.
function Gone([string] $what, [scriptblock] $block) {
  & $block *> $null
  if ($LASTEXITCODE) { Say "  not there: $what" } else { Say "  removed: $what" }
}

Say 'Removing what outlives a resource group'
Gone 'event subscription' { az eventgrid system-topic event-subscription delete --subscription "$env:AZURE_SUBSCRIPTION_ID" --resource-group "$env:AZURE_RESOURCE_GROUP" --system-topic-name "$env:AZURE_SYSTEM_TOPIC_NAME" --name digest-uploaded --yes }
# Diagnostic settings come back to life when a resource of the same name is made again.
Gone 'queue log setting' { az monitor diagnostic-settings delete --subscription "$env:AZURE_SUBSCRIPTION_ID" --resource "$providers/Microsoft.Storage/storageAccounts/$env:AZURE_STORAGE_ACCOUNT_NAME/queueServices/default" --name queue-writes }
Gone 'delivery log setting' { az monitor diagnostic-settings delete --subscription "$env:AZURE_SUBSCRIPTION_ID" --resource "$providers/Microsoft.EventGrid/systemTopics/$env:AZURE_SYSTEM_TOPIC_NAME" --name delivery-failures }
Gone 'budget' { az consumption budget delete-with-rg --subscription "$env:AZURE_SUBSCRIPTION_ID" --resource-group "$env:AZURE_RESOURCE_GROUP" --budget-name "$env:AZURE_BUDGET_NAME" }
exit 0
