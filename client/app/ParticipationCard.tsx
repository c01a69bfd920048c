/** How people come in: the link, the code to read aloud and the QR code for phones in the room. */
import { type ReactNode, useState } from 'react';
import { useText } from '../i18n/text.ts';
import { QrCode } from '../panels/QrCode.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { CopyButton } from './CopyButton.tsx';
import { LinkRow } from './LinkRow.tsx';
import { codeAddress, codeInWords } from './ways-in.ts';

interface ParticipationCardProps {
  readonly link: string;
  readonly code: string;
  /** Beside the link. */
  readonly action?: ReactNode;
}

export function ParticipationCard({ link, code, action }: ParticipationCardProps) {
  const t = useText();
  const [large, setLarge] = useState(false);
  const shown = codeInWords(code);
  return (
    <section className="card participation" aria-label={t('pages.cohort.invite')}>
      <LinkRow label={t('pages.links.participation')} hint={t('pages.links.participationHint')} link={link}>
        {action}
      </LinkRow>
      <div className="participation__ways">
        <button
          type="button"
          className="participation__qr"
          title={t('pages.links.showQr')}
          aria-label={t('pages.links.showQr')}
          onClick={() => setLarge(true)}
        >
          <QrCode text={link} label={t('pages.links.qr')} />
        </button>
        <div className="participation__code">
          <span className="field__label">{t('pages.links.code')}</span>
          <strong className="code-shown">{shown}</strong>
          <span className="field__hint">{t('pages.links.codeHint', { address: codeAddress() })}</span>
          <CopyButton text={shown} label={t('pages.links.copyCode')} />
        </div>
      </div>
      {large && (
        <Dialog title={t('pages.links.participation')} onClose={() => setLarge(false)}>
          <QrCode text={link} label={t('pages.links.qr')} />
          <p className="code-shown code-shown--large">{shown}</p>
          <p className="code-shown__where">{t('pages.links.codeHint', { address: codeAddress() })}</p>
          <Button wide onClick={() => setLarge(false)}>
            {t('common.close')}
          </Button>
        </Dialog>
      )}
    </section>
  );
}
