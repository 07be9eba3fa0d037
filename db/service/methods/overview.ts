/** Handler of `overview.get`: computed from the cells at the moment of asking, never stored. */
import { explanationColumn } from '#shared/appraisal/explanation-column.ts';
import { overviewOfBlock } from '#shared/appraisal/overview.ts';
import type { Overview } from '#shared/contract/outputs-overview.ts';
import { ok } from '#shared/util/result.ts';
import { listItems, listRounds } from '#db/repos/explanation-repo.ts';
import { placesOf } from '../block-cells.ts';
import { openSession, type Handlers } from '../service-context.ts';

export const overviewHandlers: Handlers<'overview.get'> = {
  async 'overview.get'({ cycleId, today }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const structure = await session.value.structure(cycleId);
    if (!structure.ok) return structure;
    const { roles, file } = session.value;
    const items = await listItems(file.sql, cycleId);
    const rounds = await listRounds(file.sql, cycleId);
    const blocks: Overview['blocks'][number][] = [];
    for (const block of structure.value.blocks) {
      const { set, cells } = await session.value.block(structure.value, block);
      const { board, waiting } = overviewOfBlock(set, cells, explanationColumn(items, rounds, today, placesOf(cells)));
      blocks.push({
        blockId: block.id,
        cycleUnitIds: cells.cycleUnitIds,
        leafIds: cells.leafIds,
        board,
        waiting: waiting.filter(({ role }) => roles.includes(role)),
      });
    }
    return ok({ blocks });
  },
};
