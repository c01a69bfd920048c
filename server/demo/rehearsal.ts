/**
 * The cohort of a rehearsal: invented organisations and people who have already written, from the fixture beside this
 * file. Everybody lets facilitation in, and nothing is on the group iceberg yet: bringing is what is rehearsed.
 */
import * as v from 'valibot';
import type { Writer } from '../../shared/board/document.ts';
import type { NoteDraft } from '../../shared/board/notes.ts';
import { addNotes } from '../../shared/board/notes.ts';
import { rewriteText, STATEMENT, textAt } from '../../shared/board/texts.ts';
import type { CohortMeta } from '../../shared/cohort/document.ts';
import { newNoteId, type PersonId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import { LAYER_IDS, TAG_IDS, ZONE_IDS } from '../../shared/template/kinds.ts';
import { freeSlots } from '../../shared/template/slots.ts';
import fixture from './cohort.es.json' with { type: 'json' };

const lines = v.array(v.string());
const ORGANISATION = v.object({
  name: v.string(),
  acronym: v.string(),
  people: v.array(v.object({ id: v.string(), name: v.string() })),
  iceberg: v.array(
    v.object({
      id: v.string(),
      layer: v.picklist(LAYER_IDS),
      text: v.string(),
      author: v.string(),
      tag: v.nullable(v.picklist(TAG_IDS)),
      share: v.boolean(),
      atSec: v.number(),
    }),
  ),
  valueProposition: v.object({
    beneficiaries: lines,
    value: lines,
    impact: lines,
    resources: lines,
    alliances: lines,
    statement: v.string(),
  }),
});
const FIXTURE = v.object({
  cohort: v.object({ name: v.string(), date: v.string(), start: v.string() }),
  organizations: v.array(ORGANISATION),
});
type Source = v.InferOutput<typeof ORGANISATION>;

/** Length of the call until now, so that the notes were written one after the other and not in the future. */
const CALL_SECONDS = 3_600;

const TITLE: Readonly<Record<Language, string>> = { es: 'Ensayo', en: 'Rehearsal' };

export interface Rehearsal {
  readonly meta: CohortMeta;
  readonly organisations: readonly {
    readonly name: string;
    readonly acronym: string;
    readonly letIn: boolean;
    readonly people: readonly string[];
    readonly fill: (board: Writer, kind: 'iceberg' | 'value', people: readonly PersonId[], now: number) => void;
  }[];
}

/** `language` is that of the cohort's interface; the notes are in Spanish. */
export function planRehearsal(language: Language): Rehearsal {
  const { cohort, organizations } = v.parse(FIXTURE, fixture);
  const { name, date, start } = cohort;
  return {
    meta: {
      name: `${TITLE[language]}: ${name}`,
      date,
      time: start,
      language,
      boardPer: 'organisation',
      themesOpen: false,
      rehearsal: true,
    },
    organisations: organizations.map((source) => ({
      name: source.name,
      acronym: source.acronym,
      letIn: true,
      people: source.people.map((person) => person.name),
      fill: (board, kind, people, now) =>
        kind === 'iceberg' ? fillIceberg(board, source, people, now) : fillValue(board, source, now),
    })),
  };
}

function fillIceberg(board: Writer, { iceberg, people }: Source, ids: readonly PersonId[], now: number): void {
  const authors = new Map(people.map((person, i) => [person.id, ids[i] ?? null]));
  for (const layer of LAYER_IDS) {
    const notes = iceberg.filter((note) => note.layer === layer);
    const places = freeSlots('iceberg', layer, notes.length, []);
    const drafts = notes.flatMap((note, i): NoteDraft[] => {
      const pos = places[i];
      if (!pos) return [];
      const createdAt = now - (CALL_SECONDS - (note.atSec % CALL_SECONDS)) * 1000;
      const { text, tag, share } = note;
      return [
        { id: newNoteId(), pos, createdAt, text, tag, private: !share, author: authors.get(note.author) ?? null },
      ];
    });
    addNotes(board, drafts);
  }
}

function fillValue(board: Writer, { valueProposition }: Source, now: number): void {
  for (const zone of ZONE_IDS) {
    const texts = valueProposition[zone];
    const places = freeSlots('value', zone, texts.length, []);
    const drafts = texts.flatMap((text, i): NoteDraft[] => {
      const pos = places[i];
      return pos ? [{ id: newNoteId(), pos, createdAt: now, text }] : [];
    });
    addNotes(board, drafts);
  }
  const statement = textAt(board.doc, STATEMENT);
  if (statement) rewriteText(board, statement, valueProposition.statement);
}
