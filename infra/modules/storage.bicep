// The storage account: digests and reports as blobs, work as queues, papers and people as tables. No shared keys.

@description('Name of the storage account: 3 to 24 lower-case letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Tags for the resource.')
param tags object

@description('How often and where the data is copied.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param sku string

@description('True: reachable through private endpoints (and from allowedIpRanges) only.')
param privateNetwork bool

@description('Public IPv4 addresses or CIDR ranges that may reach the account although it is private.')
param allowedIpRanges array

@description('Days for which a deleted or overwritten blob can be brought back.')
@minValue(1)
@maxValue(365)
param blobRetentionDays int

@description('Days for which a nightly backup is kept.')
@minValue(7)
@maxValue(3650)
param backupRetentionDays int

var containerNames = ['digests', 'digest-reports', 'state', 'dead-letters', 'packages', 'backups']
var queueNames = [
  'digests-stored'
  'digests-stored-poison'
  'digests-again'
  'digests-again-poison'
  'editions-due'
  'editions-due-poison'
  'people-imports'
  'people-imports-poison'
  'sign-ins'
  'sign-ins-poison'
  'sign-ups'
  'sign-ups-poison'
  'webjobs-blobtrigger-poison'
]
var tableNames = [
  'Papers'
  'Arrivals'
  'Digests'
  'Entries'
  'Subscribers'
  'Addresses'
  'Due'
  'Deliveries'
  'Votes'
  'MailEvents'
  'Sources'
  'LookUps'
  'Imports'
  'MailCounts'
]

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: privateNetwork && empty(allowedIpRanges) ? 'Disabled' : 'Enabled'
    networkAcls: {
      // Event Grid dead-letters as a trusted service; that holds while public access is off, too.
      bypass: 'AzureServices'
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
      ipRules: [
        for range in allowedIpRanges: {
          value: range
          action: 'Allow'
        }
      ]
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    containerDeleteRetentionPolicy: {
      enabled: true
      days: blobRetentionDays
    }
    deleteRetentionPolicy: {
      enabled: true
      days: blobRetentionDays
    }
    // What is overwritten stays as an older version. The rule below deletes it, and then it can be undeleted for as long as any blob.
    isVersioningEnabled: true
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [
  for container in containerNames: {
    parent: blobs
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2023-05-01' = [
  for queue in queueNames: {
    parent: queueService
    name: queue
  }
]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01' = [
  for table in tableNames: {
    parent: tableService
    name: table
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'expire-dead-letters'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['dead-letters/'] }
            actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: 30 } } }
          }
        }
        {
          name: 'expire-backups'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['backups/'] }
            actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: backupRetentionDays } } }
          }
        }
        {
          name: 'expire-versions'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'] }
            actions: { version: { delete: { daysAfterCreationGreaterThan: blobRetentionDays } } }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

output id string = account.id
output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
output queueEndpoint string = account.properties.primaryEndpoints.queue
output tableEndpoint string = account.properties.primaryEndpoints.table
output digestsContainer string = containerNames[0]
output reportsContainer string = containerNames[1]
output deadLetterContainer string = containerNames[3]
output packageContainer string = containerNames[4]
