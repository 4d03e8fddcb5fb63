#!/bin/sh
# Before provisioning: everything that would otherwise fail half-way is checked here, and the two keys are made once.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=infra/hooks/lib.sh
. "$here/lib.sh"

# However the hook ends, the terminal shows again what is typed; and Ctrl-C ends it rather than going on without an answer.
hidden=''
trap 'if [ -n "$hidden" ]; then stty echo; fi' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

for tool in az azd dotnet; do
  command -v "$tool" >/dev/null 2>&1 || fail "$tool is not installed. docs/deploy.md says where to get it."
done
dotnet --list-sdks | grep -q '^10\.' || fail ".NET SDK 10 is not installed."
version=$(az version --query "values(@)[0]" --output tsv) || fail "az does not run."
case $version in
  0.* | 1.* | 2.?.* | 2.[1-5]?.*) fail "az $version is too old for Flex Consumption: 2.60.0 or newer is needed. Run az upgrade." ;;
esac
for name in AZURE_ENV_NAME AZURE_SUBSCRIPTION_ID AZURE_LOCATION; do
  eval "value=\${$name:-}"
  # Going on without the subscription could make new keys for an environment that has subscribers.
  [ -n "$value" ] || fail "$name is not set. Run azd up, which asks for it, or: azd env set $name <value>."
done
# azd writes values into the parameters' JSON as they are.
newline='
'
names=$(sed -n 's/.*"[$]{\(.*\)}".*/\1/p' "$here/../main.parameters.json")
for name in $names; do
  eval "value=\${$name:-}"
  case $value in
    *[\"\\]* | *"$newline"*) fail "$name has a double quote, a backslash or a line break in it, which azd cannot hand on. Set it without: azd env set $name <value>." ;;
  esac
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
  # A storage account has one system topic at most; the portal makes one when somebody adds an event subscription there.
  topic=$(az eventgrid system-topic list --subscription "$AZURE_SUBSCRIPTION_ID" --query "[?contains(source, '/$group/')] | [?contains(source, 'storageAccounts/stpapers')] | [?!starts_with(name, 'evgt-papers-')].name" --output tsv) || fail "az could not list the Event Grid system topics."
  [ -z "$topic" ] || fail "The storage account already has the Event Grid system topic $topic, and can have no second one. Delete it with its subscriptions (az eventgrid system-topic delete --name $topic --resource-group $group), then provision again."
else
  deleted=$(az keyvault list-deleted --subscription "$AZURE_SUBSCRIPTION_ID" --resource-type vault --query "[?properties.tags.paperfunctions=='$AZURE_ENV_NAME'].name" --output tsv) || fail "az could not list deleted key vaults."
  [ -z "$deleted" ] || fail "Key vault $deleted of this environment is deleted but not gone, and still holds the name. Remove it for good: az keyvault purge --name $deleted. Or, to have its keys back: az group create --name $group --location $AZURE_LOCATION && az keyvault recover --name $deleted --resource-group $group."
fi

holds() { printf '%s\n' "$stored" | grep -qx "$1"; }

# remember NAME VALUE: into the azd environment, through a pipe: the value is on no command line and in no file but azd's own.
remember() {
  printf '%s="%s"\n' "$1" "$2" | azd env set --file /dev/stdin >/dev/null || fail "azd could not keep $1 in the environment."
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
    hidden=yes
    stty -echo
    read -r key || key=''
    stty echo
    hidden=''
    say ''
  fi
  if [ -n "$key" ]; then
    remember SENDGRID_API_KEY "$key"
  else
    say '  SENDGRID_API_KEY: none. No mail can go out until there is one: azd provision asks for it again.'
  fi
fi

if [ "${MONTHLY_BUDGET:-100}" != 0 ] && [ -z "${BUDGET_START:-}" ]; then
  # A budget cannot change its first month: one that is there keeps it.
  start=$(date -u +%Y-%m-01)
  if [ "$exists" = true ]; then
    first=$(az rest --method get --url "/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$group/providers/Microsoft.Consumption/budgets?api-version=2023-11-01" --query "value[?starts_with(name, 'budget-papers-')] | [0].properties.timePeriod.startDate" --output tsv 2>/dev/null) || first=''
    [ -z "$first" ] || start=${first%%T*}
  fi
  remember BUDGET_START "$start"
fi
say 'Ready to provision.'
