// The five private endpoints of the private variant.

@description('Start of the endpoints\' names.')
param namePrefix string

@description('Azure region.')
param location string

@description('Tags for the resources.')
param tags object

@description('Resource id of the virtual network.')
param networkId string

@description('Resource id of the subnet for endpoints.')
param subnetId string

@description('Resource id of the storage account.')
param storageId string

@description('Resource id of the search service.')
param searchId string

@description('Resource id of the key vault.')
param vaultId string

var targets = [
  { name: 'blob', groupId: 'blob', id: storageId, zone: 'privatelink.blob.${environment().suffixes.storage}' }
  { name: 'queue', groupId: 'queue', id: storageId, zone: 'privatelink.queue.${environment().suffixes.storage}' }
  { name: 'table', groupId: 'table', id: storageId, zone: 'privatelink.table.${environment().suffixes.storage}' }
  { name: 'vault', groupId: 'vault', id: vaultId, zone: 'privatelink.vaultcore.azure.net' }
  { name: 'search', groupId: 'searchService', id: searchId, zone: 'privatelink.search.windows.net' }
]

// One after another: endpoints made at once in one subnet get in each other's way.
@batchSize(1)
module endpoints 'private-endpoint.bicep' = [
  for target in targets: {
    name: 'private-endpoint-${target.name}'
    params: {
      name: '${namePrefix}-${target.name}'
      location: location
      tags: tags
      targetId: target.id
      groupId: target.groupId
      zoneName: target.zone
      networkId: networkId
      subnetId: subnetId
    }
  }
]
