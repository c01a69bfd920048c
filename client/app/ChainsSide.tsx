/** *Cadenas* of a board: beside it where there is room, else in a sheet over it. */
import { type ReactNode, useEffect } from 'react';
import type { NoteId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import type { BoardSession } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { ChainsPanel } from '../panels/ChainsPanel.tsx';
import { rememberFocus } from '../ui/focus-return.ts';
import { Sheet } from '../ui/Sheet.tsx';

interface ChainsSideProps {
  readonly session: BoardSession;
  readonly language: Language;
  readonly isWide: boolean;
  readonly onShow: (note: NoteId) => void;
  readonly onClose: () => void;
}

export default function ChainsSide({ session, language, isWide, onShow, onClose }: ChainsSideProps) {
  const t = useText();
  const panel = <ChainsPanel session={session} language={language} onShow={onShow} {...(isWide && { onClose })} />;
  if (isWide) return <Beside>{panel}</Beside>;
  return (
    <Sheet title={t('method.chains.title')} onClose={onClose}>
      {panel}
    </Sheet>
  );
}

/** Whoever closes it goes on at what opened it, as with a sheet. */
function Beside({ children }: { children: ReactNode }) {
  useEffect(rememberFocus, []);
  return <aside className="board__side">{children}</aside>;
}
