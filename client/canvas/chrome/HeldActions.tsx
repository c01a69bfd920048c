/** *Individual* or *Colectiva* for selected notes of the layer of beliefs; pressing the same again takes the mark away. */
import type { Note } from '../../../shared/board/note.ts';
import { areaOf } from '../../../shared/template/geometry.ts';
import { setHeld } from '../../board/actions.ts';
import type { BoardSession } from '../../board/session.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';

interface HeldActionsProps {
  readonly session: BoardSession;
  readonly notes: readonly Note[];
}

export function HeldActions({ session, notes }: HeldActionsProps) {
  const t = useText();
  if (!notes.every((note) => areaOf(session.board.kind, note.pos) === 'beliefs')) return null;
  const ids = notes.map((note) => note.id);
  return (
    <fieldset className="held-actions" aria-label={t('method.held.label')}>
      {(['individual', 'group'] as const).map((held) => {
        const isOn = notes.every((note) => note.held === held);
        return (
          <button
            key={held}
            type="button"
            className="tool tool--words"
            aria-pressed={isOn}
            onClick={() => setHeld(session, ids, isOn ? null : held)}
          >
            <Icon name={held === 'group' ? 'people' : 'person'} /> {t(`method.held.${held}`)}
          </button>
        );
      })}
    </fieldset>
  );
}
