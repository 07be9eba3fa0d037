/**
 * All migrations in order. Called by the engine when a file is opened; adding one means a new file here, a test, and a
 * renewed schema snapshot.
 */
import { init } from './0010-init.ts';
import { discussion } from './0020-discussion.ts';
import { actorId } from './0030-actor-id.ts';
import { people } from './0031-people.ts';
import { yearWorkflow } from './0040-year-workflow.ts';
import { unitRegistry } from './0050-unit-registry.ts';
import { criteriaVersions } from './0060-criteria-versions.ts';
import { explanations } from './0070-explanations.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [
  init,
  discussion,
  actorId,
  people,
  yearWorkflow,
  unitRegistry,
  criteriaVersions,
  explanations,
];

/** Schema number this app writes and the newest it can read. */
export const SCHEMA_VERSION = MIGRATIONS.at(-1)!.number;
