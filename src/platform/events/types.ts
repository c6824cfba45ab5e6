/** Every type of event that services record. */
export type EventType =
  | `${'application' | 'interview' | 'note' | 'pause' | 'pitch' | 'plan' | 'question' | 'reason' | 'reflection' | 'study_item' | 'win'}.${'created' | 'updated' | 'deleted'}`
  | `${'outcome' | 'offer'}.${'recorded' | 'corrected' | 'retracted'}`
  | 'reflection.completed'
  | 'plan.reviewed'
  | `study_item.${'ready' | 'reviewed'}`
  | `assignment.${'created' | 'updated' | 'completed' | 'withdrawn'}`
  | `coaching_session.${'created' | 'updated'}`
  | `engagement.${'created' | 'updated' | 'ended'}`
  | `import.${'completed' | 'failed'}`
  | 'webhook_endpoint.disabled'

export type EventData = Record<string, string | number | boolean | null>
