/** What the layer or zone of this moment asks, over the canvas: its number, one question after the other, and at the end the way back up. */
import { type Editor, useValue } from 'tldraw';
import { VALUE_PARTS } from '../../../shared/cohort/call.ts';
import type { Language } from '../../../shared/language.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import { areaTitle, askedIn, risingTexts, statementTexts } from '../../../shared/template/texts.ts';
import { type Focus, focusOf, type Part } from '../../board/focus.ts';
import { useStore } from '../../board/store.ts';
import { useTurn } from '../../board/use-turn.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { boardOf } from '../board.ts';

export function PhaseGuide({ editor }: { readonly editor: Editor }) {
  const { session } = boardOf(editor.store);
  const focus = focusOf(useStore(session.cohort).call, session.board.kind);
  if (!focus) return null;
  return focus.isAll ? <Rising editor={editor} /> : <Asking key={focus.current} editor={editor} focus={focus} />;
}

function Asking({ editor, focus }: { readonly editor: Editor; readonly focus: Focus }) {
  const { language } = boardOf(editor.store);
  const { order, title, questions } = wordsOf(focus.current, useValue(language));
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

const ORDERS: readonly (readonly Part[])[] = [LAYER_IDS, VALUE_PARTS];

function wordsOf(part: Part, language: Language) {
  const order = ORDERS.reduce((most, parts) => Math.max(most, parts.indexOf(part) + 1), 0);
  if (part !== 'statement')
    return { order, title: areaTitle(part, language), questions: askedIn(part, language).questions };
  const { title, hint } = statementTexts(language);
  return { order, title, questions: [hint] };
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
