/** The sheet of a page's copies, fetched when it is opened: they are read, nothing is done with them. */
import { useMemo } from 'react';
import type { BoardId } from '../../shared/ids.ts';
import { useLanguage } from '../i18n/text.ts';
import { CopiesSheet } from '../panels/CopiesSheet.tsx';
import { seatApi } from '../sync/seat-api.ts';
import { copiesApi } from './board-api.ts';
import '../i18n/later.ts';

interface PageCopiesSheetProps {
  readonly token: string;
  readonly board: BoardId;
  readonly onClose: () => void;
}

export default function PageCopiesSheet({ token, board, onClose }: PageCopiesSheetProps) {
  const [language] = useLanguage();
  const api = useMemo(() => copiesApi(seatApi(token), board), [token, board]);
  return <CopiesSheet api={api} language={language} mayWrite={false} onOpenBoard={onClose} onClose={onClose} />;
}
