// Azure AI Search, by Entra identity only: API keys are off.

@description('Name of the search service.')
param name string

@description('Azure region.')
param location string

@description('Tags for the resource.')
param tags object

@description('Pricing tier. free: one per subscription, no private endpoint, no semantic ranking.')
@allowed(['free', 'basic', 'standard', 'standard2', 'standard3'])
param sku string

@description('Copies that answer queries. Two or more for an uptime promise on reads.')
@minValue(1)
@maxValue(12)
param replicas int

@description('Plan of the semantic ranker; disabled where the tier or region lacks it.')
@allowed(['disabled', 'free', 'standard'])
param semanticSearch string

@description('True: reachable through its private endpoint (and from allowedIpRanges) only.')
param privateNetwork bool

@description('With privateNetwork: public IPv4 addresses or CIDR ranges that may reach the service all the same.')
param allowedIpRanges array

resource service 'Microsoft.Search/searchServices@2025-05-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: sku
  }
  properties: {
    disableLocalAuth: true
    hostingMode: 'Default'
    networkRuleSet: {
      bypass: 'None'
      // Without the private network the app calls from addresses that nobody knows: any rule would lock it out.
      ipRules: privateNetwork ? map(allowedIpRanges, range => { value: range }) : []
    }
    partitionCount: 1
    publicNetworkAccess: privateNetwork && empty(allowedIpRanges) ? 'Disabled' : 'Enabled'
    replicaCount: replicas
    semanticSearch: semanticSearch
  }
}

output id string = service.id
output name string = service.name
output endpoint string = 'https://${service.name}.search.windows.net'
