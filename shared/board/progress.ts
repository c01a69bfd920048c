/** How far a commitment has come. Knows no commitment. */

/** What its organisation can say of it, in the order of the buttons. */
export const SAID_PROGRESS = ['done', 'underway', 'dropped'] as const;
export type SaidProgress = (typeof SAID_PROGRESS)[number];

/** `open`: nobody has said anything yet. Shown as nothing, never as a choice. */
export const PROGRESS = ['open', ...SAID_PROGRESS] as const;
export type Progress = (typeof PROGRESS)[number];
