/** The boxes and threads of the themes as local shapes of the store, always computed from the notes. Writes nothing to the document. */
import type { TLRecord, TLShapeId, TLStore } from 'tldraw';
import { layoutOf } from '../../../shared/synthesis/columns.ts';
import type { BoardSession } from '../../board/session.ts';
import { putQuietly } from '../binding/quiet.ts';
import {
  BOTTOM,
  isThemeBox,
  recordBase,
  THREADS_ID,
  type ThemeBoxShape,
  type ThreadsShape,
  themeBoxId,
} from '../shapes.ts';
import { type LayerBox, type ThemeBoxes, themeBoxes } from './theme-boxes.ts';

/** `isHeld` tells that boxes are being dragged: they stay under the hand until the drop. Gives back refresh and close. */
export function projectThemes(
  store: TLStore,
  session: BoardSession,
  isHeld: () => boolean,
): { refresh(): void; close(): void } {
  const refresh = (): void => {
    if (isHeld()) return;
    const wanted: TLRecord[] = [threadsRecord(session)];
    for (const theme of themeBoxes(session.themes.get(), session.notes.get(), session.columns.get()))
      for (const box of theme.boxes) wanted.push(boxRecord(theme, box));
    const ids = new Set(wanted.map(({ id }) => id));
    const gone: TLShapeId[] = [];
    for (const record of store.allRecords())
      if (record.typeName === 'shape' && isThemeBox(record) && !ids.has(record.id)) gone.push(record.id);
    putQuietly(
      store,
      wanted.filter((record) => JSON.stringify(store.get(record.id)) !== JSON.stringify(record)),
      gone,
    );
  };
  refresh();
  // Arrow keys would move a box without its notes: only a drag carries them.
  const stopGuard = store.sideEffects.registerBeforeChangeHandler('shape', (before, after, source) =>
    isThemeBox(after) && source === 'user' && !isHeld() ? before : after,
  );
  const stops = [
    stopGuard,
    session.themes.subscribe(refresh),
    session.notes.subscribe(refresh),
    session.columns.subscribe(refresh),
  ];
  return {
    refresh,
    close() {
      for (const stop of stops) stop();
    },
  };
}

function threadsRecord(session: BoardSession): ThreadsShape {
  const { w, h } = layoutOf(session.columns.get());
  return {
    ...recordBase,
    id: THREADS_ID,
    type: 'threads',
    index: BOTTOM.threads,
    x: 0,
    y: 0,
    isLocked: true,
    props: { w, h },
  };
}

function boxRecord({ theme, number, title }: ThemeBoxes, { layer, box, notes }: LayerBox): ThemeBoxShape {
  return {
    ...recordBase,
    id: themeBoxId(theme, layer),
    type: 'theme-box',
    index: BOTTOM.themeBox,
    x: box.x,
    y: box.y,
    props: { theme, layer, number, title, count: notes.length, w: box.w, h: box.h, head: box.head },
  };
}
