#!/bin/sh
# Before azd down: what deleting the resource group would leave behind or leave working is removed first.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=infra/hooks/lib.sh
. "$here/lib.sh"

if [ -z "${AZURE_SUBSCRIPTION_ID:-}" ] || [ -z "${AZURE_RESOURCE_GROUP:-}" ]; then
  say 'Nothing is provisioned.'
  exit 0
fi
exists=$(az group exists --subscription "$AZURE_SUBSCRIPTION_ID" --name "$AZURE_RESOURCE_GROUP") || fail "az could not say whether resource group $AZURE_RESOURCE_GROUP exists."
if [ "$exists" != true ]; then
  say "Resource group $AZURE_RESOURCE_GROUP is already gone."
  exit 0
fi
: "${AZURE_SYSTEM_TOPIC_NAME:=none}" "${AZURE_STORAGE_ACCOUNT_NAME:=none}" "${AZURE_BUDGET_NAME:=none}"
providers="/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$AZURE_RESOURCE_GROUP/providers"

# gone WHAT COMMAND...: what is not there needs no removing, and nothing here may keep azd down from going on.
gone() {
  what=$1
  shift
  if "$@" >/dev/null 2>&1; then say "  removed: $what"; else say "  not there: $what"; fi
}

say 'Removing what outlives a resource group'
gone 'event subscription' az eventgrid system-topic event-subscription delete --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" --system-topic-name "$AZURE_SYSTEM_TOPIC_NAME" --name digest-uploaded --yes
# Diagnostic settings come back to life when a resource of the same name is made again.
gone 'queue log setting' az monitor diagnostic-settings delete --subscription "$AZURE_SUBSCRIPTION_ID" --resource "$providers/Microsoft.Storage/storageAccounts/$AZURE_STORAGE_ACCOUNT_NAME/queueServices/default" --name queue-writes
gone 'delivery log setting' az monitor diagnostic-settings delete --subscription "$AZURE_SUBSCRIPTION_ID" --resource "$providers/Microsoft.EventGrid/systemTopics/$AZURE_SYSTEM_TOPIC_NAME" --name delivery-failures
gone 'budget' az consumption budget delete-with-rg --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" --budget-name "$AZURE_BUDGET_NAME"
