/** Down into the iceberg: the whole board, each layer or zone, the sentence, what colours tell, nearer and further, and the calm view. Lies at the left edge. */
import { type Editor, useValue } from 'tldraw';
import { areasOf } from '../../../shared/template/kinds.ts';
import { areaTitle, statementTexts } from '../../../shared/template/texts.ts';
import { byHand } from '../../board/by-hand.ts';
import { setCalm, useCalm } from '../../board/calm.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { boardOf } from '../board.ts';
import { areaInView, showArea } from '../camera.ts';
import { moves } from '../frame.ts';
import { ColourPanel } from './ColourPanel.tsx';
import { ToolButton } from './ToolButton.tsx';
import { ToolIcon } from './tool-icons.tsx';

export function DepthRail({ editor }: { readonly editor: Editor }) {
  const { session, language } = boardOf(editor.store);
  const { kind } = session.board;
  const now = useValue(language);
  const areas = areasOf(kind).length > 1 ? areasOf(kind) : [];
  const here = useValue('area in view', () => areaInView(editor), [editor]);
  const calm = useCalm();
  const t = useText();
  return (
    <nav className="depth-rail" aria-label={t('canvas.view.label')}>
      <ToolButton label={t('canvas.view.all')} shortcut="0" onPress={() => look(() => showArea(editor, null))}>
        <ToolIcon name="fit" />
      </ToolButton>
      {areas.map((area, i) => (
        <ToolButton
          key={area}
          label={t(kind === 'value' ? 'canvas.view.zone' : 'canvas.view.layer', {
            area: `${i + 1}. ${areaTitle(area, now)}`,
          })}
          shortcut={String(i + 1)}
          isPressed={here === area}
          onPress={() => look(() => showArea(editor, area))}
        >
          <span className="depth-number">{i + 1}</span>
        </ToolButton>
      ))}
      {kind === 'value' ? (
        <ToolButton
          label={t('canvas.view.zone', { area: statementTexts(now).title })}
          isPressed={here === 'statement'}
          onPress={() => look(() => showArea(editor, 'statement'))}
        >
          <span className="depth-number">“</span>
        </ToolButton>
      ) : null}
      {calm ? null : <ColourPanel store={editor.store} />}
      <span className="depth-zoom">
        <ToolButton label={t('canvas.view.zoomIn')} onPress={() => look(() => editor.zoomIn(undefined, moves()))}>
          <Icon name="plus" />
        </ToolButton>
        <ToolButton label={t('canvas.view.zoomOut')} onPress={() => look(() => editor.zoomOut(undefined, moves()))}>
          <Icon name="minus" />
        </ToolButton>
        <ToolButton label={t('common.calm')} isPressed={calm} onPress={() => setCalm(!calm)}>
          <Icon name="calm" />
        </ToolButton>
      </span>
    </nav>
  );
}

/** Moves the view because this person asked for it. */
function look(move: () => void): void {
  byHand.mark();
  move();
}
