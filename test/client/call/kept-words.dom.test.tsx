/** Words that were being written when a board closed: kept when the board does not have them, until somebody lets go. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { LockBanner } from '../../../client/app/LockBanner.tsx';
import { createRoomSession } from '../../../client/board/open-room.ts';
import type { RoomSession, SyncState } from '../../../client/board/session.ts';
import { type WritableStore, writable } from '../../../client/board/store.ts';
import { newCall } from '../../../shared/cohort/call.ts';
import { BEFORE_THE_CALL, type Cohort } from '../../../shared/cohort/document.ts';
import type { Right } from '../../../shared/cohort/roles.ts';
import { newBoardId, newCohortId, newOrgId, newPersonId } from '../../../shared/ids.ts';
import { COHORT_META } from '../../kit/cohort-facts.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let page: HTMLElement;
let root: Root;
let field: HTMLTextAreaElement;
let doc: Y.Doc;
let right: WritableStore<Right>;
let cohort: WritableStore<Cohort>;
let session: RoomSession;

beforeEach(() => {
  sessionStorage.clear();
  page = document.createElement('main');
  field = document.createElement('textarea');
  const banner = document.createElement('div');
  page.append(field, banner);
  document.body.append(page);
  root = createRoot(banner);
  doc = new Y.Doc();
  const awareness = new Awareness(doc);
  right = writable<Right>('write');
  const casa = newOrgId();
  const board = {
    id: newBoardId(),
    kind: 'feedback',
    organisation: casa,
    person: null,
    title: '',
    createdAt: 0,
  } as const;
  cohort = writable<Cohort>({
    ...BEFORE_THE_CALL,
    meta: COHORT_META,
    organisations: [],
    people: [],
    boards: [board],
    counts: new Map(),
  });
  session = createRoomSession({
    cohortId: newCohortId(),
    board,
    doc,
    awareness,
    me: { id: newPersonId(), name: 'Ana', role: 'participant', organisation: casa },
    loaded: writable(true),
    right,
    sync: writable<SyncState>({ kind: 'synced' }),
    cohort,
    onClose() {
      awareness.destroy();
      doc.destroy();
    },
  });
  act(() => root.render(<LockBanner session={session} />));
});
afterEach(() => {
  act(() => root.unmount());
  session.close();
  page.remove();
});

const isPaused = (on: boolean): void =>
  act(() => {
    right.set(on ? 'read' : 'write');
    cohort.set({ ...cohort.get(), call: { ...newCall(), status: 'running', paused: on ? [session.board.id] : [] } });
  });
const kept = (): string | null => page.querySelector('[data-kept-words] q')?.textContent ?? null;
function writes(words: string): void {
  field.focus();
  field.value = words;
}

it('says that the board is paused, and no longer when it is open', () => {
  isPaused(true);
  expect(page.querySelector('[data-locked]')?.textContent).toContain('El tablero está en pausa');
  isPaused(false);
  expect(page.querySelector('[data-locked]')).toBeNull();
});

it('keeps what had not got into the board, past opening and a reload, until it is let go', () => {
  writes('Una idea a medias');
  isPaused(true);
  expect(kept()).toBe('Una idea a medias');
  isPaused(false);
  expect(kept()).toBe('Una idea a medias');
  act(() => root.render(null));
  act(() => root.render(<LockBanner session={session} />));
  expect(kept()).toBe('Una idea a medias');
  const drop = [...page.querySelectorAll('button')].find((one) => one.textContent === 'Ya no hace falta');
  act(() => drop?.click());
  expect(kept()).toBeNull();
  expect(sessionStorage.length).toBe(0);
});

it('keeps nothing that the board has, and nothing where nobody writes', () => {
  doc.getMap('texts').set('issue', new Y.Text('El relevo de la junta'));
  writes('El relevo de la junta');
  isPaused(true);
  expect(kept()).toBeNull();
  isPaused(false);
  writes('  ');
  isPaused(true);
  expect(kept()).toBeNull();
  isPaused(false);
  writes('Suelto');
  field.blur();
  isPaused(true);
  expect(kept()).toBeNull();
});
