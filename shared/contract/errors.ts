/**
 * Every failure a person can meet, as data: a closed `code`, a closed `reason` that picks the sentence
 * (shared/wording/errors.*), and parameters for it. Nobody sends prose over the wire.
 */
export const ERROR_REASONS = {
  /** The input has the wrong shape or a value its rule forbids. */
  VALIDATION: [
    'input',
    'notANumber',
    'ambiguousNumber',
    'tooPrecise',
    'negative',
    'overMax',
    'reasonRequired',
    'surveyLocked',
    'cellNotApplicable',
    'notALeaf',
    'declaredMismatch',
    'setDoesNotAddUp',
    'nothingEdited',
    'dropNotAgreed',
    'matchTaken',
    'ruleUnsound',
    'textMissing',
    'pointsOutOfRange',
    'placeRefused',
    'rule',
    'duplicateCode',
    'unknownCode',
    'emptyTable',
    'badDate',
    'importRejected',
    'preflight',
    'nothingToUndo',
    'nothingToRedo',
    'notUndoable',
    'notACut',
    'explanationPending',
    'explanationState',
    'answerMissing',
    'grantTooLow',
    'deadlinePast',
    'roundClosed',
    'explanationsUndecided',
    'explanationsUnanswered',
    'unitRegistry',
    'cycleSettings',
    'noSuchStep',
    'preconditionsUnmet',
    'nothingChanged',
    'blockHasUnits',
    'unitHasCells',
    'moveLeavesCells',
    'unitOutsidePeriod',
    'noUsers',
    'loginTaken',
    'firstUserAdmin',
    'lastAdmin',
    'passwordTooShort',
    'passwordIsLogin',
    'passwordSame',
  ],
  NOT_FOUND: ['record', 'file', 'folder', 'fileToken', 'noOfficeOpen'],
  FORBIDDEN: ['role', 'stage', 'signedOut', 'wrongPassword', 'wait', 'inactive', 'singleSeat', 'samePerson'],
  CYCLE_SEALED: ['sealed'],
  VERSION_CONFLICT: ['changedMeanwhile'],
  CONSTRAINT: ['constraint'],
  DB_BUSY: ['busy'],
  DB_READONLY: ['readOnlyFile', 'readOnlyFolder'],
  DB_CORRUPT: ['damaged', 'chainBroken', 'credential'],
  DB_FROM_FUTURE: ['newerApp'],
  FILE_LOCKED: ['openElsewhere', 'targetOpen'],
  FILE_FORMAT: [
    'notOfficeFile',
    'networkPath',
    'notCsv',
    'notXlsx',
    'oldXls',
    'encoding',
    'tooLarge',
    'zipBomb',
    'emptyFile',
    'attachmentTooLarge',
    'exists',
    'targetIsOffice',
    'noHeader',
  ],
  DISK_FULL: ['full'],
  CANCELLED: ['cancelled'],
  OUTCOME_UNKNOWN: ['dataProcessDied'],
  INTERNAL: ['bug'],
} as const;

export type ErrorCode = keyof typeof ERROR_REASONS;

/** One wrong cell or row of a larger input, by address. */
export interface Problem {
  /** Where: a sheet address ("Diem!C7"), a code ("1.1.4") or a record id. */
  readonly at: string;
  readonly reason: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type AppError = {
  [C in ErrorCode]: {
    readonly code: C;
    readonly reason: (typeof ERROR_REASONS)[C][number];
    readonly params?: Readonly<Record<string, string | number>>;
    readonly problems?: readonly Problem[];
  };
}[ErrorCode];

/** Shorthand: `appError('FILE_LOCKED', 'targetOpen', { name })`. */
export function appError<C extends ErrorCode>(
  code: C,
  reason: (typeof ERROR_REASONS)[C][number],
  params?: Readonly<Record<string, string | number>>,
  problems?: readonly Problem[],
): AppError {
  return { code, reason, ...(params && { params }), ...(problems && { problems }) } as AppError;
}
