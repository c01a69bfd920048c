/**
 * What the summary of a cohort says, gathered from where the whole cohort could see it: the group iceberg, what was told and
 * published, the closing. Opens no board of an organisation; text is only counted, but for the titles of themes.
 */
import type * as Y from 'yjs';
import { readTold, type ToldCommitment } from '../../shared/board/closing.ts';
import { type Note, tagOf } from '../../shared/board/note.ts';
import { readNotes } from '../../shared/board/notes.ts';
import type { Progress } from '../../shared/board/progress.ts';
import { readThemes, themeOf } from '../../shared/board/themes.ts';
import { newCall } from '../../shared/cohort/call.ts';
import type { SummaryCommitments, SummarySource, SummaryTheme, TagCounts } from '../../shared/report/summary.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { LAYER_IDS, type LayerId } from '../../shared/template/kinds.ts';
import type { Context } from './context.ts';
import type { CohortRecord, Member } from './ports.ts';
import { seenIn } from './seen.ts';

export async function gatherSummary({ registry, rooms }: Context, cohort: CohortRecord): Promise<SummarySource> {
  const call = registry.calls.at(cohort.id) ?? newCall();
  const seated = registry.people.of(cohort.id).filter(({ role }) => role === 'participant');
  const seen = seenIn(registry, cohort.id, call);
  const published = [...registry.published.of(cohort.id).values()].map(({ parts }) => parts);
  const closing = registry.boards.of(cohort.id).find(({ kind, title }) => kind === 'closing' && title === '');
  return {
    cohort: cohort.name,
    date: cohort.date,
    session: call.session,
    // Somebody at a table was there when who writes for them was.
    there: seen && countOf(seated.filter(({ id, host }) => seen.has(id) || (host !== null && seen.has(host)))),
    seats: { ...countOf(seated), organisations: registry.organisations.of(cohort.id).length },
    ...(await rooms.read(cohort.groupBoard, groupOf)),
    issues: registry.issues.of(cohort.id).size,
    sentences: published.filter(({ statement }) => (statement ?? []).length > 0).length,
    alliances: published.reduce((sum, { alliances }) => sum + (alliances ?? []).length, 0),
    commitments: closing ? await rooms.read(closing.id, (doc) => bySession(readTold(doc))) : [],
  };
}

const countOf = (people: readonly Member[]): { organisations: number; people: number } => ({
  organisations: new Set(people.map(({ organisation }) => organisation)).size,
  people: people.length,
});

/** Notes that say something, by layer and by theme, those without a theme last. */
function groupOf(doc: Y.Doc): Pick<SummarySource, 'layers' | 'themes'> {
  const notes = readNotes(doc)
    .filter(({ text }) => text.trim() !== '')
    .map((note) => ({ ...note, layer: areaOf('group-iceberg', note.pos), home: themeOf(doc, note) }));
  const ofLayer = (layer: LayerId, among: readonly (typeof notes)[number][]) =>
    among.filter((note) => note.layer === layer);
  const themes = [...readThemes(doc), { id: null, title: '' }].map(({ id, title }): SummaryTheme => {
    const inside = notes.filter(({ home }) => home === id);
    return {
      title: title.trim(),
      organisations: new Set(inside.flatMap(({ organisation }) => organisation ?? [])).size,
      layers: perLayer((layer) => ofLayer(layer, inside).length),
    };
  });
  const isThere = ({ title, layers }: SummaryTheme): boolean =>
    title !== '' || LAYER_IDS.some((layer) => layers[layer] > 0);
  return { layers: perLayer((layer) => tagCounts(ofLayer(layer, notes))), themes: themes.filter(isThere) };
}

const perLayer = <T>(of: (layer: LayerId) => T): Record<LayerId, T> => ({
  results: of('results'),
  patterns: of('patterns'),
  structures: of('structures'),
  beliefs: of('beliefs'),
});

function tagCounts(notes: readonly Note[]): TagCounts {
  const counts = { operational: 0, programmatic: 0, both: 0, none: 0 };
  for (const note of notes) counts[tagOf(note) ?? 'none'] += 1;
  return counts;
}

function bySession(told: readonly ToldCommitment[]): SummaryCommitments[] {
  return [...Map.groupBy(told, ({ session }) => session)].map(([session, those]) => {
    const made: Record<Progress, number> = { open: 0, done: 0, underway: 0, dropped: 0 };
    for (const { done } of those) made[done] += 1;
    return { session, made, support: those.filter(({ support }) => support.trim() !== '').length };
  });
}
