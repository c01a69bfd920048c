/** The sheets over a board: bringing, copies, files. Decides which is open, not what is in it. */
import { useMemo } from 'react';
import type { BoardId, NoteId } from '../../shared/ids.ts';
import type { ImageOptions } from '../board/canvas-handle.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import { BringSheet } from '../panels/BringSheet.tsx';
import { CopiesSheet } from '../panels/CopiesSheet.tsx';
import { DownloadMenu } from '../panels/DownloadMenu.tsx';
import { GallerySheet } from '../panels/GallerySheet.tsx';
import { PublishSheet } from '../panels/PublishSheet.tsx';
import { TableSheet } from '../panels/TableSheet.tsx';
import { outcomeOf } from '../sync/request.ts';
import { seatApi } from '../sync/seat-api.ts';
import type { Seat } from '../sync/seats.ts';
import { Sheet } from '../ui/Sheet.tsx';
import type { Panel } from './BoardActions.tsx';
import { copiesApi, exportJson } from './board-api.ts';
import { LetInSwitch } from './LetInSwitch.tsx';
import '../i18n/later.ts';

export type OpenSheet =
  | { readonly kind: 'bring'; readonly board: BoardId; readonly chosen: readonly NoteId[] }
  | { readonly kind: Exclude<Panel, 'bring'> };

interface BoardSheetsProps {
  readonly seat: Seat;
  readonly session: BoardSession;
  readonly sources: ReadonlyMap<BoardId, BoardSession>;
  readonly sheet: OpenSheet;
  readonly exportImage: (options: ImageOptions) => Promise<Blob>;
  readonly onOpenBoard: (board: BoardId) => void;
  readonly onGallery: () => void;
  readonly onClose: () => void;
}

export default function BoardSheets(props: BoardSheetsProps) {
  const { seat, session, sources, sheet, exportImage, onOpenBoard, onGallery, onClose } = props;
  const t = useText();
  const [language] = useLanguage();
  const mayWrite = useStore(session.right) === 'write';
  const cohort = useStore(session.cohort);
  const { id } = session.board;
  const api = useMemo(() => seatApi(seat.token), [seat.token]);
  const copies = useMemo(() => copiesApi(api, id), [api, id]);
  const group = cohort.boards.find((board) => board.kind === 'group-iceberg' && board.title === '');
  switch (sheet.kind) {
    case 'bring':
    case 'withdraw': {
      const { board, chosen } = sheet.kind === 'bring' ? sheet : { board: id, chosen: [] };
      const source = board === id ? session : sources.get(board);
      if (!source) return null;
      const onSeeGroup = group && group.id !== id ? () => onOpenBoard(group.id) : onClose;
      return (
        <BringSheet session={source} language={language} chosen={chosen} onClose={onClose} onSeeGroup={onSeeGroup} />
      );
    }
    case 'copies':
      return (
        <CopiesSheet api={copies} language={language} mayWrite={mayWrite} onOpenBoard={onOpenBoard} onClose={onClose} />
      );
    case 'download':
      return (
        <DownloadMenu
          session={session}
          language={language}
          exportImage={exportImage}
          exportJson={() => exportJson(api, id)}
          onOpenBoard={onOpenBoard}
          importJson={mayWrite ? (snapshot, as) => outcomeOf(api.importBoard(id, snapshot, as)) : undefined}
          onClose={onClose}
        />
      );
    case 'publish':
    case 'unpublish':
      return (
        <PublishSheet
          session={session}
          language={language}
          publish={(parts, on) => outcomeOf(api.publish(id, parts, on))}
          onGallery={onGallery}
          onClose={onClose}
        />
      );
    case 'gallery':
      return <GallerySheet cohort={cohort} language={language} onClose={onClose} />;
    case 'help':
      return session.me.organisation === null ? null : (
        <Sheet title={t('panels.help')} onClose={onClose}>
          <LetInSwitch cohort={cohort} seat={seat} organisation={session.me.organisation} />
        </Sheet>
      );
    case 'table':
      return <TableSheet session={session} api={api} onClose={onClose} />;
    default:
      return null;
  }
}
