/** Goes through a few things in turn, one after the other, as time goes by or when asked. Knows not what they are. */
import { useCallback, useEffect, useState } from 'react';
import { isStill, useCalm } from './calm.ts';

/** Long enough to read a question and think about it, in milliseconds. */
const TURN_MS = 20_000;

/** Index of the one to show, and how to go on to the next. Where motion is not wanted only asking goes on. */
export function useTurn(count: number): readonly [index: number, next: () => void] {
  const [turn, setTurn] = useState(0);
  const calm = useCalm();
  const next = useCallback(() => setTurn((now) => now + 1), []);
  useEffect(() => {
    if (calm || isStill() || count < 2) return;
    const timer = setInterval(next, TURN_MS);
    return () => clearInterval(timer);
  }, [calm, count, next]);
  return [count === 0 ? 0 : turn % count, next];
}
