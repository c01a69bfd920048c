/** Beside the group iceberg: the dock with the organisations' boards, and the themes. On phones the same in a sheet. */
import type { BoardId, ThemeId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import type { BoardSession } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { Dock } from '../panels/Dock.tsx';
import { ThemesPanel } from '../panels/ThemesPanel.tsx';
import type { Seat } from '../sync/seats.ts';
import { Segments } from '../ui/Segments.tsx';
import { RoomSide } from './RoomSide.tsx';
import '../i18n/later.ts';

export type Side = 'dock' | 'themes';

interface GroupSideProps {
  readonly seat: Seat;
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
  readonly onArranged: () => void;
}

export default function GroupSide(props: GroupSideProps) {
  const { seat, session, sources, language, side, onSide, reading, onRead, onBring, onDrop, onOpen, onArranged } =
    props;
  const t = useText();
  const themesWith = (read: GroupSideProps['onRead']) => (
    <ThemesPanel session={session} language={language} reading={reading} onRead={read} onArranged={onArranged} />
  );
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
      ) : session.me.role === 'facilitator' ? (
        <RoomSide seat={seat} session={session} reading={reading} onRead={onRead}>
          {themesWith}
        </RoomSide>
      ) : (
        themesWith(onRead)
      )}
    </>
  );
}
