/** The line that says what just happened with a copy, with *Deshacer* where it can be undone. */
import type { BoardId } from '../../shared/ids.ts';
import { type Translate, useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import styles from './CopiesSheet.module.css';
import { refusalKey } from './refusal-key.ts';
import type { Copies, CopyEvent } from './use-copies.ts';

interface CopyNewsProps {
  readonly copies: Copies;
  readonly onOpenBoard: (board: BoardId) => void;
}

export function CopyNews({ copies, onOpenBoard }: CopyNewsProps) {
  const t = useText();
  const { event } = copies;
  const previous = event?.kind === 'restored' ? event.previous : null;
  const made = event?.kind === 'made' ? event.board : null;
  return (
    <div
      role="status"
      className={event?.kind === 'failed' ? `${styles.news} ${styles.bad}` : styles.news}
      hidden={!event}
    >
      <span>{event ? wordsOf(event, t) : ''}</span>
      {previous ? (
        <Button look="quiet" icon="undo" disabled={copies.isBusy} onClick={() => void copies.undo(previous)}>
          {t('panels.copies.undo')}
        </Button>
      ) : null}
      {made ? (
        <Button look="quiet" icon="forward" onClick={() => onOpenBoard(made)}>
          {t('panels.copies.open')}
        </Button>
      ) : null}
    </div>
  );
}

function wordsOf(event: CopyEvent, t: Translate): string {
  switch (event.kind) {
    case 'failed':
      return t(refusalKey(event.why));
    case 'restored':
      return t('panels.copies.restored', { name: event.name });
    default:
      return t(`panels.copies.${event.kind}`);
  }
}
