// What wakes somebody. The queries are infra/alerts/*.kql; what to do about each alert is docs/runbook.md.

@description('Start of the names of the alert rules.')
param namePrefix string

@description('Azure region.')
param location string

@description('Tags for the resources.')
param tags object

@description('Who is mailed; empty: alerts are raised in the portal only.')
param email string

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

@description('Name of the storage account whose queues are watched.')
param storageName string

@description('Resource id of the Event Grid system topic.')
param systemTopicId string

@description('Failures of one function in 15 minutes that raise the alert.')
@minValue(1)
param failureThreshold int

@description('Hour of the day, UTC, by which an edition must have gone out.')
@minValue(1)
@maxValue(23)
param noonHourUtc int

@description('Days on which no edition is expected, 0 (Sunday) to 6, separated by commas; empty: none.')
param quietDays string

var metrics = loadJsonContent('../alerts/metrics.json')

var poisonQuery = replace(loadTextContent('../alerts/poison.kql'), '{queueAge}', metrics.queueAge)
var failuresQuery = replace(loadTextContent('../alerts/failures.kql'), '{editionsFailed}', metrics.editionsFailed)
var withheldQuery = replace(loadTextContent('../alerts/withheld.kql'), '{mailsWithheld}', metrics.mailsWithheld)
var noonEditions = replace(
  replace(
    replace(loadTextContent('../alerts/no-edition.kql'), '{editionsDue}', metrics.editionsDue),
    '{editionsSent}',
    metrics.editionsSent
  ),
  '{editionsSkipped}',
  metrics.editionsSkipped
)
var noonQuery = replace(
  replace(
    replace(replace(noonEditions, '{papersIn}', metrics.papersIn), '{queueAge}', metrics.queueAge),
    '{noonHour}',
    string(noonHourUtc)
  ),
  '{quietDays}',
  // Never empty, so that the list in the query is one; 7 is no day.
  empty(quietDays) ? '7' : quietDays
)

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageName

  resource queues 'queueServices' existing = {
    name: 'default'
  }
}

// The queues' own log of what was put and deleted: it is right even when the app is not.
resource queueLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'queue-writes'
  scope: storage::queues
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: '${namePrefix}-people'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'papers'
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

var actionGroups = empty(email) ? [] : [people.id]

resource poison 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = {
  name: '${namePrefix}-poison'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'Poison queue not empty'
    description: 'Work failed five times and was put aside. docs/runbook.md, "Poison queue not empty".'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    // Two days is the longest that a rule looks back; it repeats once a day and does not close itself.
    windowSize: 'P2D'
    autoMitigate: false
    muteActionsDuration: 'P1D'
    // A table exists in the workspace once its first row came.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: poisonQuery
          timeAggregation: 'Maximum'
          metricMeasureColumn: 'Waiting'
          dimensions: [
            {
              name: 'Queue'
              operator: 'Include'
              values: ['*']
            }
          ]
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: actionGroups
    }
  }
}

resource failures 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = {
  name: '${namePrefix}-failures'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'Functions or editions fail'
    description: 'A function failed, answered 5xx, or editions failed, more often than now and then. docs/runbook.md, "Functions or editions fail".'
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: failuresQuery
          timeAggregation: 'Total'
          metricMeasureColumn: 'Failures'
          dimensions: [
            {
              name: 'Function'
              operator: 'Include'
              values: ['*']
            }
          ]
          operator: 'GreaterThanOrEqual'
          threshold: failureThreshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: actionGroups
    }
  }
}

resource noEdition 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = {
  name: '${namePrefix}-no-edition'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'No edition sent by noon'
    description: 'Nobody got mail today although somebody should have. docs/runbook.md, "No edition sent by noon".'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT1H'
    windowSize: 'P1D'
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: noonQuery
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: actionGroups
    }
  }
}

resource withheld 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = {
  name: '${namePrefix}-withheld'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'Sign-up mails used up'
    description: 'The site has sent all the mails of today that anybody can ask for. docs/runbook.md, "Sign-up mails used up".'
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: withheldQuery
          timeAggregation: 'Maximum'
          metricMeasureColumn: 'Withheld'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: actionGroups
    }
  }
}

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${namePrefix}-dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'Event Grid gave up on telling the app of a dropped digest. docs/runbook.md, "Events dead-lettered".'
    severity: 1
    enabled: true
    scopes: [systemTopicId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-lettered'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [
      for group in actionGroups: {
        actionGroupId: group
      }
    ]
  }
}
