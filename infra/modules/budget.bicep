// A monthly budget on the resource group. It warns; it does not stop anything.

@description('Name of the budget.')
param name string

@description('Most to spend in a month, in the billing currency of the subscription.')
@minValue(1)
param amount int

@description('First day of the first month, yyyy-MM-01. A budget keeps its start for life.')
param startDate string

@description('Who is warned besides the owners of the subscription; may be empty.')
param email string

var emails = empty(email) ? [] : [email]

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: startDate
    }
    notifications: {
      spent80: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: emails
        contactRoles: ['Owner']
      }
      forecast100: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: emails
        contactRoles: ['Owner']
      }
    }
  }
}
