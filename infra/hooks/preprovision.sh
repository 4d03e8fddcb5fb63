#!/bin/sh
# Before provisioning: everything that would otherwise fail half-way is checked here, and the two keys are made once.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=infra/hooks/lib.sh
. "$here/lib.sh"

for tool in az azd dotnet; do
  command -v "$tool" >/dev/null 2>&1 || fail "$tool is not installed. docs/deploy.md says where to get it."
done
dotnet --list-sdks | grep -q '^10\.' || fail ".NET SDK 10 is not installed."
for name in AZURE_ENV_NAME AZURE_SUBSCRIPTION_ID AZURE_LOCATION; do
  eval "value=\${$name:-}"
  # Going on without the subscription could make new keys for an environment that has subscribers.
  [ -n "$value" ] || fail "$name is not set. Run azd up, which asks for it, or: azd env set $name <value>."
done
az account show --subscription "$AZURE_SUBSCRIPTION_ID" --output none 2>/dev/null || fail "az cannot see subscription $AZURE_SUBSCRIPTION_ID. Run az login."
az bicep version >/dev/null 2>&1 || az bicep install || fail "az could not install Bicep."

runtimes=$(az functionapp list-flexconsumption-runtimes --subscription "$AZURE_SUBSCRIPTION_ID" --location "$AZURE_LOCATION" --runtime dotnet-isolated --query "[].version" --output tsv) || fail "$AZURE_LOCATION does not offer Flex Consumption. See: az functionapp list-flexconsumption-locations --output table."
# The list says 10 or 10.0; the template needs 10.0.
printf '%s\n' "$runtimes" | grep -Eq '^10(\.0)?$' || fail "$AZURE_LOCATION does not offer .NET 10 on Flex Consumption. Choose another region: azd env set AZURE_LOCATION <region>."

# The template's own resource types are registered by the deployment; these two are used by it without being in it.
for namespace in Microsoft.EventGrid Microsoft.App; do
  state=$(az provider show --subscription "$AZURE_SUBSCRIPTION_ID" --namespace "$namespace" --query registrationState --output tsv) || fail "az could not say whether resource provider $namespace is registered."
  [ "$state" = Registered ] || az provider register --subscription "$AZURE_SUBSCRIPTION_ID" --namespace "$namespace" --wait --output none || fail "Resource provider $namespace could not be registered."
done

# What the vault already holds. A failure here stops everything: taken for "holds nothing", it would replace the keys.
group="rg-$AZURE_ENV_NAME"
stored=''
exists=$(az group exists --subscription "$AZURE_SUBSCRIPTION_ID" --name "$group") || fail "az could not say whether resource group $group exists."
if [ "$exists" = true ]; then
  vault=$(az keyvault list --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$group" --query "[0].id" --output tsv) || fail "az could not list the key vaults of $group."
  if [ -n "$vault" ]; then
    stored=$(az rest --method get --url "$vault/secrets?api-version=2023-07-01" --query "value[].name" --output tsv) || fail "az could not list the names of the secrets in $vault."
  fi
else
  deleted=$(az keyvault list-deleted --subscription "$AZURE_SUBSCRIPTION_ID" --resource-type vault --query "[?properties.tags.paperfunctions=='$AZURE_ENV_NAME'].name" --output tsv) || fail "az could not list deleted key vaults."
  [ -z "$deleted" ] || fail "Key vault $deleted of this environment is deleted but not gone, and still holds the name. Remove it for good: az keyvault purge --name $deleted. Or, to have its keys back: az group create --name $group --location $AZURE_LOCATION && az keyvault recover --name $deleted --resource-group $group."
fi

holds() { printf '%s\n' "$stored" | grep -qx "$1"; }

# remember NAME VALUE: into the azd environment, through a file, so that the value is on no command line.
remember() {
  file=$(mktemp)
  printf '%s="%s"\n' "$1" "$2" >"$file"
  if ! azd env set --file "$file" >/dev/null; then
    rm -f "$file"
    fail "azd could not keep $1 in the environment."
  fi
  rm -f "$file"
}

# make_key NAME SECRET BYTES: kept if the environment or the vault has it, made if neither does.
make_key() {
  eval "value=\${$1:-}"
  if [ -n "$value" ]; then
    say "  $1: from the azd environment"
  elif holds "$2"; then
    say "  $1: stays as it is in the vault"
  else
    remember "$1" "$(head -c "$3" /dev/urandom | base64 | tr -d '\n')"
    say "  $1: made now and kept in the azd environment; copy .azure/$AZURE_ENV_NAME/.env to a safe place"
  fi
}

say 'Keys'
make_key SIGNING_KEY site-signing-key 48
make_key ADDRESS_KEY site-address-key 32

if [ -n "${SENDGRID_API_KEY:-}" ]; then
  say '  SENDGRID_API_KEY: from the azd environment'
elif holds mail-api-key; then
  say '  SENDGRID_API_KEY: stays as it is in the vault'
else
  key=''
  if [ -t 0 ]; then
    printf '  SendGrid API key (Enter to skip): '
    trap 'stty echo' EXIT INT TERM
    stty -echo
    read -r key || key=''
    stty echo
    trap - EXIT INT TERM
    say ''
  fi
  if [ -n "$key" ]; then
    remember SENDGRID_API_KEY "$key"
  else
    say '  SENDGRID_API_KEY: none. No mail can go out until it is set: azd env set SENDGRID_API_KEY <key>, azd provision, and restart the app.'
  fi
fi

if [ "${MONTHLY_BUDGET:-0}" != 0 ] && [ -z "${BUDGET_START:-}" ]; then
  remember BUDGET_START "$(date -u +%Y-%m-01)"
fi
say 'Ready to provision.'
