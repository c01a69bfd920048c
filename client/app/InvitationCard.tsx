/** The text to send, in either language. */
import { useState } from 'react';
import type { CohortSummary } from '../../shared/api.ts';
import { LANGUAGE_TAG } from '../../shared/language.ts';
import { useText, useTextsOf } from '../i18n/text.ts';
import { Segments } from '../ui/Segments.tsx';
import { CopyButton } from './CopyButton.tsx';
import { invitationText } from './invitation.ts';
import { codeAddress, codeInWords } from './ways-in.ts';

type Dated = Pick<CohortSummary, 'name' | 'date' | 'time' | 'language'>;

export function InvitationCard({ cohort, link, code }: { cohort: Dated; link: string; code: string }) {
  const t = useText();
  const [language, setLanguage] = useState(cohort.language);
  const isHere = useTextsOf(language);
  const ways = { link, code: codeInWords(code), address: codeAddress() };
  const text = isHere ? invitationText(cohort, ways, language) : '';
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
        rows={10}
        readOnly
        value={text}
      />
      <CopyButton text={text} label={t('pages.links.invitationCopy')} look="primary" wide />
    </section>
  );
}
