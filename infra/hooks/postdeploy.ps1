# After publishing: wait until the app has its functions, point Event Grid at the blob trigger, see that it answers.
. "$PSScriptRoot/lib.ps1"

Need 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP', 'AZURE_FUNCTION_APP_NAME', 'AZURE_STORAGE_ACCOUNT_NAME', 'AZURE_SYSTEM_TOPIC_NAME', 'SERVICE_FUNCTIONS_URI', 'PAPERFUNCTIONS_URL'
$here = $PSScriptRoot
$expected = 'OnDigestUploaded', 'OnReadAgain', 'OnDigestStored', 'OnSources', 'OnLookUps', 'OnHour', 'OnEditionsDue', 'OnNight', 'OnSignUp', 'OnSignIn', 'OnPeopleImport', 'Health'
$app = "/subscriptions/$env:AZURE_SUBSCRIPTION_ID/resourceGroups/$env:AZURE_RESOURCE_GROUP/providers/Microsoft.Web/sites/$env:AZURE_FUNCTION_APP_NAME"

$functionsListed = {
  $listed = @(az functionapp function list --subscription "$env:AZURE_SUBSCRIPTION_ID" --resource-group "$env:AZURE_RESOURCE_GROUP" --name "$env:AZURE_FUNCTION_APP_NAME" --query "[].name" --output tsv)
  if ($LASTEXITCODE) { return $false }
  foreach ($name in $expected) {
    # Names are listed as <app>/<function>.
    if (-not ($listed -match "/$name$")) { "$name is not listed"; return $false }
  }
  $true
}

$syncTriggers = {
  az rest --method post --url "$app/syncfunctiontriggers?api-version=2024-04-01" --output none
  $LASTEXITCODE -eq 0
}

# The query is evaluated here and prints a length: the key itself is never printed.
$blobsKeyMade = {
  $length = az functionapp keys list --subscription "$env:AZURE_SUBSCRIPTION_ID" --resource-group "$env:AZURE_RESOURCE_GROUP" --name "$env:AZURE_FUNCTION_APP_NAME" --query "length(systemKeys.blobs_extension || '')" --output tsv
  $LASTEXITCODE -eq 0 -and [int]$length -gt 0
}

$subscribe = {
  az deployment group create --subscription "$env:AZURE_SUBSCRIPTION_ID" --resource-group "$env:AZURE_RESOURCE_GROUP" --name blob-subscription --template-file "$here/../modules/blob-subscription.bicep" --parameters functionAppName="$env:AZURE_FUNCTION_APP_NAME" systemTopicName="$env:AZURE_SYSTEM_TOPIC_NAME" storageName="$env:AZURE_STORAGE_ACCOUNT_NAME" --output none
  $LASTEXITCODE -eq 0
}

$answers = {
  try { (Invoke-WebRequest -Uri "$env:SERVICE_FUNCTIONS_URI/health" -TimeoutSec 60 -MaximumRedirection 0).StatusCode -eq 200 } catch { "$_"; $false }
}

Say 'Functions'
if (-not (Retry 12 'functions listed' $functionsListed)) {
  # Seen now and then: the package is there, but its triggers were not taken notice of.
  Say '  asking the platform to read the triggers again'
  if (-not (Retry 3 'triggers read' $syncTriggers)) { Fail 'The platform would not read the triggers. Publish again: azd deploy.' }
  if (-not (Retry 18 'functions listed' $functionsListed)) { Fail "The app does not list its functions ($expected). docs/runbook.md, `"The site does not answer`", says where its log is. Then: azd deploy." }
}
Say "  listed: $expected"

Say 'Blob trigger'
if (-not (Retry 30 'system key' $blobsKeyMade)) { Fail 'The blobs extension made no key, so Event Grid cannot call the blob trigger. docs/runbook.md, "The site does not answer", says where its log is. Then: azd hooks run postdeploy.' }
if (-not (Retry 8 'event subscription' $subscribe)) { Fail 'Event Grid was not pointed at the blob trigger. Dropped digests are not read until this works: azd hooks run postdeploy.' }
Say '  Event Grid calls OnDigestUploaded for blobs in digests/'

Say 'Health'
if (-not (Retry 18 'answers' $answers)) { Fail "$env:SERVICE_FUNCTIONS_URI/health does not answer 200. docs/runbook.md, `"The site does not answer`"." }
Say "  $env:SERVICE_FUNCTIONS_URI/health answers"

Say ''
Say "Site            $env:PAPERFUNCTIONS_URL"
Say "Drop a digest   az storage blob upload --auth-mode login --account-name $env:AZURE_STORAGE_ACCOUNT_NAME --container-name digests --file <file>"
Say "Search          $env:AZURE_SEARCH_ENDPOINT"
Say "Workbook        https://portal.azure.com/#resource$env:AZURE_WORKBOOK_ID/workbook"
exit 0
