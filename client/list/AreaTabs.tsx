/** On phones: the parts of the board side by side, one of them shown. Knows no note. */
import type { KeyboardEvent } from 'react';
import { byHand } from '../board/by-hand.ts';
import { focusOf, type Part, stateOf } from '../board/focus.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import styles from './AreaTabs.module.css';
import { useList } from './list-context.ts';
import type { Section } from './outline.ts';

interface AreaTabsProps {
  readonly sections: readonly Section[];
  readonly current: Part;
  readonly onPick: (area: Part) => void;
}
interface Tab {
  readonly area: Part;
  /** Notes in it; the sentence has none. */
  readonly count?: number;
}

export function AreaTabs({ sections, current, onPick }: AreaTabsProps) {
  const t = useText();
  const { session } = useList();
  const focus = focusOf(useStore(session.cohort).call, session.board.kind);
  // A board of one area needs no way from one to the other.
  if (sections.length < 2) return null;
  const pick = (area: Part): void => {
    byHand.mark();
    onPick(area);
  };
  const isValue = session.board.kind === 'value';
  const label = t(isValue ? 'list.zones' : 'list.layers');
  const tabs: readonly Tab[] = isValue ? [...sections, { area: 'statement' }] : sections;
  return (
    <div role="tablist" aria-label={label} className={styles.tabs}>
      {tabs.map(({ area, count }, index) => (
        <button
          key={area}
          type="button"
          role="tab"
          aria-selected={area === current}
          tabIndex={area === current ? 0 : -1}
          data-area={area}
          data-state={focus && !focus.isAll ? stateOf(focus, area) : undefined}
          className={styles.tab}
          onClick={() => pick(area)}
          onKeyDown={(event) => onTabKey(event, tabs, index, pick)}
        >
          <span className={styles.disc} aria-hidden="true">
            {count === undefined ? '“' : index + 1}
          </span>
          <span className={styles.name}>{t(`list.tabs.${area}`)}</span>
          <span className={styles.count} aria-hidden="true">
            {count}
          </span>
          <span className="visually-hidden">
            {count === undefined ? null : `, ${t('common.notes', { count })}`}
            {focus && stateOf(focus, area) === 'closed' ? `, ${t('method.layer.later')}` : ''}
            {focus && stateOf(focus, area) === 'current' ? `, ${t('method.layer.current')}` : ''}
          </span>
        </button>
      ))}
    </div>
  );
}

function onTabKey(
  event: KeyboardEvent<HTMLElement>,
  tabs: readonly Tab[],
  index: number,
  onPick: (area: Part) => void,
): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const next = step === 0 ? undefined : tabs[(index + step + tabs.length) % tabs.length];
  if (!next) return;
  event.preventDefault();
  onPick(next.area);
  event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-area="${next.area}"]`)?.focus();
}
