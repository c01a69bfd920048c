/** How far a commitment has come. Knows no commitment. */
export const PROGRESS = ['open', 'done', 'dropped'] as const;
export type Progress = (typeof PROGRESS)[number];
