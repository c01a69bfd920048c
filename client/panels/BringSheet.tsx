/** The sheet in which a team chooses what goes from its iceberg to the group iceberg, and how it is signed. Knows no server: commands come with the session. */
import type { Attribution } from '../../shared/board/note.ts';
import { noteAt } from '../../shared/board/notes.ts';
import type { NoteId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import { privacyText } from '../../shared/template/texts.ts';
import type { BoardSession } from '../board/session.ts';
import { type Translate, useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { BringLayerList } from './BringLayerList.tsx';
import styles from './BringSheet.module.css';
import { DeletedNotes } from './DeletedNotes.tsx';
import { refusalKey } from './refusal-key.ts';
import { BackNews, TakeBack } from './TakeBack.tsx';
import { type Bringing, useBring } from './use-bring.ts';

interface BringSheetProps {
  /** The organisation's iceberg. */
  readonly session: BoardSession;
  readonly language: Language;
  /** Notes somebody chose beforehand; all that may go when there are none. */
  readonly chosen?: readonly NoteId[];
  readonly onClose: () => void;
  readonly onSeeGroup?: (() => void) | undefined;
}

const NONE: readonly NoteId[] = [];

export function BringSheet({ session, language, chosen = NONE, onClose, onSeeGroup }: BringSheetProps) {
  const t = useText();
  const bringing = useBring(session, chosen);
  const { stage, shut } = bringing;
  return (
    <Sheet title={titleOf(bringing, t)} onClose={onClose}>
      {stage.kind === 'done' ? (
        <Result session={session} bringing={bringing} onClose={onClose} onSeeGroup={onSeeGroup} />
      ) : shut ? (
        <TakeBack session={session} language={language} bringing={bringing} shut={shut} />
      ) : (
        <Choice session={session} language={language} bringing={bringing} />
      )}
    </Sheet>
  );
}

/** Counts what is ticked, and promises nothing where nothing goes. */
function titleOf({ count: { going, left, there }, shut, stage }: Bringing, t: Translate): string {
  if (stage.kind === 'done' || (shut && there === 0)) return t('panels.dock.bring');
  if (shut) return t('list.note.withdraw');
  if (there === 0) return t('panels.bring.title', { going, count: left });
  return left === 0 ? t('panels.bring.allThere') : t('panels.bring.more', { going, count: left });
}

interface ChoiceProps {
  readonly session: BoardSession;
  readonly language: Language;
  readonly bringing: Bringing;
}

function Choice({ session, language, bringing }: ChoiceProps) {
  const t = useText();
  const { layers, ticked, stage, count } = bringing;
  const isGoing = stage.kind === 'going';
  const failed = stage.kind === 'choosing' ? stage.failed : null;
  return (
    <div className={styles.choice}>
      {count.there > 0 && count.left > 0 ? (
        <p>
          {t('panels.bring.there', { count: count.there })} {t('panels.bring.left', { count: count.left })}
        </p>
      ) : null}
      {layers.length === 0 ? <p>{t('panels.bring.none')}</p> : null}
      {layers.map((layer) => (
        <BringLayerList key={layer.layer} session={session} language={language} layer={layer} bringing={bringing} />
      ))}
      <DeletedNotes bringing={bringing} />
      <Signature bringing={bringing} />
      <p className={styles.privacy}>
        <Icon name="info" size={18} />
        {privacyText(language)}
      </p>
      <div className={styles.foot}>
        {bringing.named.size > 0 ? (
          <p className={styles.named} role="status">
            <span>{t('panels.bring.named', { count: bringing.named.size })}</span>
            <Button look="quiet" onClick={showNamed}>
              {t('panels.bring.showNamed')}
            </Button>
          </p>
        ) : null}
        {failed ? (
          <p className={styles.failed} role="alert">
            {t(refusalKey(failed))}
          </p>
        ) : null}
        <BackNews bringing={bringing} />
        <Button
          look="primary"
          icon="bring"
          big
          wide
          disabled={ticked.size === 0 || isGoing}
          onClick={() => void bringing.go()}
        >
          {goText()}
        </Button>
      </div>
    </div>
  );

  function goText(): string {
    if (isGoing) return t('panels.bring.going');
    return ticked.size === 0 ? t('panels.bring.nothing') : t('panels.bring.go', { count: ticked.size });
  }
}

/** To the first of the notes that are asked about. */
function showNamed(): void {
  const first = document.querySelector('[data-part="named"]');
  first?.scrollIntoView({ block: 'center' });
  first?.querySelector('button')?.focus({ preventScroll: true });
}

const SIGNATURES: readonly Attribution[] = ['organisation', 'name', 'anonymous'];

function Signature({ bringing }: { bringing: Bringing }) {
  const t = useText();
  return (
    <fieldset className={styles.sign}>
      <legend>{t('panels.bring.sign')}</legend>
      {SIGNATURES.map((attribution) => (
        <label key={attribution} className={styles.radio}>
          <input
            type="radio"
            name="attribution"
            value={attribution}
            checked={bringing.attribution === attribution}
            onChange={() => bringing.sign(attribution)}
          />
          <span>
            <strong>{t(`panels.bring.${attribution}`)}</strong>
            <span className={styles.hint}>{t(`panels.bring.${attribution}Hint`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface ResultProps {
  readonly session: BoardSession;
  readonly bringing: Bringing;
  readonly onClose: () => void;
  readonly onSeeGroup: (() => void) | undefined;
}

function Result({ session, bringing, onClose, onSeeGroup }: ResultProps) {
  const t = useText();
  if (bringing.stage.kind !== 'done') return null;
  const { brought, refused } = bringing.stage;
  return (
    <div className={styles.result}>
      <p className={styles.done} role="status">
        <span className={styles.tick}>
          <Icon name="check" size={28} />
        </span>
        {t('panels.bring.done', { count: brought })}
      </p>
      {refused.length > 0 ? (
        <div>
          <p>{t('panels.bring.refused', { count: refused.length })}</p>
          <ul className={styles.refused}>
            {refused.map(({ note, why }) => (
              <li key={note}>
                {noteAt(session.doc, note)?.text.trim() || '…'} <em>({t(`panels.bring.why.${why}`)})</em>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {onSeeGroup ? (
        <Button look="primary" icon="group" big wide onClick={onSeeGroup}>
          {t('panels.bring.see')}
        </Button>
      ) : null}
      <Button wide onClick={onClose}>
        {t('common.close')}
      </Button>
    </div>
  );
}
