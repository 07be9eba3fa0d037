import type { Migration } from './migration.ts';

/** Who did a step, by user id: names change and are not unique. Null for steps of a single-seat file. */
export const actorId: Migration = {
  number: 30,
  name: 'actor-id',
  sql: `
ALTER TABLE batch ADD COLUMN actor_id TEXT;
CREATE INDEX batch_actor_id ON batch (actor_id, seq);
`,
};
