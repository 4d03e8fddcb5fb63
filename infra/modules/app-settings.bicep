// Writes the settings of the function app. A module of its own, because Resource Manager refuses a template that reads an app's settings
// with list() and writes them as well ("Circular dependency detected"): the parent reads, this writes.

@description('Name of the function app.')
param appName string

@secure()
@description('The settings that the app has now, from list(). They may hold secrets.')
param current object

@description('The settings that the app gets.')
param wanted object

// What people set on the app itself survives a deployment, which otherwise replaces all settings: the secret that the portal stores when
// it adds the operator's login, and a second place for telemetry.
var keptNames = [
  'MICROSOFT_PROVIDER_AUTHENTICATION_SECRET'
  'OTEL_EXPORTER_OTLP_ENDPOINT'
  'OTEL_EXPORTER_OTLP_HEADERS'
  'OTEL_EXPORTER_OTLP_PROTOCOL'
]
var kept = toObject(filter(items(current), setting => contains(keptNames, setting.key)), setting => setting.key, setting => setting.value)

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(kept, wanted)
}
