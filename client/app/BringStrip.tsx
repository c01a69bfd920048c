/** While notes are brought: the one thing to do on a team's iceberg, where nobody has to look for it. */
import { phaseNow } from '../../shared/cohort/call.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';

export function BringStrip({ session, onBring }: { session: BoardSession; onBring: () => void }) {
  const t = useText();
  const { call } = useStore(session.cohort);
  const notes = useStore(session.notes);
  if (call.status !== 'running' || phaseNow(call)?.kind !== 'transfer' || !call.bringing || notes.length === 0)
    return null;
  return (
    <div className="board__deed">
      <Button look="primary" icon="bring" onClick={onBring}>
        {t('list.note.bring')}
      </Button>
    </div>
  );
}
