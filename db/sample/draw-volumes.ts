/**
 * The size of one invented unit: how many tasks, files, posts, forms it has. Drawn once per unit, so that figures that
 * speak of the same thing agree with each other.
 */
import { VOLUMES } from './data/volumes.ts';
import type { Random } from './random.ts';

/** Leaves whose late files are the ones that ask for an apology (3.4.4). */
export const DOSSIER_LEAVES: readonly string[] = ['3.4.1', '3.4.2', '3.4.3'];

const RANGES = Object.entries(VOLUMES).map(([key, [min, max]]) => {
  const [first = '', second] = key.split(' ');
  return { setCode: second === undefined ? null : first, leafCode: second ?? first, min, max };
});

/** Whole number per leaf code. Units of one draw are small or large throughout. */
export function drawVolumes(setCode: string, random: Random): ReadonlyMap<string, number> {
  const size = random.next();
  const volumes = new Map<string, number>();
  for (const range of RANGES) {
    const share = (2 * size + random.next()) / 3;
    const volume = range.min + Math.round((range.max - range.min) * share * share);
    const isOwn = range.setCode === setCode;
    const isCommon = range.setCode === null && !volumes.has(range.leafCode);
    if (isOwn || isCommon) volumes.set(range.leafCode, volume);
  }
  const communes = volumes.get('5.1.2') ?? 0;
  // One reception point per commune, per district (about one for fifteen communes) and at the provincial office.
  if (setCode === 'K3') volumes.set('3.2.1', communes + Math.round(communes / 15) + 1);
  const dossiers = DOSSIER_LEAVES.reduce((sum, code) => sum + (volumes.get(code) ?? 0), 0);
  volumes.set('7.3.2', dossiers);
  volumes.set('7.3.4', dossiers);
  volumes.set('3.5.3', volumes.get('3.5.2') ?? 0);
  volumes.set('7.2.2', volumes.get('7.2.1') ?? 0);
  return volumes;
}
