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

/** Before the first call: all calls of a preset, one after the other. */
export const presetOptions = (language: Language, t: Translate): PresetOption[] =>
  PRESET_IDS.map((id) => {
    const calls = Array.from({ length: sessionsOf(id) }, (_, i) => i + 1);
    const hint =
      calls.length === 1
        ? ofOneCall(id, 1, language, t)
        : calls
            .map((session) => `${t('panel.session', { session })}: ${ofOneCall(id, session, language, t)}`)
            .join('. ');
    return { id, label: presetTitle(id, language), hint };
  });

/** For one call of a cohort. */
export const presetOptionsFor = (session: number, language: Language, t: Translate): PresetOption[] =>
  PRESET_IDS.map((id) => ({ id, label: presetTitle(id, language), hint: ofOneCall(id, session, language, t) }));

const ofOneCall = (id: PresetId, session: number, language: Language, t: Translate): string =>
  t('panel.agenda.presetPhases', {
    minutes: minutesOf(agendaOf(id, session)),
    phases: phasesOf(id, session, language),
  });

const phasesOf = (id: PresetId, session: number, language: Language): string =>
  agendaOf(id, session)
    .filter(({ kind }) => kind !== 'break')
    .map((phase) => phaseTexts(phase, language).title)
    .join(' · ');
