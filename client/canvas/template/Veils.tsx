/** A veil over the layers or zones that are not worked on now, under the notes, with a word on those that open later. Never in exports. */
import { Fragment } from 'react';
import { useEditor } from 'tldraw';
import { VALUE_PARTS } from '../../../shared/cohort/call.ts';
import { ICEBERG, ICEBERG_BANDS } from '../../../shared/template/iceberg.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import type { Box } from '../../../shared/template/shapes.ts';
import { VALUE, VALUE_ZONES } from '../../../shared/template/value.ts';
import { focusOf, type Part, stateOf } from '../../board/focus.ts';
import { useStore } from '../../board/store.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { boardOf } from '../board.ts';

export function Veils() {
  const { session } = boardOf(useEditor().store);
  const { kind } = session.board;
  const focus = focusOf(useStore(session.cohort).call, kind);
  const t = useText();
  if (!focus || focus.isAll) return null;
  return PARTS[kind === 'value' ? 'value' : 'iceberg'].map(({ part, x, y, w, h }) => {
    const state = stateOf(focus, part);
    const place = { left: x, top: y, width: w, height: h };
    if (state === 'current')
      return kind === 'value' ? <div key={part} className="zone-now" style={place} /> : <Fragment key={part} />;
    return (
      <div key={part} className="veil" data-state={state} data-kind={kind} style={place}>
        {state === 'closed' ? (
          <span className="veil-word" style={{ left: ICEBERG.label.x, bottom: 24 }}>
            <Icon name="lock" size={30} /> {t('method.layer.later')}
          </span>
        ) : null}
      </div>
    );
  });
}

type PartBox = Box & { readonly part: Part };

/** The first layer with the title above it. */
const PARTS: Readonly<Record<'iceberg' | 'value', readonly PartBox[]>> = {
  iceberg: LAYER_IDS.map((layer) => {
    const { top, bottom } = ICEBERG_BANDS[layer];
    const y = layer === 'results' ? 0 : top;
    return { part: layer, x: 0, y, w: ICEBERG.w, h: bottom - y };
  }),
  value: VALUE_PARTS.map((part) => ({ part, ...(part === 'statement' ? VALUE.statement : VALUE_ZONES[part]) })),
};
