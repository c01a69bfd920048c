/** The invitation a facilitator copies into an e-mail or a chat. Pure. */

import { dayInWords } from '../../shared/days.ts';
import type { Language } from '../../shared/language.ts';
import { hourInWords } from '../i18n/dates.ts';
import { textIn } from '../i18n/text.ts';

interface Invited {
  readonly name: string;
  readonly date: string;
  /** `HH:MM`, or empty when the hour is not known. */
  readonly time: string;
}

/** How somebody comes in: with the link, or with the code at an address. */
interface Ways {
  readonly link: string;
  readonly code: string;
  readonly address: string;
}

export function invitationText(cohort: Invited, { link, code, address }: Ways, language: Language): string {
  const date = dayInWords(cohort.date, language);
  const when = cohort.time
    ? textIn(language, 'pages.invitation.when', { date, time: hourInWords(cohort.time, language), link })
    : textIn(language, 'pages.invitation.whenDay', { date, link });
  return [
    textIn(language, 'pages.invitation.subject', { cohort: cohort.name }),
    textIn(language, 'pages.invitation.greeting'),
    when,
    textIn(language, 'pages.invitation.code', { code, address }),
    textIn(language, 'pages.invitation.how'),
    textIn(language, 'pages.invitation.before'),
  ].join('\n\n');
}
