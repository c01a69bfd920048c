/** *Guardar copia*: of all boards of the phase at once, and what is said of it afterwards. */
import { phaseTexts } from '../../../shared/cohort/agenda.ts';
import { phaseNow } from '../../../shared/cohort/call.ts';
import type { Language } from '../../../shared/language.ts';
import type { PhaseCopies } from '../../../shared/page-api.ts';
import { hourOf } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/text.ts';
import { serverClock } from '../../sync/server-clock.ts';
import type { Panel } from './panel-context.ts';

export async function saveCopy({ seat, cohort, deeds, language }: Panel, t: Translate): Promise<void> {
  const phase = phaseNow(cohort.call);
  const name = t('panel.copyName', {
    phase: phase ? phaseTexts(phase, language).title : t('panel.before'),
    time: hourOf(serverClock.now(), language),
  });
  const copies = await deeds.ask(deeds.api.copyPhase(seat.cohort.id, name));
  if (copies) deeds.tell(copiesInWords(copies, name, language, t));
}

const KINDS = ['group-iceberg', 'iceberg', 'value', 'feedback', 'closing'] as const;

/** What was copied, what had nothing new, and what could not be copied. */
export function copiesInWords(copies: PhaseCopies, name: string, language: Language, t: Translate): string {
  const boards = KINDS.flatMap((kind) => {
    const count = copies.copied[kind] ?? 0;
    return count > 0 ? [t(`panel.copiedOf.${kind}`, { count })] : [];
  });
  const list = new Intl.ListFormat(language).format(boards);
  const said = [
    ...(boards.length > 0 ? [t('panel.copied', { name, boards: list })] : []),
    ...(copies.same > 0 ? [t('panel.copiedSame', { count: copies.same })] : []),
    ...(copies.missed > 0 ? [t('panel.copiedMissed', { count: copies.missed })] : []),
  ];
  return said.length > 0 ? said.join(' ') : t('panel.copiedNothing');
}
