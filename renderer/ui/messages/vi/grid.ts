/** Bảng chấm điểm. */
export const grid = {} as const;
