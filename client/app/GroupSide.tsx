/** Beside the group iceberg: the dock with the organisations' boards, and the themes. On phones the same in a sheet. */
import { useMemo } from 'react';
import { type Cohort, opennessOf } from '../../shared/cohort/document.ts';
import { rightFor } from '../../shared/cohort/roles.ts';
import type { BoardId, ThemeId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import type { BoardSession } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { Dock } from '../panels/Dock.tsx';
import { ThemesPanel } from '../panels/ThemesPanel.tsx';
import { useBoardSessions } from '../sync/hooks.ts';
import type { Seat } from '../sync/seats.ts';
import { Segments } from '../ui/Segments.tsx';

export type Side = 'dock' | 'themes';

interface GroupSideProps {
  readonly session: BoardSession;
  readonly sources: ReadonlyMap<BoardId, BoardSession>;
  readonly language: Language;
  readonly side: Side;
  /** Left out where each side has a sheet of its own. */
  readonly onSide?: (side: Side) => void;
  readonly reading: ThemeId | null;
  readonly onRead: (theme: ThemeId | null) => void;
  readonly onBring: (board: BoardId) => void;
  readonly onDrop: (board: BoardId, clientX: number, clientY: number) => void;
  readonly onOpen: (board: BoardId) => void;
}

export function GroupSide(props: GroupSideProps) {
  const { session, sources, language, side, onSide, reading, onRead, onBring, onDrop, onOpen } = props;
  const t = useText();
  return (
    <>
      {onSide && (
        <Segments
          label={t('pages.board.dock')}
          value={side}
          onChange={onSide}
          options={[
            { value: 'dock', label: t('panels.dock.title'), icon: 'group' },
            { value: 'themes', label: t('panels.themes.title'), icon: 'theme' },
          ]}
        />
      )}
      {side === 'dock' ? (
        <Dock session={session} language={language} open={sources} onBring={onBring} onDrop={onDrop} onOpen={onOpen} />
      ) : (
        <ThemesPanel session={session} language={language} reading={reading} onRead={onRead} />
      )}
    </>
  );
}

/** Sessions of the icebergs this person may open, while the group iceberg is shown. */
export function useSources(seat: Seat, session: BoardSession, cohort: Cohort): ReadonlyMap<BoardId, BoardSession> {
  const isGroup = session.board.kind === 'group-iceberg';
  const { id, role, organisation } = session.me;
  const openness = opennessOf(cohort);
  const wanted = cohort.boards.filter(
    (board) =>
      isGroup &&
      board.kind === 'iceberg' &&
      board.organisation !== null &&
      rightFor({ person: id, role, organisation }, board, openness) !== 'none',
  );
  const key = wanted.map((board) => board.id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids stand for the boards
  const boards = useMemo(() => wanted, [key]);
  return useBoardSessions(seat, boards);
}
