/** The bar over a board: what it is, who can see it, whether it is saved, who is here, how to look at it. */
import { Link } from 'wouter';
import type { Cohort } from '../../shared/cohort/document.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import { useNarrow } from '../list/use-narrow.ts';
import { PeopleBar } from '../panels/PeopleBar.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Segments } from '../ui/Segments.tsx';
import { AudienceBadge } from './AudienceBadge.tsx';
import { BoardActions, type Panel } from './BoardActions.tsx';
import { BoardSwitcher } from './BoardSwitcher.tsx';
import { audienceOf, boardTitle } from './board-names.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { SyncBadge } from './SyncBadge.tsx';
import type { View } from './use-view.ts';

interface BoardBarProps {
  readonly session: BoardSession;
  readonly cohort: Cohort;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly following: PersonId | null;
  readonly onFollow: ((person: PersonId | null) => void) | undefined;
  /** What can be done with the whole board. */
  readonly panels: readonly Panel[];
  readonly isWide: boolean;
  readonly onOpen: (panel: Panel) => void;
}

export function BoardBar({
  session,
  cohort,
  view,
  onView,
  following,
  onFollow,
  panels,
  isWide,
  onOpen,
}: BoardBarProps) {
  const t = useText();
  const [language] = useLanguage();
  const sync = useStore(session.sync);
  const right = useStore(session.right);
  const { board, me } = session;
  const isNarrow = useNarrow();
  const people = <PeopleBar session={session} following={following} onFollow={onFollow} />;
  const actions = (
    <BoardActions panels={panels} isWide={isWide} onOpen={onOpen}>
      {isNarrow && (
        <>
          {people}
          <LanguageSwitch />
        </>
      )}
    </BoardActions>
  );
  return (
    <header className="bar" data-audience={audienceOf(board, cohort, me).tone}>
      <div className="bar__what">
        <Link
          href={`/cohorte/${session.cohortId}`}
          className="icon-button"
          aria-label={t('pages.board.backToCohort', { cohort: cohort.meta.name })}
          title={t('pages.board.backToCohort', { cohort: cohort.meta.name })}
        >
          <Icon name="back" />
        </Link>
        <div className="bar__title">
          <h1>{boardTitle(board, cohort, language)}</h1>
          <div className="bar__facts">
            <AudienceBadge board={board} cohort={cohort} me={me} />
            {right === 'read' && <span className="bar__read">{t('pages.board.readOnly')}</span>}
          </div>
        </div>
        <SyncBadge sync={sync} />
        {isNarrow && actions}
      </div>
      <BoardSwitcher board={board} cohort={cohort} me={me} />
      <div className="bar__tools">
        {!isNarrow && people}
        <Segments
          label={t('pages.board.view')}
          value={view}
          onChange={onView}
          options={[
            { value: 'canvas', label: t('pages.board.canvas'), icon: 'canvas' },
            { value: 'list', label: t('pages.board.list'), icon: 'list' },
          ]}
        />
        {!isNarrow && actions}
        {!isNarrow && <LanguageSwitch short />}
      </div>
    </header>
  );
}
