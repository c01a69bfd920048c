/** *Sostiene* for what is selected: two notes are joined at once; from one note, by tapping the other or from a list. */
import type { Editor } from 'tldraw';
import { endsOf, linkId } from '../../../shared/board/links.ts';
import type { Note } from '../../../shared/board/note.ts';
import { areaOf } from '../../../shared/template/geometry.ts';
import { isLayerId } from '../../../shared/template/kinds.ts';
import { layerTexts } from '../../../shared/template/texts.ts';
import { linkingFrom, linksStore, sustainable, toggleLink } from '../../board/links.ts';
import { useStore } from '../../board/store.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { boardOf } from '../board.ts';
import { keepListInCanvas } from './list-in-canvas.ts';

interface LinkActionsProps {
  readonly editor: Editor;
  readonly notes: readonly Note[];
}

export function LinkActions({ editor, notes }: LinkActionsProps) {
  const [one, other, ...more] = notes;
  if (!one || more.length > 0) return null;
  return other ? <Join editor={editor} one={one} other={other} /> : <Sustains editor={editor} note={one} />;
}

/** Joins, or parts what is joined, and says so. */
function useToggle(editor: Editor): (one: Note, other: Note) => void {
  const { session } = boardOf(editor.store);
  return (one, other) => {
    const outcome = toggleLink(session, one.id, other.id);
    if (outcome) session.notice.set({ key: `method.link.${outcome}` });
    editor.focus();
  };
}

function Join({ editor, one, other }: { readonly editor: Editor; readonly one: Note; readonly other: Note }) {
  const { session } = boardOf(editor.store);
  const links = useStore(linksStore(session));
  const toggle = useToggle(editor);
  const t = useText();
  const ends = endsOf(session.board.kind, one, other);
  if (!ends) return null;
  const isLinked = links.some((link) => link.id === linkId(ends.from, ends.to));
  return (
    <button type="button" className="tool tool--words" onClick={() => toggle(one, other)}>
      <Icon name="link" /> {t(isLinked ? 'method.link.part' : 'method.link.join')}
    </button>
  );
}

function Sustains({ editor, note }: { readonly editor: Editor; readonly note: Note }) {
  const { session } = boardOf(editor.store);
  const [language] = useLanguage();
  const links = useStore(linksStore(session));
  const toggle = useToggle(editor);
  const t = useText();
  const isLinked = (other: Note): boolean => links.some(({ from, to }) => from === note.id && to === other.id);
  const layerOf = (other: Note): number => {
    const area = areaOf(session.board.kind, other.pos);
    return isLayerId(area) ? layerTexts(area, language).order : 0;
  };
  return (
    <Menu label={t('method.link.menu')} button={<Icon name="link" />} buttonClass="tool" align="left">
      {(close) => (
        <div className="link-menu" ref={keepListInCanvas}>
          <button
            type="button"
            className="menu__one"
            onClick={() => {
              close();
              linkingFrom(session).set(note.id);
              editor.focus();
            }}
          >
            <Icon name="hand" /> {t('method.link.pick')}
          </button>
          <p className="link-menu-head">{t('method.link.menuOf')}</p>
          {sustainable(session, note).map((other) => (
            <button
              key={other.id}
              type="button"
              className="menu__one"
              aria-pressed={isLinked(other)}
              onClick={() => {
                close();
                toggle(note, other);
              }}
            >
              <span className="depth-number" aria-hidden="true">
                {layerOf(other)}
              </span>
              <span className="link-menu-text">{other.text.trim()}</span>
              {isLinked(other) ? <Icon name="check" /> : null}
            </button>
          ))}
          {sustainable(session, note).length === 0 ? <p className="link-menu-none">{t('method.link.none')}</p> : null}
        </div>
      )}
    </Menu>
  );
}
