/** Levantar la mano: facilitation sees it on the panel. Kept for this tab by whoever holds the store. */
import type { WritableStore } from '../board/store.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { serverClock } from '../sync/server-clock.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './PhaseCard.module.css';

export function HandButton({ hand }: { hand: WritableStore<number | null> }) {
  const t = useText();
  const since = useStore(hand);
  const isUp = Boolean(since);
  const label = t(isUp ? 'call.hand.lower' : 'call.hand.raise');
  return (
    <>
      <button
        type="button"
        className={styles.hand}
        data-up={isUp}
        aria-label={label}
        title={label}
        onClick={() => hand.set(isUp ? null : Math.round(serverClock.now()))}
      >
        <Icon name="hand" />
        <span>{label}</span>
      </button>
      <span className="visually-hidden" role="status">
        {since !== null && t(isUp ? 'call.hand.raised' : 'call.hand.seen')}
      </span>
    </>
  );
}
