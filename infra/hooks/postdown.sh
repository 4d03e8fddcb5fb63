#!/bin/sh
# After azd down: a deleted key vault keeps its name and secrets for 7 days. It is purged, unless KEEP_DELETED_VAULT=true.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=infra/hooks/lib.sh
. "$here/lib.sh"

if [ -z "${AZURE_SUBSCRIPTION_ID:-}" ] || [ -z "${AZURE_ENV_NAME:-}" ]; then
  say 'Nothing is provisioned.'
  exit 0
fi
vaults=$(az keyvault list-deleted --subscription "$AZURE_SUBSCRIPTION_ID" --resource-type vault --query "[?properties.tags.paperfunctions=='$AZURE_ENV_NAME'].name" --output tsv) || fail 'az could not list deleted key vaults. See: az keyvault list-deleted.'
for vault in $vaults; do
  if [ "${KEEP_DELETED_VAULT:-}" = true ]; then
    say "Key vault $vault is deleted and can be recovered for 7 days: KEEP_DELETED_VAULT is true."
  else
    retry 6 'vault purged' az keyvault purge --subscription "$AZURE_SUBSCRIPTION_ID" --name "$vault" || fail "Key vault $vault could not be purged. With purge protection it goes by itself after 7 days; else: az keyvault purge --name $vault."
    say "Key vault $vault is purged."
  fi
done
[ "${KEEP_DELETED_VAULT:-}" = true ] || say "Nothing of environment $AZURE_ENV_NAME is left in the subscription."
say "The keys of environment $AZURE_ENV_NAME are still in .azure/$AZURE_ENV_NAME/.env: azd env delete $AZURE_ENV_NAME."
