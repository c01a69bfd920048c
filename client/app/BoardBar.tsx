/** The bar over a board: what it is, who can see it, whether it is saved, who is here, how to look at it. */
import { lazy, Suspense } from 'react';
import type { Cohort } from '../../shared/cohort/document.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { BoardSession } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { useNarrow } from '../list/use-narrow.ts';
import { Segments } from '../ui/Segments.tsx';
import { BarWhat } from './BarWhat.tsx';
import { BoardActions, type Panel } from './BoardActions.tsx';
import { BoardSwitcher } from './BoardSwitcher.tsx';
import { audienceOf } from './board-names.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import type { View } from './use-view.ts';

// A phone shows who is here once its menu is opened.
const PeopleBar = lazy(() => import('../panels/PeopleBar.tsx'));
const PeopleNames = lazy(() => import('../panels/PeopleNames.tsx'));
const CalmSwitch = lazy(() => import('./CalmSwitch.tsx'));

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
  const { board, me } = session;
  const isNarrow = useNarrow();
  const People = isNarrow ? PeopleNames : PeopleBar;
  const people = (
    <Suspense>
      <People session={session} following={following} onFollow={onFollow} />
    </Suspense>
  );
  const actions = (
    <BoardActions panels={panels} isWide={isWide} onOpen={onOpen}>
      {isNarrow && (
        <>
          {people}
          <Suspense>
            <CalmSwitch />
          </Suspense>
          <LanguageSwitch />
        </>
      )}
    </BoardActions>
  );
  return (
    <header className="bar" data-audience={audienceOf(board, cohort, me).tone}>
      <BarWhat session={session}>{isNarrow && actions}</BarWhat>
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
