/** Tells people who listen what others gave, in batches. Draws nothing. */
import { useEffect, useRef } from 'react';
import type { Gift } from '../../../shared/board/feedback.ts';
import type { EntryId } from '../../../shared/ids.ts';
import { useText } from '../../i18n/text.ts';
import { useFeedback } from './feedback-context.ts';

/** Others' gifts are told together, this long after the first of them: by then most of their words are there. */
const BATCH_MS = 4_000;

export function useGiftNews(gifts: readonly Gift[]): void {
  const t = useText();
  const { session, say } = useFeedback();
  const told = useRef<ReadonlySet<EntryId> | null>(null);
  const now = new Set(gifts.filter(({ text }) => text.trim() !== '').map(({ id }) => id));
  told.current ??= now;
  const before = told.current;
  const fresh = gifts.filter(({ id, author }) => now.has(id) && !before.has(id) && author !== session.me.id).length;
  const latest = useRef({ now, fresh });
  latest.current = { now, fresh };
  const hasNews = fresh > 0;
  useEffect(() => {
    if (!hasNews) return;
    const timer = setTimeout(() => {
      told.current = latest.current.now;
      say(t('peers.gift.news', { count: latest.current.fresh }));
    }, BATCH_MS);
    return () => clearTimeout(timer);
  }, [hasNews, say, t]);
}
