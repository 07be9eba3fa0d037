/** Heights at a zoom of 100 %. */
export const ROW_PX = 28;
export const HEADER_PX = { column: 40, group: 24 } as const;
