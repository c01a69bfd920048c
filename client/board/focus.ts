/**
 * What the phase of the call asks of a board: which layer everybody works on, which are still closed, whether notes may
 * go to the group. Guidance for people, not a right: the relay knows nothing of it. Draws nothing.
 */
import { type Call, phaseNow } from '../../shared/cohort/call.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { type AreaId, type CanvasKind, isLayerId, LAYER_IDS, type LayerId } from '../../shared/template/kinds.ts';
import { byHand } from './by-hand.ts';
import type { BoardSession } from './session.ts';

export interface LayerFocus {
  readonly current: LayerId;
  readonly open: readonly LayerId[];
  /** Every layer is open: time to read from the bottom up. */
  readonly isAll: boolean;
}

/** The layers as facilitation opens them, or null where everybody works wherever they like. */
export function focusOf(call: Call, kind: CanvasKind): LayerFocus | null {
  if (kind !== 'iceberg' || call.status !== 'running' || phaseNow(call)?.kind !== 'iceberg') return null;
  const { current, open } = call.layers;
  return { current, open, isAll: LAYER_IDS.every((layer) => open.includes(layer)) };
}

export type LayerState = 'current' | 'open' | 'closed';

/** How an area stands in the phase. Where nothing is guided all are open. */
export function stateOf(focus: LayerFocus | null, area: AreaId): LayerState {
  if (!focus || !isLayerId(area)) return 'open';
  if (focus.isAll) return 'open';
  return area === focus.current ? 'current' : focus.open.includes(area) ? 'open' : 'closed';
}

/** Where a new note goes that somebody starts in an area: a closed layer sends it to the one everybody works on. */
export function homeOf(s: BoardSession, area: AreaId): AreaId {
  const focus = focusOf(s.cohort.get().call, s.board.kind);
  if (!focus || stateOf(focus, area) !== 'closed') return area;
  s.notice.set({ key: 'method.layer.movedHere' });
  return focus.current;
}

/** The area of a place on the board when notes may be started there, else null. */
export function isOpenAt(s: BoardSession, at: readonly [number, number]): boolean {
  return stateOf(focusOf(s.cohort.get().call, s.board.kind), areaOf(s.board.kind, at)) !== 'closed';
}

/** Nothing goes to the group iceberg, and nothing is taken back. */
export const isBringingClosed = ({ status, bringing }: Call): boolean => status === 'running' && !bringing;

export interface LayerFollower {
  /** Shows a layer. */
  readonly show: (layer: LayerId) => void;
  /** In the middle of writing: the view must not go away. */
  readonly isBusy: () => boolean;
}

/**
 * Shows the layer everybody works on when it changes, unless this person moved their view a moment ago or is writing:
 * then a notice offers it. Gives back the function that ends it.
 */
export function followLayer(s: BoardSession, { show, isBusy }: LayerFollower): () => void {
  const read = (): LayerFocus | null => focusOf(s.cohort.get().call, s.board.kind);
  let before = read()?.current ?? null;
  const look = (): void => {
    const now = read()?.current ?? null;
    if (now === before) return;
    const isFirst = before === null;
    before = now;
    if (now === null) return;
    if (!byHand.isRecent() && !isBusy()) show(now);
    else if (!isFirst)
      s.notice.set({ key: 'method.layer.opened', action: { key: 'method.layer.go', run: () => show(now) } });
  };
  return s.cohort.subscribe(look);
}
