/** Notes of the group iceberg that seem to say the same, without those this person told apart, and the stacks there are. */
import { useDeferredValue, useMemo, useState } from 'react';
import type { Note } from '../../shared/board/note.ts';
import { onTop, stacksOf } from '../../shared/board/stacks.ts';
import { repeatedNotes } from '../../shared/synthesis/repeated.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { LAYER_IDS, type LayerId } from '../../shared/template/kinds.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';

/** Notes that are, or may go, on one another: the uppermost first. */
export interface Together {
  readonly key: string;
  readonly layer: LayerId;
  readonly notes: readonly Note[];
}

export interface RepeatedHere {
  readonly pairs: readonly Together[];
  readonly stacks: readonly Together[];
  tellApart(pair: Together): void;
}

export function useRepeated(session: BoardSession): RepeatedHere {
  const notes = useDeferredValue(useStore(session.notes));
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set());
  return useMemo(
    () => ({
      pairs: LAYER_IDS.flatMap((layer) => pairsIn(layer, notes)).filter(({ key }) => !apart.has(key)),
      stacks: stacksIn(notes),
      tellApart: ({ key }) => setApart((before) => new Set([...before, key])),
    }),
    [notes, apart],
  );
}

const layerOf = (note: Note): LayerId => areaOf('group-iceberg', note.pos);

function pairsIn(layer: LayerId, notes: readonly Note[]): Together[] {
  const here = new Map(
    onTop(notes)
      .filter((note) => layerOf(note) === layer)
      .map((note) => [note.id, note]),
  );
  return repeatedNotes([...here.values()]).map(({ notes: ids }) => ({
    key: ids.join('/'),
    layer,
    notes: ids.flatMap((id) => here.get(id) ?? []),
  }));
}

function stacksIn(notes: readonly Note[]): Together[] {
  const byId = new Map(notes.map((note) => [note.id, note]));
  return [...stacksOf(notes)].flatMap(([id, under]) => {
    const top = byId.get(id);
    return top ? [{ key: id, layer: layerOf(top), notes: [top, ...under] }] : [];
  });
}
