/**
 * What the report of an organisation says, gathered from its own boards and, of the group iceberg, from the themes its notes
 * are in. Reads what the caller may open and nothing else; boards made of copies and files are left out.
 */
import type * as Y from 'yjs';
import { readCommitments } from '../../shared/board/commitments.ts';
import { readGifts } from '../../shared/board/feedback.ts';
import { readGrowth } from '../../shared/board/growth.ts';
import type { Note } from '../../shared/board/note.ts';
import { readNotes } from '../../shared/board/notes.ts';
import { STATEMENT, textAt } from '../../shared/board/texts.ts';
import { readThemes, themeOf } from '../../shared/board/themes.ts';
import { phaseTexts } from '../../shared/cohort/agenda.ts';
import { newCall } from '../../shared/cohort/call.ts';
import type { Organisation } from '../../shared/cohort/document.ts';
import type { NoteId, OrgId } from '../../shared/ids.ts';
import type { LayerNote, OrganisationSource, OwnTheme } from '../../shared/report/organisation.ts';
import { type Growth, growthOf } from '../../shared/synthesis/growth.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import type { Caller, Context } from './context.ts';
import type { CohortBoard } from './ports.ts';
import { boardRight } from './rights.ts';

/** The boards of the method that belong to this organisation and that the caller may open at this moment. */
export const ownBoards = ({ registry }: Context, { member, cohort }: Caller, organisation: OrgId): CohortBoard[] =>
  registry.boards
    .of(cohort.id)
    .filter((board) => board.organisation === organisation && board.title === '')
    .filter((board) => boardRight(registry, member, board) !== 'none');

export async function gatherOrganisation(
  context: Context,
  { member, cohort }: Caller,
  organisation: Organisation,
  boards: readonly CohortBoard[],
): Promise<OrganisationSource> {
  const { registry, now } = context;
  const call = registry.calls.at(cohort.id) ?? newCall();
  const read = async <T>(board: CohortBoard | undefined, look: (doc: Y.Doc) => T): Promise<T | null> =>
    board ? context.rooms.read(board.id, look) : null;
  const of = (kind: CohortBoard['kind'], person: CohortBoard['person'] = null): CohortBoard | undefined =>
    boards.find((board) => board.kind === kind && board.person === person);
  const iceberg = (await read(of('iceberg'), written)) ?? [];
  const personal = await read(of('iceberg', member.id), written);
  const copies = new Set([...iceberg, ...(personal ?? [])].flatMap(({ brought }) => (brought ? [brought.as] : [])));
  const value = await read(of('value'), (doc) => ({ notes: written(doc), statement: wordsAt(doc, STATEMENT) }));
  const feedback = await read(of('feedback'), (doc) => feedbackIn(doc, registry.organisations.of(cohort.id)));
  return {
    cohort: cohort.name,
    organisation: organisation.name,
    date: cohort.date,
    session: call.session,
    madeAt: now(),
    phases: call.agenda.map((phase) => ({ title: phaseTexts(phase, cohort.language).title, minutes: phase.minutes })),
    iceberg: iceberg.map(inLayer),
    personal: personal && { person: member.name, notes: personal.map(inLayer) },
    boardPerPerson: cohort.boardPer === 'person',
    growth: (await read(of('growth'), readGrowth)) ?? (member.organisation === organisation.id ? NO_GROWTH : null),
    themes: await context.rooms.read(cohort.groupBoard, (doc) => themesIn(doc, organisation.id, copies)),
    value: (value?.notes ?? []).map((note) => ({ ...note, area: areaOf('value', note.pos) })),
    statement: value?.statement ?? '',
    ...(feedback ?? NO_FEEDBACK),
  };
}

/** Of a team before its first call. */
const NO_GROWTH: Growth = { ...growthOf([]), baseline: null };

const NO_FEEDBACK: Pick<OrganisationSource, 'feedback' | 'commitments'> = {
  feedback: { issue: '', context: '', question: '', takeaway: '', gifts: [] },
  commitments: [],
};

/** Notes that say something, from top to bottom. */
const written = (doc: Y.Doc): Note[] =>
  readNotes(doc)
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => a.pos[1] - b.pos[1] || a.pos[0] - b.pos[0]);

const inLayer = (note: Note): LayerNote => ({ ...note, area: areaOf('iceberg', note.pos) });

const wordsAt = (doc: Y.Doc, key: string): string => (textAt(doc, key)?.toString() ?? '').trim();

/** Signed with the organisation, or brought by it without a name: the copies say of which of its notes they are. */
function themesIn(doc: Y.Doc, organisation: OrgId, copies: ReadonlySet<NoteId>): OwnTheme[] {
  const notes = written(doc).map((note) => ({ ...note, home: themeOf(doc, note) }));
  const isOwn = (note: Note): boolean => note.organisation === organisation || copies.has(note.id);
  return [...readThemes(doc), { id: null, title: null }]
    .map(({ id, title }) => {
      const inside = notes.filter(({ home }) => home === id);
      const own = inside.filter(isOwn).map(({ pos, text }) => ({ layer: areaOf('group-iceberg', pos), text }));
      return { title: title?.trim() ?? null, count: inside.length, notes: own };
    })
    .filter((theme) => theme.notes.length > 0);
}

function feedbackIn(
  doc: Y.Doc,
  organisations: readonly Organisation[],
): Pick<OrganisationSource, 'feedback' | 'commitments'> {
  const gifts = readGifts(doc)
    .filter(({ text }) => text.trim() !== '')
    .map(({ kind, text, answer, organisation }) => {
      const from = organisations.find(({ id }) => id === organisation)?.name ?? '';
      return { kind, text, answer: answer.trim(), from };
    });
  const texts = {
    issue: wordsAt(doc, 'issue'),
    context: wordsAt(doc, 'context'),
    question: wordsAt(doc, 'question'),
    takeaway: wordsAt(doc, 'takeaway'),
  };
  const commitments = readCommitments(doc).filter(({ what, who }) => `${what}${who}`.trim() !== '');
  return { feedback: { ...texts, gifts }, commitments };
}
