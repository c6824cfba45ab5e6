import { test } from 'tap'
import contract from '../../openapi/openapi.json' with { type: 'json' }
import { DEFINITIONS } from '../../src/insights/definitions/rules.ts'

test('neither definitions nor the contract call a figure significant or normal, or say what it predicts', async (t) => {
  const paths = Object.entries(contract.paths).filter(([path]) => path.startsWith('/v1/insights/'))
  t.ok(paths.length >= 12)
  const schemas = Object.entries(contract.components.schemas)
  const named =
    /^(Funnel|Forecast|Comeback|ResponseTimes|Rounds|Reasons|Chance|Questions|Plans|Pitches|Flow|Rate|Time|Within|Compar)/
  const texts = JSON.stringify([DEFINITIONS, paths, schemas.filter(([name]) => named.test(name))])
  t.notMatch(texts, /\b(significan\w*|normal\w*|predict\w*|abnormal\w*)\b/i)
  t.notMatch(JSON.stringify(DEFINITIONS), /!/)
})
