/** Raised hands, the longest first: writing to their people and lowering them. The panel has room for a few, its window for all. */
import { useRef } from 'react';
import type { Person } from '../../../shared/cohort/document.ts';
import { useText } from '../../i18n/text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './Attention.module.css';
import { handsUp } from './overview.ts';
import { usePanel } from './panel-context.ts';
import { useLowerHand } from './use-lower-hand.ts';

/** Two rows of chips on a laptop. */
const MOST = 4;

/** `onLower` keeps the focus when the hand it was on goes. */
export function Hands({ onLower }: { onLower: () => void }) {
  const t = useText();
  const { cohort, attendance, open } = usePanel();
  const hands = handsUp(cohort, attendance);
  if (hands.length === 0) return null;
  const shown = hands.slice(0, hands.length > MOST ? MOST - 1 : MOST);
  const rest = hands.length - shown.length;
  return (
    <div className={styles.hands}>
      <h3 title={t('panel.hands')}>
        <Icon name="hand" size={20} />
        <span className="visually-hidden">{t('panel.hands')}</span>
      </h3>
      <ul className={styles.chips}>
        {shown.map(({ person }) => (
          <RaisedHand key={person.id} person={person} onLower={onLower} />
        ))}
        {rest > 0 && (
          <li>
            <button type="button" className={styles.chip} onClick={() => open({ kind: 'hands' })}>
              {t('panel.moreNames', { count: rest })}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}

/** All of them. */
export function HandsDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { cohort, attendance } = usePanel();
  const list = useRef<HTMLUListElement>(null);
  const hands = handsUp(cohort, attendance);
  return (
    <Dialog title={t('panel.hands')} onClose={onClose}>
      {hands.length === 0 && <p className={styles.hint}>{t('panel.noHands')}</p>}
      <ul className={styles.chips} ref={list} tabIndex={-1}>
        {hands.map(({ person }) => (
          <RaisedHand key={person.id} person={person} onLower={() => list.current?.focus()} />
        ))}
      </ul>
    </Dialog>
  );
}

function RaisedHand({ person, onLower }: { person: Person; onLower: () => void }) {
  const t = useText();
  const { open } = usePanel();
  const lower = useLowerHand();
  return (
    <li className={styles.raised}>
      <button
        type="button"
        className={styles.chip}
        aria-label={t('panel.writeTo', { name: person.name })}
        onClick={() => open({ kind: 'message', to: person.id })}
      >
        <span className={styles.name}>{person.name}</span>
      </button>
      <IconButton
        icon="down"
        label={t('panel.lowerHand', { name: person.name })}
        className={styles.lower}
        onClick={() => {
          onLower();
          void lower(person);
        }}
      />
    </li>
  );
}
