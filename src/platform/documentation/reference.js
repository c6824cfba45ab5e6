// Without it the library asks, by trying, whether code may be made of text; the policy of the page says no.
globalThis.__zod_globalConfig = { jitless: true }

addEventListener('DOMContentLoaded', () => {
  globalThis.Scalar.createApiReference('#reference', {
    url: '/openapi.json',
    servers: [{ url: location.origin, description: 'This service' }],
    authentication: { preferredSecurityScheme: 'apiKey' },
    metaData: { title: document.title },
    documentDownloadType: 'none',
    hideDarkModeToggle: true,
    // Nothing is asked of, or sent to, anybody else.
    agent: { disabled: true },
    hideClientButton: true,
    mcp: { disabled: true },
    persistAuth: false,
    showDeveloperTools: 'never',
    telemetry: false,
    withDefaultFonts: false,
  })
})
