/** What comes out of a new cohort: the invitation to send and the link to keep. */
import { Link } from 'wouter';
import type { CreatedCohortAnswer } from '../../shared/api.ts';
import { useText } from '../i18n/text.ts';
import { buttonClass } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { InvitationCard } from './InvitationCard.tsx';
import { LinkRow } from './LinkRow.tsx';
import { ParticipationCard } from './ParticipationCard.tsx';

export function CreatedCohort({ created }: { created: CreatedCohortAnswer }) {
  const t = useText();
  const { cohort, links, code } = created;
  return (
    <div className="created">
      <header className="created__head">
        <span className="kind__icon kind__icon--good">
          <Icon name="check" size={28} />
        </span>
        <div>
          <h1>{t('pages.created.title', { cohort: cohort.name })}</h1>
          <p className="lead">{t('pages.created.lead')}</p>
        </div>
        <Link href={`/cohorte/${cohort.id}`} className={buttonClass({ look: 'primary', big: true })}>
          {t('pages.created.go')}
          <Icon name="forward" />
        </Link>
      </header>
      <section className="card keep" aria-labelledby="keep-title">
        <h2 id="keep-title">
          <Icon name="key" /> {t('pages.created.keepTitle')}
        </h2>
        <p>{t('pages.created.keep')}</p>
        <LinkRow label={t('pages.links.facilitation')} link={links.facilitation} hidden />
      </section>
      <div className="created__columns">
        <ParticipationCard link={links.participation} code={code} />
        <InvitationCard cohort={cohort} link={links.participation} code={code} />
      </div>
      <section className="card">
        <LinkRow label={t('pages.links.viewing')} hint={t('pages.links.viewingHint')} link={links.viewing} />
        <LinkRow label={t('pages.links.projection')} hint={t('pages.links.projectionHint')} link={links.projection} />
      </section>
    </div>
  );
}
