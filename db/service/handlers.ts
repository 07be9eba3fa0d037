/** Every contract method with its handler; a method without one does not compile. */
import { annexHandlers } from './methods/annexes.ts';
import { changeHandlers } from './methods/changes.ts';
import { cycleUnitHandlers } from './methods/cycle-units.ts';
import { criteriaHandlers } from './methods/criteria.ts';
import { cycleHandlers } from './methods/cycles.ts';
import { discussionHandlers } from './methods/discussion.ts';
import { explanationHandlers } from './methods/explanations.ts';
import { figureHandlers } from './methods/figures.ts';
import { importHandlers } from './methods/imports.ts';
import { officeHandlers } from './methods/office.ts';
import { overviewHandlers } from './methods/overview.ts';
import { rankingHandlers } from './methods/ranking.ts';
import { scoreHandlers } from './methods/scores.ts';
import { unitHandlers } from './methods/units.ts';
import { sessionHandlers } from './methods/session.ts';
import { userHandlers } from './methods/users.ts';
import { yearWorkflowHandlers } from './methods/year-workflow.ts';
import type { Handlers } from './service-context.ts';

export const HANDLERS: Handlers = {
  ...officeHandlers,
  ...cycleHandlers,
  ...criteriaHandlers,
  ...yearWorkflowHandlers,
  ...scoreHandlers,
  ...rankingHandlers,
  ...figureHandlers,
  ...annexHandlers,
  ...importHandlers,
  ...discussionHandlers,
  ...explanationHandlers,
  ...overviewHandlers,
  ...changeHandlers,
  ...unitHandlers,
  ...cycleUnitHandlers,
  ...sessionHandlers,
  ...userHandlers,
};
