/** The way through a layer of the group iceberg that cannot be read at once: which part is on the screen, the one before, the next. */
import { type Editor, useValue } from 'tldraw';
import { isLayerId } from '../../../shared/template/kinds.ts';
import { areaTitle } from '../../../shared/template/texts.ts';
import { byHand } from '../../board/by-hand.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { boardOf } from '../board.ts';
import { areaInView } from '../camera.ts';
import { layerView, showLayer } from '../layer-view.ts';
import { ToolButton } from './ToolButton.tsx';

export function LayerParts({ editor }: { readonly editor: Editor }) {
  const { session, language } = boardOf(editor.store);
  const now = useValue(language);
  const t = useText();
  const layer = useValue('layer in view', () => areaInView(editor), [editor]);
  const isWide = session.board.kind === 'group-iceberg' && layer !== null && isLayerId(layer);
  const count = useValue('parts', () => (isWide ? layerView(editor, layer).parts.length : 0), [editor, layer]);
  const at = useValue('part', () => (isWide ? layerView(editor, layer).at : 0), [editor, layer]);
  if (!isWide || count < 2) return null;
  const go = (part: number): void => {
    byHand.mark();
    showLayer(editor, layer, part);
  };
  return (
    <nav className="layer-parts" aria-label={t('canvas.view.parts', { area: areaTitle(layer, now) })}>
      <ToolButton label={t('canvas.view.before')} shortcut="PageUp" isDisabled={at === 0} onPress={() => go(at - 1)}>
        <Icon name="back" />
      </ToolButton>
      <p role="status">
        <strong>{areaTitle(layer, now)}</strong> {t('canvas.view.part', { part: at + 1, count })}
      </p>
      <ToolButton
        label={t('canvas.view.next')}
        shortcut="PageDown"
        isDisabled={at === count - 1}
        onPress={() => go(at + 1)}
      >
        <Icon name="forward" />
      </ToolButton>
    </nav>
  );
}
