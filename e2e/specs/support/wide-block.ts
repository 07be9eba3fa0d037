// eslint-disable-next-line no-restricted-imports -- no command of the service makes a block of this size in a second
import Database from 'better-sqlite3';
import { placeSample } from './sample-office.ts';

/** The sample year with every unit in the block of the provinces: as many rows as an office can have in one sheet. */
export async function placeWideBlock(): Promise<{ readonly office: string; readonly unitCount: number }> {
  const office = await placeSample('mot-khoi.cchc');
  const database = new Database(office);
  database
    .prepare(
      "UPDATE cycle_unit SET ord = ord + 1000, block_id = (SELECT id FROM block WHERE code = 'K3') WHERE block_id <> (SELECT id FROM block WHERE code = 'K3')",
    )
    .run();
  database.prepare("UPDATE block SET ord = -1 WHERE code = 'K3'").run();
  const { unitCount } = database.prepare('SELECT count(*) AS unitCount FROM cycle_unit').get() as { unitCount: number };
  database.close();
  return { office, unitCount };
}
