/** On phones: the areas of the board side by side, one of them shown. Knows no note. */
import type { KeyboardEvent } from 'react';
import type { AreaId } from '../../shared/template/kinds.ts';
import { useText } from '../i18n/text.ts';
import styles from './AreaTabs.module.css';
import { useList } from './list-context.ts';
import type { Section } from './outline.ts';

interface AreaTabsProps {
  readonly sections: readonly Section[];
  readonly current: AreaId;
  readonly onPick: (area: AreaId) => void;
}

export function AreaTabs({ sections, current, onPick }: AreaTabsProps) {
  const t = useText();
  const { session } = useList();
  const label = t(session.board.kind === 'value' ? 'list.zones' : 'list.layers');
  return (
    <div role="tablist" aria-label={label} className={styles.tabs}>
      {sections.map(({ area, count }, index) => (
        <button
          key={area}
          type="button"
          role="tab"
          aria-selected={area === current}
          tabIndex={area === current ? 0 : -1}
          data-area={area}
          className={styles.tab}
          onClick={() => onPick(area)}
          onKeyDown={(event) => onTabKey(event, sections, index, onPick)}
        >
          <span className={styles.disc} aria-hidden="true">
            {index + 1}
          </span>
          <span className={styles.name}>{t(`list.tabs.${area}`)}</span>
          <span className={styles.count} aria-hidden="true">
            {count}
          </span>
          <span className="visually-hidden">, {t('common.notes', { count })}</span>
        </button>
      ))}
    </div>
  );
}

function onTabKey(
  event: KeyboardEvent<HTMLElement>,
  sections: readonly Section[],
  index: number,
  onPick: (area: AreaId) => void,
): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const next = step === 0 ? undefined : sections[(index + step + sections.length) % sections.length];
  if (!next) return;
  event.preventDefault();
  onPick(next.area);
  event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-area="${next.area}"]`)?.focus();
}
