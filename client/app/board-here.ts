/** The board as this device has it, as a file: what is unsent is in it. Asks no server. */
import type { Note } from '../../shared/board/note.ts';
import { toSnapshot } from '../../shared/board/snapshot.ts';
import type { BoardSnapshot } from '../../shared/board/snapshot-format.ts';
import type { Language } from '../../shared/language.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { areasOf } from '../../shared/template/kinds.ts';
import { areaTitle } from '../../shared/template/texts.ts';
import { namesOf } from '../board/lines.ts';
import { type BoardSession, isBoardSession, type RoomSession } from '../board/session.ts';
import { isWrittenHere } from '../board/table.ts';
import { jsonFile, saveFile } from '../panels/board-file.ts';
import { dayOf, fileName } from '../panels/file-name.ts';
import { boardTitle } from './board-names.ts';

export function saveBoardHere(s: RoomSession, kind: 'json' | 'txt', language: Language, mineOnly: boolean): void {
  const { meta, organisations } = s.cohort.get();
  const name = fileName({
    cohort: meta.name,
    organisation: organisations.find((one) => one.id === s.board.organisation)?.name ?? null,
    date: dayOf(new Date()),
    extension: kind,
    part: [],
  });
  const contents =
    kind === 'json'
      ? jsonFile(isBoardSession(s) ? snapshotHere(s, language, mineOnly) : pageHere(s, language))
      : new Blob([isBoardSession(s) ? textHere(s, language, mineOnly) : pageTextHere(s, language)], {
          type: 'text/plain;charset=utf-8',
        });
  saveFile(name, contents);
}

/** A page has no notes: everything that is written on it, root by root. */
const PAGE_ROOTS = ['texts', 'answers', 'items', 'commitments', 'words'] as const;

function pageHere(s: RoomSession, language: Language): object {
  const cohort = s.cohort.get();
  const roots = PAGE_ROOTS.map((root): [string, unknown] => [root, s.doc.getMap(root).toJSON()]);
  return {
    kind: 'tempano-page',
    version: 1,
    exportedAt: new Date().toISOString(),
    board: { kind: s.board.kind, title: boardTitle(s.board, cohort, language) },
    ...Object.fromEntries(roots),
  };
}

function pageTextHere(s: RoomSession, language: Language): string {
  const lines = PAGE_ROOTS.flatMap((root) => stringsIn(s.doc.getMap(root).toJSON()));
  return `${[boardTitle(s.board, s.cohort.get(), language), '', ...lines].join('\r\n')}\r\n`;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** The file of docs/format.md: it can be opened as a new board. */
export function snapshotHere(s: BoardSession, language: Language, mineOnly: boolean): BoardSnapshot {
  const cohort = s.cohort.get();
  const { organisation } = s.board;
  const snapshot = toSnapshot(s.doc, {
    exportedAt: new Date().toISOString(),
    title: boardTitle(s.board, cohort, language),
    cohort: { name: cohort.meta.name, date: cohort.meta.date },
    organisation: cohort.organisations.find((one) => one.id === organisation) ?? null,
    people: cohort.people,
  });
  if (!mineOnly) return snapshot;
  const notes = snapshot.notes.filter((note) => isWrittenHere(s, note));
  return { ...snapshot, organization: null, notes, themes: [], links: [], texts: {}, drawings: [] };
}

/** Layer by layer, one note a line, signed. */
export function textHere(s: BoardSession, language: Language, mineOnly: boolean): string {
  const cohort = s.cohort.get();
  const notes = s.notes.get().filter((note) => !mineOnly || isWrittenHere(s, note));
  const lines = areasOf(s.board.kind).flatMap((area) => [
    '',
    areaTitle(area, language),
    ...notes.filter((note) => areaOf(s.board.kind, note.pos) === area).map((note) => lineOf(note, cohort)),
  ]);
  return `${[boardTitle(s.board, cohort, language), ...lines].join('\r\n')}\r\n`;
}

function lineOf(note: Note, cohort: Parameters<typeof namesOf>[1]): string {
  const { person } = namesOf(note, cohort);
  return `- ${note.text.replaceAll(/\s*\n\s*/g, ' / ')}${person === '' ? '' : ` (${person})`}`;
}
