# After azd down: a deleted key vault keeps its name and secrets for 7 days. It is purged, unless KEEP_DELETED_VAULT=true.
. "$PSScriptRoot/lib.ps1"

if (-not $env:AZURE_SUBSCRIPTION_ID -or -not $env:AZURE_ENV_NAME) {
  Say 'Nothing is provisioned.'
  exit 0
}
$vaults = @(az keyvault list-deleted --subscription "$env:AZURE_SUBSCRIPTION_ID" --resource-type vault --query "[?properties.tags.paperfunctions=='$env:AZURE_ENV_NAME'].name" --output tsv)
if ($LASTEXITCODE) { Fail 'az could not list deleted key vaults. See: az keyvault list-deleted.' }
foreach ($vault in $vaults) {
  if ($env:KEEP_DELETED_VAULT -eq 'true') {
    Say "Key vault $vault is deleted and can be recovered for 7 days: KEEP_DELETED_VAULT is true."
  } else {
    $purge = {
      az keyvault purge --subscription "$env:AZURE_SUBSCRIPTION_ID" --name "$vault"
      $LASTEXITCODE -eq 0
    }
    if (-not (Retry 6 'vault purged' $purge)) { Fail "Key vault $vault could not be purged. With purge protection it goes by itself after 7 days; else: az keyvault purge --name $vault." }
    Say "Key vault $vault is purged."
  }
}
if ($env:KEEP_DELETED_VAULT -ne 'true') { Say "Nothing of environment $env:AZURE_ENV_NAME is left in the subscription." }
Say "The keys of environment $env:AZURE_ENV_NAME are still in .azure/$env:AZURE_ENV_NAME/.env: azd env delete $env:AZURE_ENV_NAME."
exit 0
