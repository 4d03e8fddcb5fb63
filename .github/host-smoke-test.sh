#!/bin/sh
# host-smoke-test.sh PACKAGE: starts the published app under Azure Functions Core Tools on Azurite, drops a sample digest, tells
# the blob trigger of it as Event Grid would, and waits until the digest's papers are rows. Needs func, az, npx, curl, jq.
set -eu
package=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root="$here/.."
sample="$root/tests/samples/trending-inline.txt"
connection='UseDevelopmentStorage=true'
account='http://127.0.0.1:10000/devstoreaccount1'

npx --prefix "$root/src/Emulators/Azurite" azurite --silent --inMemoryPersistence --skipApiVersionCheck &
azurite=$!
host=
trap 'kill $azurite $host 2>/dev/null || true' EXIT
export AZURE_STORAGE_CONNECTION_STRING="$connection"
until az storage container create --name digests --output none 2>/dev/null; do sleep 1; done
for container in digest-reports state backups; do az storage container create --name "$container" --output none; done
for queue in digests-stored digests-again editions-due sign-ups sign-ins people-imports; do az storage queue create --name "$queue" --output none; done
for table in Papers Arrivals Digests Entries Subscribers Addresses Due Deliveries Votes MailEvents Sources LookUps Imports MailCounts; do az storage table create --name "$table" --output none; done

export AzureWebJobsStorage="$connection" FUNCTIONS_WORKER_RUNTIME=dotnet-isolated
export Search__Endpoint=https://localhost:9 Search__IndexName=papers Search__Semantic=false
export Mail__ApiKey=SG.none Mail__Host=https://localhost:9 Mail__From=papers@example.org Mail__FromName=Papers
export Site__BaseUrl=http://localhost:7071 Site__Name=Papers Site__PostalAddress='1 Example Street'
Site__SigningKey=$(head -c 48 /dev/urandom | base64 | tr -d '\n')
Site__AddressKey=$(head -c 32 /dev/urandom | base64 | tr -d '\n')
export Site__SigningKey Site__AddressKey
export Digests__MaxBytes=268435456 Editions__MinimumChance=0.25 OnHourSchedule='0 */15 * * * *' OnNightSchedule='0 10 3 * * *'
(cd "$package" && exec func start --no-build --port 7071) >"$root/host.log" 2>&1 &
host=$!

# wait_for SECONDS WHAT COMMAND...
wait_for() {
  left=$1
  what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    if [ "$left" -le 0 ]; then
      echo "$what: not in time. The host said:" >&2
      tail -n 60 "$root/host.log" >&2
      exit 1
    fi
    sleep 1
  done
  echo "$what: yes"
}

stored() {
  [ "$(az storage entity query --table-name Digests --query 'length(items)' --output tsv)" -ge 1 ] &&
    [ "$(az storage entity query --table-name Entries --query 'length(items)' --output tsv)" -ge 1 ]
}

wait_for 120 'health answers' curl --fail --silent http://localhost:7071/health
name=$(basename "$sample")
az storage blob upload --container-name digests --name "$name" --file "$sample" --output none
event=$(jq --null-input --compact-output --arg url "$account/digests/$name" --arg name "$name" '[{
  id: "smoke-1", eventType: "Microsoft.Storage.BlobCreated", eventTime: (now | todate), dataVersion: "", metadataVersion: "1",
  topic: "/subscriptions/none", subject: "/blobServices/default/containers/digests/blobs/\($name)",
  data: { api: "PutBlob", contentType: "text/plain", blobType: "BlockBlob", url: $url } }]')
wait_for 60 'the blob trigger took the event' curl --fail --silent --header 'Content-Type: application/json' --header 'aeg-event-type: Notification' --data "$event" 'http://localhost:7071/runtime/webhooks/blobs?functionName=Host.Functions.OnDigestUploaded'
wait_for 120 'the digest is stored' stored
