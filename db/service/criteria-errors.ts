import { appError, type AppError } from '#shared/contract/errors.ts';
import type { EditProblem } from '#shared/criteria/edit-set.ts';
import { assertNever } from '#shared/util/assert-never.ts';

/** Why an edit of a set is refused, as the contract says it. */
export function editError(problem: EditProblem, at: string): AppError {
  switch (problem.reason) {
    case 'notFound':
      return appError('NOT_FOUND', 'record', { what: 'criteriaNode' });
    case 'duplicateCode':
      return appError('VALIDATION', 'duplicateCode', { code: problem.code });
    case 'rule':
      return appError('VALIDATION', 'ruleUnsound', { at }, problem.problems);
    case 'emptyCode':
    case 'emptyName':
      return appError('VALIDATION', 'textMissing', { at }, [{ at, reason: problem.reason }]);
    case 'maxOutOfRange':
    case 'scaleOutOfRange': {
      const params = { foundMicro: problem.foundMicro };
      return appError('VALIDATION', 'pointsOutOfRange', { at }, [{ at, reason: problem.reason, params }]);
    }
    case 'cannotMove':
    case 'tooDeep':
    case 'outsideIsLeaf':
      return appError('VALIDATION', 'placeRefused', { at }, [{ at, reason: problem.reason, params: { code: at } }]);
    case 'notALeaf':
      return appError('VALIDATION', 'notALeaf');
    default:
      return assertNever(problem);
  }
}
