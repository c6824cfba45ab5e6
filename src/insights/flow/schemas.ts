import { z } from 'zod'
import { frameExample, frameMembers } from '../frame/schemas.ts'
import { NODE_KINDS } from './rules.ts'

const Count = z.int().min(1).describe('How many applications pass here.')
const node = z.string().max(50)

const FlowNode = z
  .object({
    id: node.describe(
      'A stage (`saved`, `applied`, `responded`, `offered`, `accepted`), a round (`round_1` to `round_5`, which holds ' +
        'all later ones), `open`, or the kind of an outcome.',
    ),
    kind: z.enum(NODE_KINDS).describe('What the node stands for.'),
    count: Count,
  })
  .meta({ id: 'FlowNode', description: 'A place that applications pass, or where they end.' })

const FlowLink = z
  .object({
    source: node.describe('The node that it leaves.'),
    target: node.describe('The node that it enters.'),
    count: Count,
  })
  .meta({ id: 'FlowLink', description: 'How many applications went from one node to another.' })

export const Flow = z
  .object({
    ...frameMembers,
    nodes: z.array(FlowNode).describe('In the order in which a search passes them, without empty ones.'),
    links: z.array(FlowLink).describe('In the order of their nodes, without empty ones.'),
  })
  .meta({
    id: 'Flow',
    description:
      'The whole search as a flow, one unit for each application. A round is passed when it, or a later one, was held. ' +
      'Left out may be: filtered_out, outside_period.',
    examples: [
      {
        ...frameExample('flow', 1),
        nodes: [
          { id: 'applied', kind: 'stage', count: 1 },
          { id: 'no_response', kind: 'ending', count: 1 },
        ],
        links: [{ source: 'applied', target: 'no_response', count: 1 }],
      },
    ],
  })
