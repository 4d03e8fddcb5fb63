// PaperFunctions on Azure: one resource group with all that the app needs, and who may do what with it.
targetScope = 'subscription'

// Where and under which name

@description('Name of the azd environment; part of the names of all resources.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Azure region for all resources.')
@minLength(1)
@metadata({
  azd: {
    type: 'location'
  }
})
param location string

@description('Tags for all resources besides the environment\'s name: name=value, separated by commas.')
param extraTags string = ''

// Mail

@description('Address that mail comes from; a sender that SendGrid has verified.')
@minLength(3)
param mailFrom string

@description('Name that mail comes from.')
param mailFromName string = 'PaperFunctions'

@description('Address of the SendGrid API: the global one, or the EU\'s.')
@allowed(['https://api.sendgrid.com', 'https://api.eu.sendgrid.com'])
param mailHost string = 'https://api.sendgrid.com'

@description('Public key of SendGrid\'s signed event webhook, Base64. Empty: mail events are refused.')
param mailEventPublicKey string = ''

@description('Seconds that SendGrid has for an answer; after that it is unknown whether it accepted the mail.')
@minValue(1)
@maxValue(300)
param mailTimeoutSeconds int = 30

@secure()
@description('SendGrid API key with the right "Mail Send". Empty: the vault keeps the one it has.')
param mailApiKey string = ''

// Site

@description('Public address of the site, https and no slash at the end. Empty: the function app\'s own address.')
param siteBaseUrl string = ''

@description('Name of the site in mails and on pages.')
param siteName string = 'PaperFunctions'

@description('Postal address at the foot of every mail: bulk mail must carry one.')
@minLength(1)
param sitePostalAddress string

@description('Entra object ids of those who may open the operator\'s page with a login, separated by commas. Empty: nobody; a function key is needed.')
param operatorIds string = ''

@secure()
@description('Signs links in mails: Base64 of at least 32 bytes. Empty: the vault keeps the one it has.')
param signingKey string = ''

@secure()
@description('Signing key before the last rotation, while links signed with it must still work.')
param previousSigningKey string = ''

@description('True: the previous signing key got into other hands. Links signed with it unsubscribe, and do nothing else any more.')
param previousKeyLeaked bool = false

@secure()
@description('Keyed hash of addresses: Base64 of 32 bytes, never changed once there are subscribers. Empty: the vault keeps the one it has.')
param addressKey string = ''

// What the app does

@description('Largest digest that is read, in bytes.')
@minValue(1)
param digestMaxBytes int = 268435456

@description('Least chance, from 0 to 1, that a paper is what a subscriber asked for, for it to be mailed.')
param editionMinimumChance string = '0.2'

@description('Days of arrivals that a first edition, or one after a long pause, looks back on.')
@minValue(1)
@maxValue(31)
param editionLookBackDays int = 7

@description('Days that arrivals are kept as candidates and as text for the ranker; the papers themselves stay.')
@minValue(31)
@maxValue(3650)
param nightlyArrivalDays int = 400

@description('Days after which a sign-up that nobody has confirmed is removed.')
@minValue(1)
@maxValue(365)
param nightlyPendingDays int = 7

@description('Days that is kept what mail came back.')
@minValue(1)
@maxValue(3650)
param nightlyMailEventDays int = 90

@description('Days that is kept which papers a subscriber was sent.')
@minValue(62)
@maxValue(3650)
param nightlyDeliveryDays int = 365

@description('Mails a day that anybody can ask for by typing an address: to confirm a sign-up, and to sign in.')
@minValue(1)
@maxValue(1000000)
param accountMailsADay int = 500

@description('The newest papers that the ranker\'s statistics are built from.')
@minValue(1)
@maxValue(50000)
param nightlyModelPapers int = 50000

@description('Catalogues that are asked for papers without an id: some of arxiv, crossref, openalex, semantic-scholar; none for none.')
param lookUp string = 'arxiv'

@description('Address that the catalogues may write to if something is wrong.')
param lookUpContact string = ''

@secure()
@description('Key of OpenAlex\'s API; empty: none, or as the vault holds it.')
param openAlexKey string = ''

@secure()
@description('Key of Semantic Scholar\'s API; empty: none, or as the vault holds it.')
param semanticScholarKey string = ''

@description('What the app fetches by itself: [NAME=]ADDRESS [SCHEDULE], apart by semicolons; empty for nothing.')
param sources string = ''

@description('When due subscribers are looked for: six-part NCRONTAB.')
param onHourSchedule string = '0 */15 * * * *'

@description('When nightly work runs: six-part NCRONTAB, UTC.')
param onNightSchedule string = '0 10 3 * * *'

// Sizes

@description('Memory of one app instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Most app instances at once; bounds the bill and the load on the search service.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('False: new instances start .NET afresh instead of in a process that waits for them. Slower to start, and a way out if instances crash at their start.')
param usePlaceholder bool = true

@description('How often and where stored data is copied.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_LRS'

@description('Days for which a deleted or overwritten blob can be brought back.')
@minValue(1)
@maxValue(365)
param blobRetentionDays int = 7

@description('Days for which a nightly backup of the subscribers is kept.')
@minValue(7)
@maxValue(3650)
param backupRetentionDays int = 35

@description('Tier of the search service. free: one per subscription, no private endpoint, no semantic ranking.')
@allowed(['free', 'basic', 'standard', 'standard2', 'standard3'])
param searchSku string = 'basic'

@description('Copies of the index that answer queries.')
@minValue(1)
@maxValue(12)
param searchReplicas int = 1

@description('Plan of the semantic ranker: disabled, free (a monthly allowance) or standard (per query).')
@allowed(['disabled', 'free', 'standard'])
param semanticSearch string = 'disabled'

@description('Name of the search index.')
param searchIndexName string = 'papers'

// Who may reach it

@description('Object id of who deploys: may drop digests and read reports. Empty: nobody gets data roles.')
param principalId string = ''

@description('Kind of that principal.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param principalType string = 'User'

@description('True: storage, search and vault are reached through private endpoints only. The site itself stays public.')
param privateNetwork bool = false

@description('Address space of the private network; a /24 or larger.')
param networkAddressPrefix string = '10.40.0.0/24'

@description('With privateNetwork: public IPv4 addresses or CIDR ranges that are let in all the same, separated by commas.')
param allowedIpRanges string = ''

@description('True: the vault cannot be purged within its 7 days of retention, and azd down leaves it behind, soft-deleted.')
param purgeProtection bool = false

// Watching it

@description('Who is mailed when an alert is raised. Empty: alerts show in the portal only.')
param alertEmail string = ''

@description('Failures of one function in 15 minutes that raise the alert.')
@minValue(1)
param failureThreshold int = 5

@description('Hour of the day, UTC, by which an edition must have gone out.')
@minValue(1)
@maxValue(23)
param noonHourUtc int = 12

@description('Days on which no edition is expected, 0 (Sunday) to 6, separated by commas.')
param quietDays string = ''

@description('Days for which telemetry is kept.')
@minValue(30)
@maxValue(730)
param telemetryRetentionDays int = 30

@description('Most telemetry taken in a day, in GB; -1: no limit.')
@minValue(-1)
param telemetryDailyCapGb int = 1

@description('Monthly budget of the resource group, in the billing currency; warns at 80 % and when 100 % is forecast. 0: none.')
@minValue(0)
param monthlyBudget int = 100

@description('First day of the budget\'s first month, yyyy-MM-01. Keep it: a budget cannot change its start.')
param budgetStart string = utcNow('yyyy-MM-01')

var token = toLower(uniqueString(subscription().id, environmentName, location))
var moreTags = toObject(
  filter(split(extraTags, ','), pair => contains(pair, '=')),
  pair => trim(split(pair, '=')[0]),
  pair => trim(split(pair, '=')[1])
)
// azd finds its resources by the first tag; the hooks find a deleted vault by the second.
var tags = union(moreTags, { 'azd-env-name': environmentName, paperfunctions: environmentName })
var ipRanges = empty(allowedIpRanges) ? [] : split(allowedIpRanges, ',')
var budgetName = 'budget-papers-${token}'

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-papers-${token}'
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'stpapers${token}'
    location: location
    tags: tags
    sku: storageSku
    privateNetwork: privateNetwork
    allowedIpRanges: ipRanges
    blobRetentionDays: blobRetentionDays
    backupRetentionDays: backupRetentionDays
  }
}

module search 'modules/search.bicep' = {
  name: 'search'
  scope: group
  params: {
    name: 'srch-papers-${token}'
    location: location
    tags: tags
    sku: searchSku
    replicas: searchReplicas
    semanticSearch: semanticSearch
    privateNetwork: privateNetwork
    allowedIpRanges: ipRanges
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-papers-${token}'
    insightsName: 'appi-papers-${token}'
    location: location
    tags: tags
    retentionDays: telemetryRetentionDays
    dailyCapGb: telemetryDailyCapGb
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-papers-${token}'
    location: location
    tags: tags
    purgeProtection: purgeProtection
    privateNetwork: privateNetwork
    allowedIpRanges: ipRanges
    mailApiKey: mailApiKey
    signingKey: signingKey
    previousSigningKey: previousSigningKey
    addressKey: addressKey
    openAlexKey: openAlexKey
    semanticScholarKey: semanticScholarKey
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  scope: group
  params: {
    appPrincipalId: identity.outputs.principalId
    storageName: storage.outputs.name
    searchName: search.outputs.name
    vaultName: vault.outputs.name
    insightsName: monitoring.outputs.insightsName
  }
}

module operatorRoles 'modules/operator-roles.bicep' = if (!empty(principalId)) {
  name: 'operator-roles'
  scope: group
  params: {
    principalId: principalId
    principalType: principalType
    storageName: storage.outputs.name
    digestsContainer: storage.outputs.digestsContainer
    reportsContainer: storage.outputs.reportsContainer
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  scope: group
  params: {
    name: 'vnet-papers-${token}'
    location: location
    tags: tags
    addressPrefix: networkAddressPrefix
  }
}

module endpoints 'modules/private-endpoints.bicep' = if (privateNetwork) {
  name: 'private-endpoints'
  scope: group
  params: {
    namePrefix: 'pep-papers-${token}'
    location: location
    tags: tags
    networkId: privateNetwork ? network!.outputs.id : ''
    subnetId: privateNetwork ? network!.outputs.endpointSubnetId : ''
    storageId: storage.outputs.id
    searchId: search.outputs.id
    vaultId: vault.outputs.id
  }
}

module functions 'modules/functions.bicep' = {
  name: 'functions'
  scope: group
  params: {
    planName: 'plan-papers-${token}'
    name: 'func-papers-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    blobEndpoint: storage.outputs.blobEndpoint
    queueEndpoint: storage.outputs.queueEndpoint
    tableEndpoint: storage.outputs.tableEndpoint
    packageContainer: storage.outputs.packageContainer
    insightsConnectionString: monitoring.outputs.connectionString
    searchEndpoint: search.outputs.endpoint
    searchIndexName: searchIndexName
    searchSemantic: semanticSearch != 'disabled'
    mailHost: mailHost
    mailFrom: mailFrom
    mailFromName: mailFromName
    mailTimeoutSeconds: mailTimeoutSeconds
    mailEventPublicKey: mailEventPublicKey
    mailApiKeyUri: vault.outputs.mailApiKeyUri
    siteBaseUrl: siteBaseUrl
    siteName: siteName
    sitePostalAddress: sitePostalAddress
    operatorIds: operatorIds
    signingKeyUri: vault.outputs.signingKeyUri
    previousSigningKeyUri: empty(previousSigningKey) ? '' : vault.outputs.previousSigningKeyUri
    previousKeyLeaked: previousKeyLeaked
    addressKeyUri: vault.outputs.addressKeyUri
    digestMaxBytes: digestMaxBytes
    editionMinimumChance: editionMinimumChance
    editionLookBackDays: editionLookBackDays
    nightlyArrivalDays: nightlyArrivalDays
    nightlyPendingDays: nightlyPendingDays
    nightlyMailEventDays: nightlyMailEventDays
    nightlyDeliveryDays: nightlyDeliveryDays
    nightlyModelPapers: nightlyModelPapers
    accountMailsADay: accountMailsADay
    backupRetentionDays: backupRetentionDays
    telemetryRetentionDays: telemetryRetentionDays
    lookUp: lookUp == 'none' ? '' : lookUp
    lookUpContact: lookUpContact
    openAlexKeyUri: empty(openAlexKey) ? '' : vault.outputs.openAlexKeyUri
    semanticScholarKeyUri: empty(semanticScholarKey) ? '' : vault.outputs.semanticScholarKeyUri
    sources: sources
    onHourSchedule: onHourSchedule
    onNightSchedule: onNightSchedule
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    usePlaceholder: usePlaceholder
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
  }
  // The app reads its package, its secrets and its queues the moment it exists.
  dependsOn: [roles, endpoints]
}

module events 'modules/events.bicep' = {
  name: 'events'
  scope: group
  params: {
    name: 'evgt-papers-${token}'
    location: location
    tags: tags
    storageName: storage.outputs.name
    deadLetterContainer: storage.outputs.deadLetterContainer
    workspaceId: monitoring.outputs.workspaceId
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    namePrefix: 'papers-${token}'
    location: location
    tags: tags
    email: alertEmail
    workspaceId: monitoring.outputs.workspaceId
    storageName: storage.outputs.name
    systemTopicId: events.outputs.id
    failureThreshold: failureThreshold
    noonHourUtc: noonHourUtc
    quietDays: quietDays
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  scope: group
  params: {
    location: location
    tags: tags
    title: 'PaperFunctions (${environmentName})'
    insightsId: monitoring.outputs.insightsId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0) {
  name: 'budget'
  scope: group
  params: {
    name: budgetName
    amount: max(monthlyBudget, 1)
    startDate: budgetStart
    email: alertEmail
  }
}

// azd keeps these in the environment, under these names; the hooks read them there.
output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_APP_NAME string = functions.outputs.name
output AZURE_STORAGE_ACCOUNT_NAME string = storage.outputs.name
output AZURE_SYSTEM_TOPIC_NAME string = events.outputs.name
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output AZURE_SEARCH_ENDPOINT string = search.outputs.endpoint
output AZURE_WORKBOOK_ID string = workbook.outputs.id
output AZURE_BUDGET_NAME string = monthlyBudget > 0 ? budgetName : ''
output SERVICE_FUNCTIONS_URI string = 'https://${functions.outputs.hostName}'
output PAPERFUNCTIONS_URL string = functions.outputs.baseUrl
