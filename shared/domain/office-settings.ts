/** Choices that belong to an office file as a whole and to no year (thiết lập của tệp). */
export interface OfficeSettings {
  /** Minutes without a key or a movement after which a window locks itself; only files with users do. */
  readonly idleLockMinutes: number;
}

export const DEFAULT_OFFICE_SETTINGS: OfficeSettings = { idleLockMinutes: 10 };

/** Longest wait: a working day. */
export const MAX_LOCK_MINUTES = 480;
