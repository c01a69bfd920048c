/** Beginnings of a sentence under an empty note: a tap puts one into the field, with its first gap selected. Knows no document. */
import type { RefObject } from 'react';
import { begin } from '../../../shared/template/starters.ts';
import { useText } from '../../i18n/text.ts';
import { OWN_PRESS } from '../own-press.ts';

interface StarterChipsProps {
  readonly starters: readonly string[];
  readonly field: RefObject<HTMLTextAreaElement>;
  /** Where the note ends, in canvas units. */
  readonly below: number;
}

export function StarterChips({ starters, field, below }: StarterChipsProps) {
  const t = useText();
  const insert = (starter: string): void => {
    const element = field.current;
    if (element?.value !== '') return;
    const { text, from, to } = begin(starter);
    element.value = text;
    element.focus({ preventScroll: true });
    element.setSelectionRange(from, to);
    // The field is bound to the shared text by what it hears.
    element.dispatchEvent(new Event('input', { bubbles: true }));
  };
  return (
    <fieldset className="sticky-starters" aria-label={t('method.layer.starters')} style={{ top: below + 14 }}>
      {starters.map((starter) => (
        <button
          key={starter}
          type="button"
          {...OWN_PRESS}
          onPointerDown={(event) => {
            // The keyboard stays open, and the board does not take it for a click beside the note.
            event.preventDefault();
            event.stopPropagation();
          }}
          onPointerUp={(event) => event.stopPropagation()}
          onClick={() => insert(starter)}
        >
          {starter}
        </button>
      ))}
    </fieldset>
  );
}
