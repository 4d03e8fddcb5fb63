// One page to look at first: what came in, what went out, what failed, how long work waits.

@description('Azure region.')
param location string

@description('Tags for the resource.')
param tags object

@description('Title of the workbook.')
param title string

@description('Resource id of the Application Insights component that the workbook is listed under.')
param insightsId string

@description('Resource id of the Log Analytics workspace that it queries.')
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(insightsId, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    category: 'workbook'
    displayName: title
    version: 'Notebook/1.0'
    sourceId: insightsId
    serializedData: replace(loadTextContent('../workbook.json'), '{workspace}', workspaceId)
  }
}

output id string = workbook.id
