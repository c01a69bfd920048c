/** From one board of a team to the next: iceberg, value proposition, group iceberg. */
import { Link } from 'wouter';
import { type BoardEntry, type Cohort, opennessOf } from '../../shared/cohort/document.ts';
import { rightFor } from '../../shared/cohort/roles.ts';
import type { Me } from '../board/session.ts';
import { type Translate, useText } from '../i18n/text.ts';
import { useNarrow } from '../list/use-narrow.ts';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { BOARD_ICON, isExtra } from './board-names.ts';

const LABEL = {
  iceberg: 'pages.board.iceberg',
  value: 'pages.board.valueShort',
  'group-iceberg': 'pages.board.groupShort',
  practice: 'pages.board.practiceShort',
  'self-assessment': 'pages.board.selfShort',
  growth: 'pages.board.growthShort',
  feedback: 'pages.board.feedbackShort',
  closing: 'pages.board.closingShort',
  panel: 'pages.board.panelShort',
} as const;

/** As a team comes to them in the method. */
const ORDER: readonly BoardEntry['kind'][] = [
  'practice',
  'self-assessment',
  'growth',
  'iceberg',
  'value',
  'feedback',
  'group-iceberg',
  'closing',
];

export function BoardSwitcher({ board, cohort, me }: { board: BoardEntry; cohort: Cohort; me: Me }) {
  const t = useText();
  const isNarrow = useNarrow();
  const boards = neighbours(board, cohort, me);
  if (boards.length < 2) return null;
  const letters = boards.map((one) => shortName(one, cohort, me, t)).join('').length;
  const isList = boards.length > MOST_SIDE_BY_SIDE || (isNarrow && letters > MOST_LETTERS);
  const links = (look: string, onGo?: () => void) =>
    boards.map((one) => (
      <Link
        key={one.id}
        href={`/tablero/${one.id}`}
        className={look}
        aria-current={one.id === board.id ? 'page' : undefined}
        {...(onGo && { onClick: onGo })}
      >
        <Icon name={BOARD_ICON[one.kind]} size={18} />
        {shortName(one, cohort, me, t)}
      </Link>
    ));
  return (
    <nav className={isList ? 'switcher' : 'segments switcher'} aria-label={t('pages.board.switcher')}>
      {isList ? (
        <Menu
          align="left"
          label={`${t('pages.board.switcher')}: ${shortName(board, cohort, me, t)}`}
          buttonClass="button button--quiet switcher__button"
          button={
            <>
              <Icon name={BOARD_ICON[board.kind]} size={18} />
              {shortName(board, cohort, me, t)}
              <Icon name="chevron-down" size={16} />
            </>
          }
        >
          {(close) => links('menu__one', close)}
        </Menu>
      ) : (
        links('segments__one')
      )}
    </nav>
  );
}

/** More than these have a list of their own: in a call there are boards for every phase. */
const MOST_SIDE_BY_SIDE = 3;
/** More than these are wider than the row a phone has for them. */
const MOST_LETTERS = 23;

/** Where boards are personal, mine and somebody else's are told apart from the team's. */
function shortName(board: BoardEntry, cohort: Cohort, me: Me, t: Translate): string {
  if (isExtra(board)) return t('pages.board.copyOf');
  if (board.person === null || board.kind !== 'iceberg') return t(LABEL[board.kind]);
  const owner = cohort.people.find((one) => one.id === board.person);
  return board.person === me.id || !owner ? t('pages.board.myIceberg') : owner.name;
}

/** Boards of the same team (or person) and the shared ones that this viewer may open. */
function neighbours(board: BoardEntry, cohort: Cohort, me: Me): BoardEntry[] {
  const openness = opennessOf(cohort);
  const asker = { person: me.id, role: me.role, organisation: me.organisation };
  const organisation = board.organisation ?? me.organisation;
  const person = board.person ?? me.id;
  const near = cohort.boards.filter(
    (one) =>
      one.id === board.id ||
      (!isExtra(one) &&
        one.kind !== 'panel' &&
        (one.organisation === null ||
          (one.organisation === organisation && (one.person === null || one.person === person))) &&
        rightFor(asker, one, openness) !== 'none'),
  );
  return near.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
