/** A board full of what no honest client writes: whatever reads it leaves that out, says how much, and shows the rest. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { snapshotHere, textHere } from '../../../client/app/board-here.ts';
import { notesToClipboard, notesToText } from '../../../client/board/clipboard.ts';
import type { BoardSession } from '../../../client/board/session.ts';
import { addNotes, deleteNotes, moveNotes, readNotes, themeNotes } from '../../../shared/board/notes.ts';
import { parseSnapshot } from '../../../shared/board/snapshot-format.ts';
import { addTheme, readThemes } from '../../../shared/board/themes.ts';
import { countUnreadable } from '../../../shared/board/unreadable.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { poison, poisonMarks } from '../../kit/poison.ts';
import { joinedSessions } from '../../kit/session.ts';
import { openCanvas } from '../canvas/two-canvases.ts';
import { drawList } from '../list/drawn-list.tsx';

const GOOD = 'good-note-01' as NoteId;
const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
  vi.restoreAllMocks();
});

/** Poisoned by one client, seen by another that was there before. */
function poisonedBoard(kind: 'iceberg' | 'group-iceberg' | 'value'): BoardSession {
  const [mine, theirs] = joinedSessions(kind, 2);
  if (!mine || !theirs) throw new Error('two sessions');
  open.push(mine, theirs);
  addNotes(mine.writer, [{ id: GOOD, pos: [400, 400], createdAt: 5, text: 'La nota sana' }]);
  poison(theirs.doc);
  poisonMarks(theirs.doc);
  return mine;
}
const isGood = (note: { readonly id: string }): boolean => note.id === GOOD;

describe.each(['iceberg', 'group-iceberg', 'value'] as const)('a poisoned board (%s)', (kind) => {
  it('shows the sound notes and counts what it leaves out', () => {
    const mine = poisonedBoard(kind);
    expect(mine.notes.get().find(isGood)?.text).toBe('La nota sana');
    expect(mine.unreadable.get()).toBeGreaterThan(60);
    expect(mine.unreadable.get()).toBe(countUnreadable(mine.doc));
    for (const note of mine.notes.get()) {
      expect(typeof note.text).toBe('string');
      for (const number of [...note.pos, note.z, note.createdAt]) expect(Number.isFinite(number)).toBe(true);
    }
    expect(({} as Record<string, unknown>).poisoned).toBeUndefined();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('goes on being a board: notes and themes are written, moved and deleted', () => {
    const mine = poisonedBoard(kind);
    moveNotes(mine.writer, new Map([[GOOD, [900, 500]]]));
    addTheme(mine.writer, { id: 'theme-good-1' as never, title: 'Cuidado', createdAt: 1 }, [GOOD]);
    expect(readThemes(mine.doc).find((theme) => theme.title === 'Cuidado')).toBeDefined();
    themeNotes(
      mine.writer,
      readNotes(mine.doc).map((note) => note.id),
      null,
    );
    expect(mine.notes.get().find(isGood)?.pos).toEqual([900, 500]);
    deleteNotes(
      mine.writer,
      readNotes(mine.doc).map((note) => note.id),
      1,
    );
    expect(mine.notes.get()).toEqual([]);
    while (mine.undo.canUndo()) mine.undo.undo();
    while (mine.undo.canRedo()) mine.undo.redo();
  });

  it('leaves the board as a file that opens again', () => {
    const mine = poisonedBoard(kind);
    const file: unknown = JSON.parse(JSON.stringify(snapshotHere(mine, 'es', false)));
    const parsed = parseSnapshot(file);
    if (!parsed.ok) throw new Error(`${parsed.why} ${parsed.at}`);
    expect(parsed.snapshot.notes.find(isGood)?.text).toBe('La nota sana');
    expect(textHere(mine, 'es', false)).toContain('- La nota sana');
    const ids = mine.notes.get().map((note) => note.id);
    expect(notesToText(mine, ids)).toContain('La nota sana');
    expect(notesToClipboard(mine, ids)).toContain('La nota sana');
  });

  it('is drawn as a list', () => {
    const list = drawList(poisonedBoard(kind));
    open.push(list);
    expect(list.page.textContent).toContain('La nota sana');
  });

  it('is bound to a canvas, before and after it is poisoned', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const mine = poisonedBoard(kind);
    const canvas = openCanvas(Y.encodeStateAsUpdate(mine.doc), { kind });
    open.push(canvas);
    const types = new Set(canvas.store.allRecords().flatMap((one) => (one.typeName === 'shape' ? [one.type] : [])));
    for (const type of ['embed', 'image', 'video', 'bookmark', 'html', 'frame', 'group'])
      expect(types).not.toContain(type);
    const shown = JSON.stringify(canvas.store.allRecords());
    expect(shown).toContain('La nota sana');
    expect(shown).not.toMatch(/javascript:|elsewhere\.example|no-such/);
    poison(canvas.doc);
    poisonMarks(canvas.doc);
    expect(JSON.stringify(canvas.store.allRecords())).toContain('La nota sana');
  });
});
