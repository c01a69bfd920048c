/** What is open, in the bar over a board or a page: the way back, its name, who can see it, whether it is saved. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { RoomSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { AudienceBadge } from '../call/AudienceBadge.tsx';
import { useLanguage, useText } from '../i18n/text.ts';
import { Icon } from '../ui/Icon.tsx';
import { audienceOf, boardTitle } from './board-names.ts';
import { SyncBadge } from './SyncBadge.tsx';

export function BarWhat({ session, children }: { session: RoomSession; children?: ReactNode }) {
  const t = useText();
  const [language] = useLanguage();
  const cohort = useStore(session.cohort);
  const right = useStore(session.right);
  const { board, me, cohortId } = session;
  const back = t('pages.board.backToCohort', { cohort: cohort.meta.name });
  // Nobody writes a team's profile by hand: that it cannot be written is no news.
  const isShut = right === 'read' && board.kind !== 'growth';
  return (
    <div className="bar__what">
      <Link href={`/cohorte/${cohortId}`} className="icon-button" aria-label={back} title={back}>
        <Icon name="back" />
      </Link>
      <div className="bar__title">
        <h1>{boardTitle(board, cohort, language)}</h1>
        <div className="bar__facts">
          <AudienceBadge {...audienceOf(board, cohort, me)} />
          {isShut && <span className="bar__read">{t('pages.board.readOnly')}</span>}
        </div>
      </div>
      <SyncBadge sync={useStore(session.sync)} />
      {children}
    </div>
  );
}
