#!/bin/sh
# After publishing: wait until the app has its functions, point Event Grid at the blob trigger, see that it answers.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=infra/hooks/lib.sh
. "$here/lib.sh"

need AZURE_SUBSCRIPTION_ID AZURE_RESOURCE_GROUP AZURE_FUNCTION_APP_NAME AZURE_STORAGE_ACCOUNT_NAME AZURE_SYSTEM_TOPIC_NAME SERVICE_FUNCTIONS_URI PAPERFUNCTIONS_URL
expected='OnDigestUploaded OnReadAgain OnDigestStored OnSources OnLookUps OnHour OnEditionsDue OnNight OnSignUp OnSignIn OnPeopleImport Health'
app="/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$AZURE_RESOURCE_GROUP/providers/Microsoft.Web/sites/$AZURE_FUNCTION_APP_NAME"

functions_listed() {
  listed=$(az functionapp function list --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" --name "$AZURE_FUNCTION_APP_NAME" --query "[].name" --output tsv) || return 1
  for name in $expected; do
    # Names are listed as <app>/<function>.
    printf '%s\n' "$listed" | grep -q "/$name\$" || { say "$name is not listed"; return 1; }
  done
}

sync_triggers() {
  az rest --method post --url "$app/syncfunctiontriggers?api-version=2024-04-01" --output none
}

# The query is evaluated here and prints a length: the key itself is never printed.
blobs_key_made() {
  length=$(az functionapp keys list --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" --name "$AZURE_FUNCTION_APP_NAME" --query "length(systemKeys.blobs_extension || '')" --output tsv) || return 1
  [ "${length:-0}" -gt 0 ]
}

subscribe() {
  az deployment group create --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" --name blob-subscription --template-file "$here/../modules/blob-subscription.bicep" --parameters functionAppName="$AZURE_FUNCTION_APP_NAME" systemTopicName="$AZURE_SYSTEM_TOPIC_NAME" storageName="$AZURE_STORAGE_ACCOUNT_NAME" --output none
}

answers() {
  curl --fail --silent --show-error --max-time 60 --output /dev/null "$SERVICE_FUNCTIONS_URI/health"
}

say 'Functions'
if ! retry 12 'functions listed' functions_listed 2>/dev/null; then
  # Seen now and then: the package is there, but its triggers were not taken notice of.
  say '  asking the platform to read the triggers again'
  retry 3 'triggers read' sync_triggers || fail 'The platform would not read the triggers. Publish again: azd deploy.'
  retry 18 'functions listed' functions_listed || fail "The app does not list its functions ($expected). docs/runbook.md, \"The site does not answer\", says where its log is. Then: azd deploy."
fi
say "  listed: $expected"

say 'Blob trigger'
retry 30 'system key' blobs_key_made || fail 'The blobs extension made no key, so Event Grid cannot call the blob trigger. docs/runbook.md, "The site does not answer", says where its log is. Then: azd hooks run postdeploy.'
retry 8 'event subscription' subscribe || fail 'Event Grid was not pointed at the blob trigger. Dropped digests are not read until this works: azd hooks run postdeploy.'
say '  Event Grid calls OnDigestUploaded for blobs in digests/'

say 'Health'
retry 18 'answers' answers || fail "$SERVICE_FUNCTIONS_URI/health does not answer 200. docs/runbook.md, \"The site does not answer\"."
say "  $SERVICE_FUNCTIONS_URI/health answers"

say ''
say "Site            $PAPERFUNCTIONS_URL"
say "Drop a digest   az storage blob upload --auth-mode login --account-name $AZURE_STORAGE_ACCOUNT_NAME --container-name digests --file <file>"
say "Search          ${AZURE_SEARCH_ENDPOINT:-}"
say "Workbook        https://portal.azure.com/#resource${AZURE_WORKBOOK_ID:-}/workbook"
