// The key vault: access by role only. An empty secret parameter leaves what the vault already holds as it is.

@description('Name of the vault: 3 to 24 characters.')
@minLength(3)
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Tags for the resource.')
param tags object

@description('True: the vault and its secrets cannot be purged before their retention ends, so azd down leaves the vault behind, deleted but not gone.')
param purgeProtection bool

@description('True: reachable through its private endpoint (and from allowedIpRanges) only.')
param privateNetwork bool

@description('Public IPv4 addresses or CIDR ranges that may reach the vault although it is private.')
param allowedIpRanges array

@secure()
@description('The SendGrid API key.')
param mailApiKey string

@secure()
@description('Signs the links in mails: Base64 of at least 32 bytes.')
param signingKey string

@secure()
@description('The signing key before the last rotation: links signed with it still work.')
param previousSigningKey string

@secure()
@description('Keyed hash of mail addresses: Base64 of 32 bytes. Never change it once there are subscribers.')
param addressKey string

@secure()
@description('Key of OpenAlex\'s API.')
param openAlexKey string

@secure()
@description('Key of Semantic Scholar\'s API.')
param semanticScholarKey string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
    // The service knows true and absent, not false.
    enablePurgeProtection: purgeProtection ? true : null
    publicNetworkAccess: privateNetwork && empty(allowedIpRanges) ? 'Disabled' : 'Enabled'
    networkAcls: {
      // Resource Manager writes the secrets below as a trusted service.
      bypass: 'AzureServices'
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
      ipRules: [
        for range in allowedIpRanges: {
          value: range
        }
      ]
    }
  }
}

resource mailApiKeySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(mailApiKey)) {
  parent: vault
  name: 'mail-api-key'
  properties: {
    value: mailApiKey
    contentType: 'SendGrid API key'
  }
}

resource signingKeySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(signingKey)) {
  parent: vault
  name: 'site-signing-key'
  properties: {
    value: signingKey
    contentType: 'Base64, at least 32 bytes'
  }
}

resource previousSigningKeySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(previousSigningKey)) {
  parent: vault
  name: 'site-previous-signing-key'
  properties: {
    value: previousSigningKey
    contentType: 'Base64, at least 32 bytes'
  }
}

resource addressKeySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(addressKey)) {
  parent: vault
  name: 'site-address-key'
  properties: {
    value: addressKey
    contentType: 'Base64, 32 bytes; never change'
  }
}

resource openAlexKeySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(openAlexKey)) {
  parent: vault
  name: 'lookup-openalex-key'
  properties: {
    value: openAlexKey
    contentType: 'OpenAlex API key'
  }
}

resource semanticScholarKeySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(semanticScholarKey)) {
  parent: vault
  name: 'lookup-semantic-scholar-key'
  properties: {
    value: semanticScholarKey
    contentType: 'Semantic Scholar API key'
  }
}

output id string = vault.id
output name string = vault.name
output mailApiKeyUri string = '${vault.properties.vaultUri}secrets/mail-api-key/'
output signingKeyUri string = '${vault.properties.vaultUri}secrets/site-signing-key/'
output previousSigningKeyUri string = '${vault.properties.vaultUri}secrets/site-previous-signing-key/'
output addressKeyUri string = '${vault.properties.vaultUri}secrets/site-address-key/'
output openAlexKeyUri string = '${vault.properties.vaultUri}secrets/lookup-openalex-key/'
output semanticScholarKeyUri string = '${vault.properties.vaultUri}secrets/lookup-semantic-scholar-key/'
