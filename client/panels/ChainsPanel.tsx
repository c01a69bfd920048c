/** *Cadenas*: what sustains what on a board, from a result down to the belief under it, and the notes nobody linked yet. Each entry leads to its note. */
import { useMemo } from 'react';
import type { Note } from '../../shared/board/note.ts';
import type { NoteId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import { type Chain, chainsOf } from '../../shared/synthesis/chains.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { isLayerId, LAYER_IDS } from '../../shared/template/kinds.ts';
import { areaTitle, layerTexts } from '../../shared/template/texts.ts';
import { linksStore } from '../board/links.ts';
import { inReadingOrder } from '../board/reading-order.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './ChainsPanel.module.css';
import '../i18n/later.ts';

interface ChainsPanelProps {
  readonly session: BoardSession;
  readonly language: Language;
  readonly onShow: (note: NoteId) => void;
  /** Left out in a sheet, which has its own way out. */
  readonly onClose?: () => void;
}

export function ChainsPanel({ session, language, onShow, onClose }: ChainsPanelProps) {
  const t = useText();
  const notes = useStore(session.notes);
  const links = useStore(linksStore(session));
  const { kind } = session.board;
  const { whole, partial, orphans, more } = useMemo(
    () => chainsOf(kind, inReadingOrder(notes), links),
    [kind, notes, links],
  );
  const shown = { session, language, onShow };
  return (
    <section className={styles.panel} aria-labelledby="chains-title">
      <div className={onClose ? styles.head : 'visually-hidden'}>
        <h2 id="chains-title">{t('method.chains.title')}</h2>
        {onClose ? <IconButton icon="close" label={t('method.chains.close')} onClick={onClose} /> : null}
      </div>
      <p className={styles.intro}>{t('method.chains.intro')}</p>
      <h3>{t('method.chains.whole', { count: whole.length })}</h3>
      {whole.length === 0 ? <p className={styles.quiet}>{t('method.chains.noWhole')}</p> : null}
      {whole.map((chain, i) => (
        <ChainView key={keyOf(chain)} chain={chain} number={i + 1} isWhole {...shown} />
      ))}
      {partial.length > 0 ? <h3>{t('method.chains.partial')}</h3> : null}
      {partial.map((chain, i) => (
        <ChainView key={keyOf(chain)} chain={chain} number={whole.length + i + 1} {...shown} />
      ))}
      {more ? <p className={styles.quiet}>{t('method.chains.more')}</p> : null}
      <Orphans orphans={orphans} {...shown} />
    </section>
  );
}

const keyOf = (chain: Chain): string => chain.map((note) => note.id).join('>');

interface ShownProps {
  readonly session: BoardSession;
  readonly language: Language;
  readonly onShow: (note: NoteId) => void;
}

interface ChainViewProps extends ShownProps {
  readonly chain: Chain;
  readonly number: number;
  readonly isWhole?: boolean;
}

function ChainView({ chain, number, isWhole = false, ...shown }: ChainViewProps) {
  const t = useText();
  return (
    <ol className={styles.chain} data-whole={isWhole} aria-label={t('method.chains.chain', { number })}>
      {chain.map((note, i) => (
        <li key={note.id}>
          {i > 0 ? (
            <span className={styles.by}>
              <Icon name="up" size={16} /> {t('method.chains.sustainedBy')}
            </span>
          ) : null}
          <Entry note={note} {...shown} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ note, session, language, onShow }: ShownProps & { readonly note: Note }) {
  const area = areaOf(session.board.kind, note.pos);
  const text = note.text.trim() || '…';
  return (
    <button type="button" className={styles.entry} onClick={() => onShow(note.id)}>
      <span className={styles.layer} data-area={area} aria-hidden="true">
        {isLayerId(area) ? layerTexts(area, language).order : ''}
      </span>
      <span data-words>{text}</span>
      <span className="visually-hidden">. {areaTitle(area, language)}</span>
    </button>
  );
}

function Orphans({ orphans, ...shown }: ShownProps & { readonly orphans: readonly Note[] }) {
  const t = useText();
  const { session, language } = shown;
  return (
    <>
      <h3>{t('method.chains.orphans', { count: orphans.length })}</h3>
      <p className={styles.quiet}>{t(orphans.length === 0 ? 'method.chains.noOrphans' : 'method.chains.how')}</p>
      {LAYER_IDS.map((layer) => {
        const here = orphans.filter((note) => areaOf(session.board.kind, note.pos) === layer);
        return here.length === 0 ? null : (
          <div key={layer}>
            <h4>{layerTexts(layer, language).title}</h4>
            <ul className={styles.orphans}>
              {here.map((note) => (
                <li key={note.id}>
                  <Entry note={note} {...shown} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}
