/** The presets in words: how long each is, and what it goes through. Pure. */
import {
  agendaOf,
  minutesOf,
  PRESET_IDS,
  type PresetId,
  phaseTexts,
  presetTitle,
  sessionsOf,
} from '../../../shared/cohort/agenda.ts';
import type { Language } from '../../../shared/language.ts';
import type { Translate } from '../../i18n/words.ts';

export interface PresetOption {
  readonly id: PresetId;
  readonly label: string;
  readonly hint: string;
}

/** Before the first call: all calls of a preset together. */
export const presetOptions = (language: Language, t: Translate): PresetOption[] =>
  PRESET_IDS.map((id) => {
    const title = presetTitle(id, language);
    const [first, second] = [minutesOf(agendaOf(id, 1)), minutesOf(agendaOf(id, 2))];
    const label =
      sessionsOf(id) > 1
        ? t('panel.agenda.presetTwo', { title, first, second })
        : t('panel.agenda.presetMinutes', { title, minutes: first });
    return { id, label, hint: phasesOf(id, 1, language) };
  });

/** For one call of a cohort. */
export const presetOptionsFor = (session: number, language: Language, t: Translate): PresetOption[] =>
  PRESET_IDS.map((id) => ({
    id,
    label: t('panel.agenda.presetMinutes', {
      title: presetTitle(id, language),
      minutes: minutesOf(agendaOf(id, session)),
    }),
    hint: phasesOf(id, session, language),
  }));

const phasesOf = (id: PresetId, session: number, language: Language): string =>
  agendaOf(id, session)
    .filter(({ kind }) => kind !== 'break')
    .map((phase) => phaseTexts(phase, language).title)
    .join(' · ');
