/** The way through a layer of the group iceberg that cannot be read at once: which part is on the screen, the one before, the next. */
import { type Editor, useValue } from 'tldraw';
import { isLayerId } from '../../../shared/template/kinds.ts';
import { areaTitle } from '../../../shared/template/texts.ts';
import { byHand } from '../../board/by-hand.ts';
import { useStore } from '../../board/store.ts';
import { useText } from '../../i18n/text.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { boardOf } from '../board.ts';
import { areaInView } from '../camera.ts';
import { layerView, showLayer } from '../layer-view.ts';

export function LayerParts({ editor }: { readonly editor: Editor }) {
  const { session, language } = boardOf(editor.store);
  const now = useValue(language);
  const t = useText();
  const layer = useValue('layer in view', () => areaInView(editor), [editor]);
  const isWide = session.board.kind === 'group-iceberg' && layer !== null && isLayerId(layer);
  const notes = useStore(session.notes);
  const columns = useStore(session.columns);
  // The canvas does not know when these change.
  const view = useValue('parts', () => (isWide ? layerView(editor, layer) : null), [editor, layer, notes, columns]);
  const count = view?.parts.length ?? 0;
  if (!isWide || !view || count < 2) return null;
  const { at } = view;
  const go = (part: number): void => {
    byHand.mark();
    showLayer(editor, layer, part);
  };
  return (
    <nav className="layer-parts" aria-label={t('canvas.view.parts', { area: areaTitle(layer, now) })}>
      <Turn label={t('canvas.view.before')} shortcut="PageUp" icon="back" go={at === 0 ? null : () => go(at - 1)} />
      <p role="status">
        <strong>{areaTitle(layer, now)}</strong> {t('canvas.view.part', { part: at + 1, count })}
      </p>
      <Turn
        label={t('canvas.view.next')}
        shortcut="PageDown"
        icon="forward"
        go={at === count - 1 ? null : () => go(at + 1)}
      />
    </nav>
  );
}

interface TurnProps {
  readonly label: string;
  readonly shortcut: string;
  readonly icon: IconName;
  /** Null at the end of the layer: the button stays, and with it the focus. */
  readonly go: (() => void) | null;
}

const Turn = ({ label, shortcut, icon, go }: TurnProps) => (
  <button
    type="button"
    className="tool"
    aria-label={label}
    aria-keyshortcuts={shortcut}
    title={`${label} (${shortcut})`}
    aria-disabled={go === null}
    onClick={() => go?.()}
  >
    <Icon name={icon} />
  </button>
);
