// The Flex Consumption plan and the function app on it. appSettings is the one list of the settings that the code reads.

@description('Name of the plan.')
param planName string

@description('Name of the function app; it is also the first part of its address.')
param name string

@description('Azure region.')
param location string

@description('Tags for the resources.')
param tags object

@description('Resource id of the identity that the app runs as.')
param identityId string

@description('Client id of that identity.')
param identityClientId string

@description('Blob endpoint of the storage account, with the slash at the end.')
param blobEndpoint string

@description('Queue endpoint of the storage account.')
param queueEndpoint string

@description('Table endpoint of the storage account.')
param tableEndpoint string

@description('Container that the deployed package is kept in.')
param packageContainer string

@description('Connection string of Application Insights. It holds no secret: telemetry is authenticated by identity.')
param insightsConnectionString string

@description('Endpoint of the search service.')
param searchEndpoint string

@description('Name of the search index.')
param searchIndexName string

@description('Whether queries use the semantic ranker.')
param searchSemantic bool

@description('Address of the SendGrid API.')
param mailHost string

@description('Address that mail comes from.')
param mailFrom string

@description('Name that mail comes from.')
param mailFromName string

@description('Seconds that SendGrid has for an answer.')
@minValue(1)
@maxValue(300)
param mailTimeoutSeconds int

@description('Public key of SendGrid\'s signed event webhook, Base64; empty: the webhook is off.')
param mailEventPublicKey string

@description('Key vault secret with the SendGrid API key, as a versionless URI.')
param mailApiKeyUri string

@description('Public address of the site without a slash at the end; empty: the app\'s own address.')
param siteBaseUrl string

@description('Name of the site in mails and on pages.')
param siteName string

@description('Postal address at the foot of every mail.')
param sitePostalAddress string

@description('Key vault secret with the signing key, as a versionless URI.')
param signingKeyUri string

@description('Key vault secret with the signing key before the last rotation; empty: none.')
param previousSigningKeyUri string

@description('Whether links signed with the previous key unsubscribe only.')
param previousKeyLeaked bool

@description('Key vault secret with the address key, as a versionless URI.')
param addressKeyUri string

@description('Entra object ids of those who may open the operator\'s page with a login, separated by commas; empty: nobody.')
param operatorIds string

@description('Largest digest that is read, in bytes.')
@minValue(1)
param digestMaxBytes int

@description('Least chance, from 0 to 1, that a paper is what a subscriber asked for, for it to be mailed.')
param editionMinimumChance string

@description('Days of arrivals that a first edition looks back on.')
@minValue(1)
@maxValue(31)
param editionLookBackDays int

@description('Days that arrivals are kept as candidates and as text for the ranker.')
@minValue(31)
@maxValue(3650)
param nightlyArrivalDays int

@description('Days after which a sign-up that nobody has confirmed is removed.')
@minValue(1)
@maxValue(365)
param nightlyPendingDays int

@description('Days that is kept what mail came back.')
@minValue(1)
@maxValue(3650)
param nightlyMailEventDays int

@description('Days that is kept which papers a subscriber was sent.')
@minValue(62)
@maxValue(3650)
param nightlyDeliveryDays int

@description('The newest papers that the ranker\'s statistics are built from.')
@minValue(1)
@maxValue(50000)
param nightlyModelPapers int

@description('Mails a day that anybody can ask for by typing an address.')
@minValue(1)
@maxValue(1000000)
param accountMailsADay int

@description('Days for which a nightly backup is kept; the privacy page says so.')
@minValue(7)
@maxValue(3650)
param backupRetentionDays int

@description('Days for which telemetry is kept; the privacy page says so.')
@minValue(30)
@maxValue(730)
param telemetryRetentionDays int

@description('Catalogues that are asked for papers without an id: some of arxiv, crossref, openalex, semantic-scholar; empty for none.')
param lookUp string

@description('Address that the catalogues may write to if something is wrong.')
param lookUpContact string

@description('Key vault secret with the key of OpenAlex\'s API; empty: none.')
param openAlexKeyUri string

@description('Key vault secret with the key of Semantic Scholar\'s API; empty: none.')
param semanticScholarKeyUri string

@description('What the app fetches by itself: [NAME=]ADDRESS [SCHEDULE], apart by semicolons; empty for nothing.')
param sources string

@description('When due subscribers are looked for: six-part NCRONTAB.')
param onHourSchedule string

@description('When nightly work runs: six-part NCRONTAB, UTC.')
param onNightSchedule string

@description('Memory of one instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Most instances at once.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int

@description('Whether new instances start in a waiting .NET process; see docs/runbook.md, "Instances crash at their start".')
param usePlaceholder bool

@description('Subnet that the app calls out from; empty: the internet.')
param subnetId string

var baseUrl = empty(siteBaseUrl) ? 'https://${name}.azurewebsites.net' : siteBaseUrl

var appSettings = {
  AzureWebJobsStorage__blobServiceUri: blobEndpoint
  AzureWebJobsStorage__queueServiceUri: queueEndpoint
  AzureWebJobsStorage__tableServiceUri: tableEndpoint
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AZURE_CLIENT_ID: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // "/" is the site's own start page, never the platform's.
  AzureWebJobsDisableHomepage: 'true'
  WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED: usePlaceholder ? '1' : '0'
  Search__Endpoint: searchEndpoint
  Search__IndexName: searchIndexName
  Search__Semantic: string(searchSemantic)
  Mail__ApiKey: '@Microsoft.KeyVault(SecretUri=${mailApiKeyUri})'
  Mail__Host: mailHost
  Mail__From: mailFrom
  Mail__FromName: mailFromName
  Mail__EventPublicKey: mailEventPublicKey
  Mail__TimeoutSeconds: string(mailTimeoutSeconds)
  Site__BaseUrl: baseUrl
  Site__Name: siteName
  Site__PostalAddress: sitePostalAddress
  Site__SigningKey: '@Microsoft.KeyVault(SecretUri=${signingKeyUri})'
  Site__PreviousSigningKey: empty(previousSigningKeyUri) ? '' : '@Microsoft.KeyVault(SecretUri=${previousSigningKeyUri})'
  Site__PreviousKeyLeaked: string(previousKeyLeaked)
  Site__AddressKey: '@Microsoft.KeyVault(SecretUri=${addressKeyUri})'
  Operator__Ids: operatorIds
  Digests__MaxBytes: string(digestMaxBytes)
  Editions__MinimumChance: editionMinimumChance
  Editions__LookBackDays: string(editionLookBackDays)
  Nightly__ArrivalDays: string(nightlyArrivalDays)
  Nightly__PendingDays: string(nightlyPendingDays)
  Nightly__MailEventDays: string(nightlyMailEventDays)
  Nightly__DeliveryDays: string(nightlyDeliveryDays)
  Nightly__ModelPapers: string(nightlyModelPapers)
  Accounts__MailsADay: string(accountMailsADay)
  Privacy__BackupDays: string(backupRetentionDays)
  Privacy__LogDays: string(telemetryRetentionDays)
  LookUp__Services: lookUp
  LookUp__Contact: lookUpContact
  LookUp__OpenAlexKey: empty(openAlexKeyUri) ? '' : '@Microsoft.KeyVault(SecretUri=${openAlexKeyUri})'
  LookUp__SemanticScholarKey: empty(semanticScholarKeyUri) ? '' : '@Microsoft.KeyVault(SecretUri=${semanticScholarKeyUri})'
  Sources__List: sources
  OnHourSchedule: onHourSchedule
  OnNightSchedule: onNightSchedule
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  // azd finds the app of the service "functions" in azure.yaml by this tag.
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Without this, key vault references are read with a system-assigned identity, which this app does not have.
    keyVaultReferenceIdentity: identityId
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobEndpoint}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
    }
    siteConfig: {
      http20Enabled: true
      minTlsVersion: '1.2'
    }
  }

  // Publishing is by Entra identity; the user name and password that a site also has are off.
  resource scmPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }

  resource ftpPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }
}

// Here and not in the module that writes the settings: read and written in one template, they are a circular dependency.
module settings 'app-settings.bicep' = {
  name: 'app-settings'
  params: {
    appName: app.name
    current: list('${app.id}/config/appsettings', '2024-04-01').properties
    wanted: appSettings
  }
}

output id string = app.id
output name string = app.name
output hostName string = app.properties.defaultHostName
output baseUrl string = baseUrl
