/** The text to send, in either language. */
import { useState } from 'react';
import type { CohortSummary } from '../../shared/api.ts';
import { LANGUAGE_TAG } from '../../shared/language.ts';
import { useText, useTextsOf } from '../i18n/text.ts';
import { Segments } from '../ui/Segments.tsx';
import { CopyButton } from './CopyButton.tsx';
import { invitationText } from './invitation.ts';

type Dated = Pick<CohortSummary, 'name' | 'date' | 'time' | 'language'>;

export function InvitationCard({ cohort, link }: { cohort: Dated; link: string }) {
  const t = useText();
  const [language, setLanguage] = useState(cohort.language);
  const isHere = useTextsOf(language);
  const text = isHere ? invitationText(cohort, link, language) : '';
  return (
    <section className="card invitation" aria-labelledby="invitation-title">
      <header className="invitation__head">
        <h2 id="invitation-title">{t('pages.links.invitation')}</h2>
        <Segments
          label={t('pages.links.invitationLanguage')}
          value={language}
          onChange={setLanguage}
          options={[
            { value: 'es', label: t('common.spanish') },
            { value: 'en', label: t('common.english') },
          ]}
        />
      </header>
      <textarea
        className="invitation__text"
        aria-labelledby="invitation-title"
        lang={LANGUAGE_TAG[language]}
        rows={9}
        readOnly
        value={text}
      />
      <CopyButton text={text} label={t('pages.links.invitationCopy')} look="primary" wide />
    </section>
  );
}
