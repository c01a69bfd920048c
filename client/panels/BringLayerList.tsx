/** The notes of one layer in the sheet that brings them: to tick, locked, or there already. */
import { type Note, tagOf } from '../../shared/board/note.ts';
import type { Language } from '../../shared/language.ts';
import { layerTexts } from '../../shared/template/texts.ts';
import { paperOf } from '../../shared/template/tones.ts';
import { setPrivate } from '../board/actions.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { Sign } from '../list/signs.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './BringLayerList.module.css';
import type { BringLayer, BringRow } from './bring.ts';
import { NamedNote } from './NamedNote.tsx';
import type { Bringing } from './use-bring.ts';

interface BringLayerListProps {
  readonly session: BoardSession;
  readonly language: Language;
  readonly layer: BringLayer;
  readonly bringing: Bringing;
}

export function BringLayerList({ session, language, layer, bringing }: BringLayerListProps) {
  const t = useText();
  const { order, title } = layerTexts(layer.layer, language);
  const free = layer.rows.filter((row) => row.state === 'free').map((row) => row.note.id);
  const isAll = free.every((id) => bringing.ticked.has(id));
  return (
    <fieldset className={styles.layer}>
      <legend className="visually-hidden">{title}</legend>
      <div className={styles.head}>
        <span className={styles.disc} aria-hidden="true">
          {order}
        </span>
        <h3>{title}</h3>
        {free.length > 1 ? (
          <button type="button" className={styles.all} onClick={() => bringing.tick(free, !isAll)}>
            {t(isAll ? 'panels.bring.noneOf' : 'panels.bring.all')}
            <span className="visually-hidden">: {title}</span>
          </button>
        ) : null}
      </div>
      <ul className={styles.rows}>
        {layer.rows.map((row) => (
          <li key={row.note.id}>
            <Row session={session} row={row} bringing={bringing} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

interface RowProps {
  readonly session: BoardSession;
  readonly row: BringRow;
  readonly bringing: Bringing;
}

function Row({ session, row, bringing }: RowProps) {
  const { note, state } = row;
  if (state === 'private') return <PrivateRow session={session} row={row} />;
  if (state === 'brought') return <BroughtRow session={session} row={row} bringing={bringing} />;
  return (
    <>
      <label className={styles.row}>
        <input
          type="checkbox"
          checked={bringing.ticked.has(note.id)}
          onChange={(event) => bringing.tick([note.id], event.target.checked)}
        />
        <Paper note={note} />
      </label>
      {bringing.named.has(note.id) ? (
        <NamedNote
          session={session}
          note={note}
          isOpen={bringing.changing === note.id}
          onOpen={(open) => bringing.change(open ? note.id : null)}
          onAsIs={() => bringing.goAsIs(note.id)}
        />
      ) : null}
    </>
  );
}

function Paper({ note }: { note: Note }) {
  return (
    <span className={styles.paper} data-paper="" style={{ backgroundColor: paperOf(tagOf(note)) }}>
      {note.text.trim() || '…'}
      <span className={styles.signs}>
        {note.operational ? <Sign name="gear" size={14} /> : null}
        {note.programmatic ? <Sign name="diamond" size={14} /> : null}
        {note.star ? <Sign name="star" size={14} /> : null}
      </span>
    </span>
  );
}

function PrivateRow({ session, row }: { session: BoardSession; row: BringRow }) {
  const t = useText();
  const { note, mayOpen } = row;
  return (
    <div className={styles.row}>
      <span className={styles.state}>
        <Sign name="lock" size={18} />
      </span>
      <div className={styles.locked}>
        <p>{note.text.trim()}</p>
        <p className={styles.line}>
          <strong>{t('panels.bring.private')}</strong>
          {mayOpen ? (
            <button
              type="button"
              className={styles.link}
              aria-label={t('panels.bring.openOf', { text: note.text.trim() })}
              onClick={() => setPrivate(session, [note.id], false)}
            >
              {t('panels.bring.open')}
            </button>
          ) : (
            <span>{t('panels.bring.locked')}</span>
          )}
        </p>
      </div>
    </div>
  );
}

function BroughtRow({ session, row, bringing }: RowProps) {
  const t = useText();
  const mayWrite = useStore(session.right) === 'write';
  const { note, isStale } = row;
  const text = note.text.trim();
  return (
    <div className={styles.row}>
      <span className={styles.state}>
        <Icon name="check" />
      </span>
      <div className={styles.there}>
        <Paper note={note} />
        <p className={styles.line}>
          <span>{t(isStale ? 'panels.bring.stale' : 'panels.bring.brought')}</span>
          {isStale && mayWrite ? (
            <button
              type="button"
              className={styles.link}
              aria-label={t('panels.bring.refreshOf', { text })}
              onClick={() => void session.commands.refresh([note.id])}
            >
              {t('panels.bring.refresh')}
            </button>
          ) : null}
          <button
            type="button"
            className={styles.link}
            aria-label={t('panels.bring.withdrawOf', { text })}
            onClick={() => void bringing.withdraw(note.id)}
          >
            {t('panels.bring.withdraw')}
          </button>
        </p>
      </div>
    </div>
  );
}
