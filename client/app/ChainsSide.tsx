/** *Cadenas* of a board: beside it where there is room, else in a sheet over it. */
import { lazy, Suspense } from 'react';
import type { NoteId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import type { BoardSession } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { Sheet } from '../ui/Sheet.tsx';

const ChainsPanel = lazy(() => import('../panels/ChainsPanel.tsx').then((file) => ({ default: file.ChainsPanel })));

interface ChainsSideProps {
  readonly session: BoardSession;
  readonly language: Language;
  readonly isWide: boolean;
  readonly onShow: (note: NoteId) => void;
  readonly onClose: () => void;
}

export function ChainsSide({ session, language, isWide, onShow, onClose }: ChainsSideProps) {
  const t = useText();
  const panel = (
    <Suspense>
      <ChainsPanel session={session} language={language} onShow={onShow} {...(isWide && { onClose })} />
    </Suspense>
  );
  if (isWide) return <aside className="board__side">{panel}</aside>;
  return (
    <Sheet title={t('method.chains.title')} onClose={onClose}>
      {panel}
    </Sheet>
  );
}
