/** Buttons that give somebody the board as this device has it, for when the server cannot. */
import type { RoomSession } from '../board/session.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';

/** `mineOnly`: only the notes this person wrote, where the rest is not theirs to read any more. */
export function TakeAway({ session, mineOnly = false }: { session: RoomSession; mineOnly?: boolean }) {
  const t = useText();
  const [language] = useLanguage();
  const take = async (kind: 'json' | 'txt'): Promise<void> => {
    const { saveBoardHere } = await import('./board-here.ts');
    saveBoardHere(session, kind, language, mineOnly);
  };
  return (
    <>
      <Button icon="download" onClick={() => void take('json')}>
        {t(mineOnly ? 'sync.downloadMine' : 'sync.download')}
      </Button>
      <Button icon="list" onClick={() => void take('txt')}>
        {t('sync.downloadText')}
      </Button>
    </>
  );
}
