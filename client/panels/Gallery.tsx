/** The gallery: the sentence of each organisation, and its published zones to unfold. Draws what the cohort was told; asks nobody. */
import { VALUE_PARTS } from '../../shared/cohort/call.ts';
import type { Cohort, Organisation, Published } from '../../shared/cohort/document.ts';
import type { Language } from '../../shared/language.ts';
import { useText } from '../i18n/text.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './Gallery.module.css';
import { titleOf } from './PublishSheet.tsx';

interface GalleryProps {
  readonly cohort: Cohort;
  readonly language: Language;
}

export function Gallery({ cohort, language }: GalleryProps) {
  const t = useText();
  const shown = cohort.organisations.flatMap((organisation) => {
    const published = cohort.gallery.find((one) => one.organisation === organisation.id);
    return published ? [{ organisation, published }] : [];
  });
  const waiting = cohort.organisations.length - shown.length;
  return (
    <div className={styles.gallery}>
      <p className="lead">{t('value.gallery.lead')}</p>
      {shown.length === 0 ? (
        <p className={styles.none}>
          <Icon name="value" /> {t('value.gallery.none')}
        </p>
      ) : null}
      <ul className={styles.cards}>
        {shown.map(({ organisation, published }) => (
          <Card key={organisation.id} organisation={organisation} published={published} language={language} />
        ))}
      </ul>
      {shown.length > 0 && waiting > 0 ? (
        <p className={styles.none}>{t('value.gallery.waiting', { count: waiting })}</p>
      ) : null}
    </div>
  );
}

interface CardProps {
  readonly organisation: Organisation;
  readonly published: Published;
  readonly language: Language;
}

function Card({ organisation, published: { parts }, language }: CardProps) {
  const t = useText();
  const sentence = parts.statement?.[0];
  const zones = VALUE_PARTS.filter((part) => part !== 'statement' && parts[part] !== undefined);
  const list = (
    <dl className={styles.zones}>
      {zones.map((part) => (
        <div key={part}>
          <dt>{titleOf(part, language)}</dt>
          {parts[part]?.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and the whole card is written anew
            <dd key={i}>{line}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
  return (
    <li className={styles.card}>
      <h2>
        <span className={styles.acronym} aria-hidden="true">
          {organisation.acronym}
        </span>
        {organisation.name}
      </h2>
      {sentence ? <blockquote className={styles.sentence}>{sentence}</blockquote> : null}
      {zones.length > 0 && sentence ? (
        <details>
          <summary>
            {t('value.gallery.more')}
            <Icon name="chevron-down" size={18} />
          </summary>
          {list}
        </details>
      ) : null}
      {zones.length > 0 && !sentence ? list : null}
    </li>
  );
}
