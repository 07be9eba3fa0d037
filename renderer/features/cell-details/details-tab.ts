export const DETAILS_TABS = ['declared', 'comments', 'evidence', 'explanation', 'history'] as const;

/** Parts of the cell details, in order. */
export type DetailsTab = (typeof DETAILS_TABS)[number];
