/** The cohort's links again, each of which can be replaced. */
import { useState } from 'react';
import type { LinkName } from '../../shared/api.ts';
import type { Cohort } from '../../shared/cohort/document.ts';
import { useText } from '../i18n/text.ts';
import type { Seat } from '../sync/seats.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { InvitationCard } from './InvitationCard.tsx';
import { LinkRow } from './LinkRow.tsx';
import { ParticipationCard } from './ParticipationCard.tsx';
import { RotateDialog } from './RotateDialog.tsx';

interface FacilitatorLinksProps {
  readonly cohort: Cohort;
  readonly seat: Seat;
  readonly onSeat: (change: Partial<Seat>) => void;
}

export function FacilitatorLinks({ cohort, seat, onSeat }: FacilitatorLinksProps) {
  const t = useText();
  const [rotating, setRotating] = useState<LinkName | null>(null);
  const [rotated, setRotated] = useState(false);
  const { links, code } = seat;
  if (!links || !code) return null;
  const rotate = (which: LinkName) => (
    <IconButton
      icon="refresh"
      label={`${t('pages.links.rotate')}: ${t(`pages.links.${which}`)}`}
      onClick={() => setRotating(which)}
    />
  );
  return (
    <>
      <ParticipationCard link={links.participation} code={code} action={rotate('participation')} />
      <InvitationCard cohort={{ ...cohort.meta }} link={links.participation} code={code} />
      <details className="card more-links">
        <summary>{t('pages.links.moreLinks')}</summary>
        <LinkRow label={t('pages.links.viewing')} hint={t('pages.links.viewingHint')} link={links.viewing}>
          {rotate('viewing')}
        </LinkRow>
        <LinkRow label={t('pages.links.projection')} hint={t('pages.links.projectionHint')} link={links.projection}>
          {rotate('projection')}
        </LinkRow>
        <LinkRow
          label={t('pages.links.facilitation')}
          hint={t('pages.links.facilitationHint')}
          link={links.facilitation}
          hidden
        >
          {rotate('facilitation')}
        </LinkRow>
      </details>
      {rotated && (
        <p className="banner" role="status">
          <Icon name="check" /> {t('pages.links.rotated')}
        </p>
      )}
      {rotating && (
        <RotateDialog
          which={rotating}
          seat={seat}
          onClose={() => setRotating(null)}
          onRotated={({ link, code: newCode }) => {
            onSeat({ links: { ...links, [rotating]: link }, ...(newCode && { code: newCode }) });
            setRotated(true);
            setRotating(null);
          }}
        />
      )}
    </>
  );
}
