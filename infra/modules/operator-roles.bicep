// What the person (or pipeline) who deploys may do with data: drop digests and read the reports. Nothing else.

@description('Object id of the user, group or service principal.')
param principalId string

@description('Kind of that principal.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param principalType string

@description('Name of the storage account.')
param storageName string

@description('Container that digests are dropped into.')
param digestsContainer string

@description('Container that reports on unreadable digests are written to.')
param reportsContainer string

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource digests 'containers' existing = {
      name: digestsContainer
    }

    resource reports 'containers' existing = {
      name: reportsContainer
    }
  }
}

var roles = {
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageBlobDataReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
}

resource drop 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage::blobs::digests.id, principalId, roles.storageBlobDataContributor)
  scope: storage::blobs::digests
  properties: {
    principalId: principalId
    principalType: principalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
    description: 'Who deploys can drop digests: there are no account keys to do it with.'
  }
}

resource read 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage::blobs::reports.id, principalId, roles.storageBlobDataReader)
  scope: storage::blobs::reports
  properties: {
    principalId: principalId
    principalType: principalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataReader)
    description: 'Who drops digests can read why one could not be read.'
  }
}
