import { runArea } from './support/area.ts'

await runArea('breakdowns')
