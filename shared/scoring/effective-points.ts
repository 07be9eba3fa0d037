/**
 * Which of the three values of a cell counts: điểm sau giải trình, else điểm thẩm định, else điểm tự chấm. The three
 * are stored side by side; taking over an earlier one happens only here, at the moment of computing.
 */
import type { Stage } from '../domain/entities.ts';

type Points = number | null;

/** The value that counts (10⁻⁶ point): final, else appraised, else self; null when all are blank. NaN is blank too. */
export function effectivePoints(selfMicro: Points, appraisedMicro: Points, finalMicro: Points): Points {
  return filled(finalMicro) ?? filled(appraisedMicro) ?? filled(selfMicro);
}

/** What a blank cell of this stage takes over from the earlier stages; null when there is nothing to take over. */
export function inheritedPoints(stage: Stage, selfMicro: Points, appraisedMicro: Points): Points {
  switch (stage) {
    case 'self':
      return null;
    case 'appraised':
      return filled(selfMicro);
    case 'final':
      return filled(appraisedMicro) ?? filled(selfMicro);
  }
}

function filled(points: Points): Points {
  return points === null || Number.isNaN(points) ? null : points;
}

/** Column version of effectivePoints; NaN is blank. The three columns have one length. */
export function effectiveColumn(self: Float64Array, appraised: Float64Array, final: Float64Array): Float64Array {
  const length = self.length;
  const result = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    let points = final[i]!;
    // NaN is the one value that differs from itself; cheaper here than a call per cell.
    if (points !== points) points = appraised[i]!;
    if (points !== points) points = self[i]!;
    result[i] = points;
  }
  return result;
}
