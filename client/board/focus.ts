/**
 * What the phase of the call asks of a board: which layer or zone everybody works on, which are still closed, whether
 * notes may go to the group. Guidance for people, not a right: the relay knows nothing of it. Draws nothing.
 */
import { type Call, phaseNow, VALUE_PARTS, type ValuePart } from '../../shared/cohort/call.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { type AreaId, type CanvasKind, isLayerId, LAYER_IDS, type LayerId } from '../../shared/template/kinds.ts';
import { byHand } from './by-hand.ts';
import type { BoardSession } from './session.ts';

/** What a board is made of: its areas, and the sentence of the value proposition. */
export type Part = AreaId | ValuePart;

export interface Focus {
  readonly current: Part;
  readonly open: readonly Part[];
  /** Every layer is open: time to read from the bottom up. */
  readonly isAll: boolean;
}

/** Layers as facilitation opens them, zones as it goes through them; null where everybody works wherever they like. */
export function focusOf(call: Call, kind: CanvasKind): Focus | null {
  if (call.status !== 'running' || phaseNow(call)?.kind !== kind) return null;
  if (kind === 'iceberg') {
    const { current, open } = call.layers;
    return { current, open, isAll: LAYER_IDS.every((layer) => open.includes(layer)) };
  }
  // Who thinks of another zone writes it down there at once: none is closed.
  return kind === 'value' ? { current: call.zone.current, open: VALUE_PARTS, isAll: false } : null;
}

/** The layer whose question lies over the canvas, or null: a zone of the value proposition shows its question itself. */
export const layerAsked = (focus: Focus | null): LayerId | null =>
  focus !== null && isLayerId(focus.current) ? focus.current : null;

export type PartState = 'current' | 'open' | 'closed';

/** How a part stands in the phase. Where nothing is guided all are open. */
export function stateOf(focus: Focus | null, part: Part): PartState {
  if (!focus || focus.isAll) return 'open';
  return part === focus.current ? 'current' : focus.open.includes(part) ? 'open' : 'closed';
}

/** Where a new note goes that somebody starts in an area: a closed layer sends it to the one everybody works on. */
export function homeOf(s: BoardSession, area: AreaId): AreaId {
  const focus = focusOf(s.cohort.get().call, s.board.kind);
  // There is no note in the sentence, and no zone is ever closed.
  if (!focus || focus.current === 'statement' || stateOf(focus, area) !== 'closed') return area;
  s.notice.set({ key: 'method.layer.movedHere' });
  return focus.current;
}

/** The area of a place on the board when notes may be started there, else null. */
export function isOpenAt(s: BoardSession, at: readonly [number, number]): boolean {
  return stateOf(focusOf(s.cohort.get().call, s.board.kind), areaOf(s.board.kind, at)) !== 'closed';
}

/** Nothing goes to the group iceberg. What went there can be taken back at any time. */
export const isBringingClosed = ({ status, bringing }: Call): boolean => status === 'running' && !bringing;

export interface FocusFollower {
  readonly show: (part: Part) => void;
  /** In the middle of writing: the view must not go away. */
  readonly isBusy: () => boolean;
}

/**
 * Shows the layer or zone everybody works on when it changes, unless this person moved their view a moment ago or is
 * writing: then a notice offers it. Gives back the function that ends it.
 */
export function followFocus(s: BoardSession, { show, isBusy }: FocusFollower): () => void {
  const read = (): Focus | null => focusOf(s.cohort.get().call, s.board.kind);
  const [key, go] =
    s.board.kind === 'value' ? ['value.zone.opened', 'value.zone.go'] : ['method.layer.opened', 'method.layer.go'];
  let before = read()?.current ?? null;
  const look = (): void => {
    const now = read()?.current ?? null;
    if (now === before) return;
    // What was told of the one before is no longer so.
    if (s.notice.get()?.key === key) s.notice.set(null);
    const isFirst = before === null;
    before = now;
    if (now === null) return;
    if (!byHand.isRecent() && !isBusy()) show(now);
    else if (!isFirst) s.notice.set({ key, action: { key: go, run: () => show(now) } });
  };
  return s.cohort.subscribe(look);
}
