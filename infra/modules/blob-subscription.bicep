// Calls the blob trigger when a digest was dropped. Deployed by the postdeploy hook: the endpoint needs the system key that the
// blobs extension makes once the code runs. The key is read here, by Resource Manager, so that it is in no script and no log.

@description('Name of the function app.')
param functionAppName string

@description('Name of the function with the blob trigger.')
param functionName string = 'OnDigestUploaded'

@description('Name of the Event Grid system topic.')
param systemTopicName string

@description('Name of the storage account.')
param storageName string

@description('Container that digests are dropped into.')
param digestsContainer string = 'digests'

@description('Container for events that could not be delivered.')
param deadLetterContainer string = 'dead-letters'

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: systemTopicName
}

var blobsKey = listKeys('${app.id}/host/default', '2024-04-01').systemKeys.blobs_extension

resource digestUploaded 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'digest-uploaded'
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${functionName}&code=${blobsKey}'
        maxEventsPerBatch: 1
      }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      // The slash at the end keeps out containers whose names only begin alike.
      subjectBeginsWith: '/blobServices/default/containers/${digestsContainer}/'
      advancedFilters: [
        {
          // The calls that end with the whole blob in place.
          operatorType: 'StringIn'
          key: 'data.api'
          values: ['PutBlob', 'PutBlockList', 'CopyBlob', 'FlushWithClose']
        }
      ]
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: storage.id
          blobContainerName: deadLetterContainer
        }
      }
    }
  }
}

output name string = digestUploaded.name
