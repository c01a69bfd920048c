/** Notes somebody deleted on this board after they were brought: their copies, to be taken back. */
import { useText } from '../i18n/text.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './BringLayerList.module.css';
import type { Bringing } from './use-bring.ts';

export function DeletedNotes({ bringing }: { bringing: Bringing }) {
  const t = useText();
  const { deleted, withdraw } = bringing;
  if (deleted.length === 0) return null;
  return (
    <section className={styles.layer}>
      <div className={styles.head}>
        <span className={styles.disc} aria-hidden="true">
          <Icon name="trash" size={16} />
        </span>
        <h3>{t('panels.bring.deleted')}</h3>
      </div>
      <p className={styles.said}>{t('panels.bring.deletedBody')}</p>
      <ul className={styles.rows}>
        {deleted.map(({ id, text }) => (
          <li key={id} className={styles.row}>
            <span className={styles.state}>
              <Icon name="check" />
            </span>
            <div className={styles.there}>
              <p className={styles.deleted}>{text.trim() || t('panels.bring.wordless')}</p>
              <p className={styles.line}>
                <span>{t('panels.bring.brought')}</span>
                <button
                  type="button"
                  className={styles.link}
                  aria-label={t('panels.bring.withdrawOf', { text: text.trim() || t('panels.bring.wordless') })}
                  onClick={() => void withdraw(id)}
                >
                  {t('panels.bring.withdraw')}
                </button>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
