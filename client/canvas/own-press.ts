/**
 * For controls of ours that lie on the board: a press on them is theirs. The canvas library would take it for the board,
 * and answers a touch in a way that no click comes of it.
 */
const stop = (event: { stopPropagation(): void }): void => event.stopPropagation();

export const OWN_PRESS = { onPointerDown: stop, onTouchStart: stop, onTouchEnd: stop } as const;
