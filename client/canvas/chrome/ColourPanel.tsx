/** *Color por*: what the paper of the notes tells on this screen, and its key beside it for as long as it is open. */
import { type KeyboardEvent, useRef, useState } from 'react';
import { type TLStore, useValue } from 'tldraw';
import { useStore } from '../../board/store.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { boardOf } from '../board.ts';
import { type ColourBy, type ColourGroup, colourGroups, waysToColour } from '../colour/colour-groups.ts';
import './colour.css';
import { ToolIcon } from './tool-icons.tsx';

export function ColourPanel({ store }: { readonly store: TLStore }) {
  const { session, colouring } = boardOf(store);
  const by = useValue(colouring.by);
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const t = useText();
  const ways = waysToColour(session.board);
  if (ways.length < 2) return null;
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    close();
  };
  const label = t('canvas.colour.label', { by: t(`canvas.colour.by.${by}`) });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc of the fields inside is heard here
    <div className="colour" onKeyDown={onKey}>
      <button
        ref={opener}
        type="button"
        className="tool"
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        data-on={by === 'tag' ? undefined : ''}
        onClick={() => setOpen(!isOpen)}
      >
        <ToolIcon name="colour" />
      </button>
      {isOpen ? <Choices store={store} by={by} ways={ways} onClose={close} /> : null}
    </div>
  );
}

interface ChoicesProps {
  readonly store: TLStore;
  readonly by: ColourBy;
  readonly ways: readonly ColourBy[];
  readonly onClose: () => void;
}

function Choices({ store, by, ways, onClose }: ChoicesProps) {
  const { session, colouring, language } = boardOf(store);
  const notes = useStore(session.notes);
  const themes = useStore(session.themes);
  const cohort = useStore(session.cohort);
  const groups = colourGroups(by, { notes, themes, cohort, language: useValue(language) });
  const t = useText();
  return (
    <fieldset className="colour-panel">
      <legend className="colour-head">{t('canvas.colour.title')}</legend>
      <button type="button" className="tool colour-close" aria-label={t('common.close')} onClick={onClose}>
        <Icon name="close" />
      </button>
      {ways.map((way) => (
        <label key={way} className="colour-way">
          <input
            type="radio"
            name="colour-by"
            checked={way === by}
            // biome-ignore lint/a11y/noAutofocus: what was just opened is where the keyboard goes on
            autoFocus={way === by}
            onChange={() => colouring.choose(way)}
          />
          {t(`canvas.colour.by.${way}`)}
        </label>
      ))}
      <p className="colour-hint">{t('canvas.colour.hint')}</p>
      {groups.length > 0 ? (
        <ul className="colour-key" aria-label={t('canvas.colour.key')}>
          {groups.map((group) => (
            <KeyLine key={group.id ?? ''} by={by} group={group} />
          ))}
        </ul>
      ) : null}
    </fieldset>
  );
}

function KeyLine({ by, group }: { readonly by: ColourBy; readonly group: ColourGroup }) {
  const t = useText();
  return (
    <li>
      <span className="colour-swatch" data-paper="" style={{ backgroundColor: group.paper }} aria-hidden="true">
        {group.sign}
      </span>
      <span className="colour-name">{group.id === null ? t(`canvas.colour.none.${by}`) : group.name}</span>
      <span className="colour-count">{group.notes.length}</span>
    </li>
  );
}
