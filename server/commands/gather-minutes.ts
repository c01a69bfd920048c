/**
 * What the minutes of a call say, gathered from where the whole cohort could see it: the group iceberg, what was told and
 * published, the closing. Opens no board of an organisation.
 */
import type * as Y from 'yjs';
import { readTold, readWords } from '../../shared/board/closing.ts';
import { readNotes } from '../../shared/board/notes.ts';
import { readThemes, themeOf } from '../../shared/board/themes.ts';
import { phaseTexts } from '../../shared/cohort/agenda.ts';
import { type Call, newCall } from '../../shared/cohort/call.ts';
import type { Organisation } from '../../shared/cohort/document.ts';
import type { BoardId, NoteId, OrgId, PersonId } from '../../shared/ids.ts';
import type { MinutesSource, MinutesTheme, PeopleByPlace } from '../../shared/report/minutes.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { LAYER_IDS, type LayerId } from '../../shared/template/kinds.ts';
import type { Context } from './context.ts';
import type { CohortRecord, Member } from './ports.ts';
import { seenIn } from './seen.ts';

/** Notes with dots that the minutes name, most first. */
const MOST_RESONANT = 10;

type Names = (organisation: OrgId | null) => string;

export async function gatherMinutes(context: Context, cohort: CohortRecord): Promise<MinutesSource> {
  const { registry, rooms } = context;
  const call = registry.calls.at(cohort.id) ?? newCall();
  const organisations = registry.organisations.of(cohort.id);
  const people = registry.people.of(cohort.id);
  const nameOf: Names = (id) => organisations.find((one) => one.id === id)?.name ?? '';
  const dots = call.dots.shown ? registry.dots.counts(cohort.id, call.session) : new Map<NoteId, number>();
  const closing = registry.boards.of(cohort.id).find(({ kind, title }) => kind === 'closing' && title === '')?.id;
  return {
    cohort: cohort.name,
    date: cohort.date,
    session: call.session,
    minutes: lengthOf(call),
    ...whoWasThere(people, organisations, seenIn(registry, cohort.id, call)),
    phases: call.agenda.map((phase) => ({
      title: phaseTexts(phase, cohort.language).title,
      minutes: phase.minutes,
    })),
    ...(await rooms.read(cohort.groupBoard, (doc) => groupOf(doc, dots))),
    issues: [...registry.issues.of(cohort.id)].map(([id, { title }]) => ({ organisation: nameOf(id), title })),
    sentences: [...registry.published.of(cohort.id)].flatMap(([id, { parts }]) =>
      (parts.statement ?? []).map((text) => ({ organisation: nameOf(id), text })),
    ),
    ...(await closingOf(context, closing ?? null, call, nameOf, registry.people.everybody(cohort.id))),
  };
}

/** Somebody at a table was there when who writes for them was. */
function whoWasThere(
  people: readonly Member[],
  organisations: readonly Organisation[],
  seen: ReadonlySet<PersonId> | null,
): PeopleByPlace & Pick<MinutesSource, 'absent'> {
  if (seen === null) return { ...byPlace(people, organisations), absent: null };
  const wasThere = ({ id, host }: Member): boolean => seen.has(id) || (host !== null && seen.has(host));
  const others = people.filter((one) => !wasThere(one));
  return { ...byPlace(people.filter(wasThere), organisations), absent: byPlace(others, organisations) };
}

const byPlace = (people: readonly Member[], organisations: readonly Organisation[]): PeopleByPlace => ({
  facilitation: people.filter(({ role }) => role === 'facilitator').map(({ name }) => name),
  organisations: organisations.map(({ id, name }) => ({
    name,
    people: people.filter((one) => one.role === 'participant' && one.organisation === id).map((one) => one.name),
  })),
});

const lengthOf = ({ startedAt, closedAt }: Call): number | null =>
  startedAt === null || closedAt === null ? null : Math.round((closedAt - startedAt) / 60_000);

/** Themes with the notes of each layer, in their order, those without a theme last; and the notes with the most dots. */
function groupOf(doc: Y.Doc, dots: ReadonlyMap<NoteId, number>): Pick<MinutesSource, 'themes' | 'dots'> {
  const notes = readNotes(doc).filter(({ text }) => text.trim() !== '');
  const themes = [...readThemes(doc), { id: null, title: '' }].map(({ id, title }): MinutesTheme => {
    const inside = notes.filter((note) => themeOf(doc, note) === id);
    const layers: Record<LayerId, string[]> = { results: [], patterns: [], structures: [], beliefs: [] };
    for (const { pos, text } of inside) {
      const layer = LAYER_IDS.find((one) => one === areaOf('group-iceberg', pos));
      if (layer) layers[layer].push(text);
    }
    return { title, layers, dots: inside.reduce((sum, note) => sum + (dots.get(note.id) ?? 0), 0) };
  });
  const resonant = notes
    .map(({ id, text }) => ({ note: text, dots: dots.get(id) ?? 0 }))
    .filter((one) => one.dots > 0)
    .sort((a, b) => b.dots - a.dots);
  const isThere = ({ title, layers }: MinutesTheme): boolean =>
    title !== '' || LAYER_IDS.some((layer) => layers[layer].length > 0);
  return { themes: themes.filter(isThere), dots: resonant.slice(0, MOST_RESONANT) };
}

async function closingOf(
  { rooms }: Context,
  closing: BoardId | null,
  { session }: Call,
  nameOf: Names,
  everybody: readonly Member[],
): Promise<Pick<MinutesSource, 'commitments' | 'words'>> {
  if (closing === null) return { commitments: [], words: [] };
  return rooms.read(closing, (doc) => ({
    commitments: readTold(doc).map(({ organisation, what, who, support, when, session: made, done }) => {
      return { organisation: nameOf(organisation), what, who, support, when, session: made, done };
    }),
    words: readWords(doc, session).map(({ person, text }) => {
      const member = everybody.find(({ id }) => id === person);
      return { organisation: nameOf(member?.organisation ?? null), text };
    }),
  }));
}
