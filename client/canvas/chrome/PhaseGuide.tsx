/** What the layer of this moment asks, over the canvas: its number, one question after the other, and at the end the way back up. */
import { type Editor, useValue } from 'tldraw';
import type { LayerId } from '../../../shared/template/kinds.ts';
import { layerTexts, risingTexts } from '../../../shared/template/texts.ts';
import { focusOf, layerAsked } from '../../board/focus.ts';
import { useStore } from '../../board/store.ts';
import { useTurn } from '../../board/use-turn.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { boardOf } from '../board.ts';

export function PhaseGuide({ editor }: { readonly editor: Editor }) {
  const { session } = boardOf(editor.store);
  const focus = focusOf(useStore(session.cohort).call, session.board.kind);
  const layer = layerAsked(focus);
  if (layer === null) return null;
  if (focus?.isAll) return <Rising editor={editor} />;
  return <Asking key={layer} editor={editor} layer={layer} />;
}

function Asking({ editor, layer }: { readonly editor: Editor; readonly layer: LayerId }) {
  const { language } = boardOf(editor.store);
  const { order, title, questions } = layerTexts(layer, useValue(language));
  const [at, next] = useTurn(questions.length);
  const t = useText();
  return (
    <section className="phase-guide" aria-label={t('method.layer.question')}>
      <span className="depth-number" aria-hidden="true">
        {order}
      </span>
      <p>
        <strong>{title}</strong> <span>{questions[at]}</span>
      </p>
      {questions.length > 1 ? (
        <button
          type="button"
          className="tool"
          aria-label={t('method.layer.next')}
          title={t('method.layer.next')}
          onClick={next}
        >
          <Icon name="refresh" />
        </button>
      ) : null}
    </section>
  );
}

function Rising({ editor }: { readonly editor: Editor }) {
  const { title, question, leverage } = risingTexts(useValue(boardOf(editor.store).language));
  return (
    <section className="phase-guide phase-guide--rising" aria-label={title}>
      <Icon name="up" />
      <p>
        <strong>{question}</strong> <span>{leverage}</span>
      </p>
    </section>
  );
}
