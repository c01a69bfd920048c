/** The panel's page: found through this device's seat, for facilitation alone. */
import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import type { BoardEntry } from '../../shared/cohort/document.ts';
import type { CohortId } from '../../shared/ids.ts';
import { useStore } from '../board/store.ts';
import { Panel } from '../call/panel/Panel.tsx';
import { useLanguage, useText } from '../i18n/text.ts';
import { isSeatLost, useFollowedCohort, useSeat } from '../sync/hooks.ts';
import type { Seat } from '../sync/seats.ts';
import { buttonClass } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { boardTitle } from './board-names.ts';
import { copyText } from './copy-text.ts';
import { KindPage } from './KindPage.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { NoSeat } from './NoSeat.tsx';
import { useTitle } from './use-title.ts';
import '../i18n/later.ts';

export default function PanelPage({ id }: { id: CohortId }) {
  const t = useText();
  const [found] = useSeat(id);
  useTitle(t('panel.title'));
  if (found.kind === 'none')
    return <NoSeat id={id} isGone={isSeatLost(found.why) && found.why !== 'session-unknown'} />;
  if (found.kind === 'looking') return <Spinner label={t('pages.cohort.opening')} />;
  if (found.seat.person.role === 'facilitator') return <PanelOf seat={found.seat} />;
  return (
    <KindPage icon="panel" title={t('panel.onlyFacilitation')} body={t('panel.onlyFacilitationBody')}>
      <Link href={`/cohorte/${id}`} className={buttonClass({ look: 'primary' })}>
        {t('panel.toCohort')}
      </Link>
    </KindPage>
  );
}

function PanelOf({ seat }: { seat: Seat }) {
  const [language] = useLanguage();
  const cohort = useStore(useFollowedCohort(seat).cohort);
  const [isRefused, setRefused] = useState(false);
  const titleOf = useCallback((board: BoardEntry) => boardTitle(board, cohort, language), [cohort, language]);
  const refuse = useCallback(() => setRefused(true), []);
  if (isRefused) return <NoSeat id={seat.cohort.id} isGone={false} />;
  return (
    <Panel seat={seat} titleOf={titleOf} copyText={copyText} onRefused={refuse}>
      <LanguageSwitch short />
    </Panel>
  );
}
