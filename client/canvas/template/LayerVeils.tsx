/** A veil over the layers that are not worked on now, under the notes, with a word on those that open later. Never in exports. */
import { useEditor } from 'tldraw';
import { ICEBERG, ICEBERG_BANDS } from '../../../shared/template/iceberg.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import { focusOf, stateOf } from '../../board/focus.ts';
import { useStore } from '../../board/store.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { boardOf } from '../board.ts';

export function LayerVeils() {
  const { session } = boardOf(useEditor().store);
  const focus = focusOf(useStore(session.cohort).call, session.board.kind);
  const t = useText();
  if (!focus) return null;
  return LAYER_IDS.map((layer) => {
    const state = stateOf(focus, layer);
    if (state === 'current' || focus.isAll) return null;
    const { top, bottom } = ICEBERG_BANDS[layer];
    const from = layer === 'results' ? 0 : top;
    return (
      <div
        key={layer}
        className="layer-veil"
        data-state={state}
        style={{ top: from, height: bottom - from, width: ICEBERG.w }}
      >
        {state === 'closed' ? (
          <span className="layer-veil-word" style={{ left: ICEBERG.label.x, bottom: 24 }}>
            <Icon name="lock" size={30} /> {t('method.layer.later')}
          </span>
        ) : null}
      </div>
    );
  });
}
