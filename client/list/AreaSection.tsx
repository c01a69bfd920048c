/** One layer or zone of the list: its heading with the questions, its notes by theme, and the field for the next note. */
import type { ReactNode } from 'react';
import { type AreaId, isLayerId } from '../../shared/template/kinds.ts';
import { layerTexts, zoneTexts } from '../../shared/template/texts.ts';
import { focusOf, stateOf } from '../board/focus.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import styles from './AreaSection.module.css';
import { Composer } from './Composer.tsx';
import { classes } from './classes.ts';
import { Closed, GuidingQuestion } from './GuidingQuestion.tsx';
import { useList } from './list-context.ts';
import type { Group, Section } from './outline.ts';
import { ThemeGroup } from './ThemeGroup.tsx';
import { areaTone } from './tones.ts';

const NO_NOTES: Group = { theme: null, number: 0, notes: [] };

interface AreaSectionProps {
  readonly section: Section;
  /** On phones one area fills the screen and its field lies below all of them. */
  readonly narrow: boolean;
  readonly tools?: ReactNode;
}

export function AreaSection({ section, narrow, tools }: AreaSectionProps) {
  const t = useText();
  const { mayWrite, session } = useList();
  const { area, groups } = section;
  const tone = areaTone(area);
  const headingId = `list-${area}`;
  const focus = focusOf(useStore(session.cohort).call, session.board.kind);
  const state = stateOf(focus, area);
  const hasField = mayWrite && !narrow && state !== 'closed';
  // The field has one place from the first letter on: it must not be drawn anew while somebody writes in it.
  const shown = hasField && !groups.some((group) => group.theme === null) ? [...groups, NO_NOTES] : groups;
  // The field of a phone cuts the question. Until there are notes there is room for all of it.
  const asks = mayWrite && narrow && state !== 'closed' && shown.length === 0;
  const hasThemes = session.board.kind === 'group-iceberg' && groups.some((group) => group.theme !== null);
  return (
    <section
      className={classes(styles.section, tone.isDark && styles.dark, narrow && styles.narrow)}
      data-area={area}
      data-state={focus && !focus.isAll ? state : undefined}
      style={{ color: tone.ink }}
      aria-labelledby={headingId}
    >
      <AreaHead area={area} count={section.count} id={headingId} narrow={narrow} asks={asks} tools={tools} />
      <div className={styles.body}>
        {state === 'closed' && !narrow ? <Closed /> : null}
        {shown.map((group) => (
          <ThemeGroup
            key={group.theme?.id ?? 'loose'}
            area={area}
            group={group}
            titled={hasThemes && group.notes.length > 0}
          >
            {hasField && group.theme === null ? <Composer area={area} look="card" /> : null}
          </ThemeGroup>
        ))}
        {shown.length === 0 && !asks ? <p className={styles.empty}>{t('list.empty')}</p> : null}
      </div>
    </section>
  );
}

interface AreaHeadProps {
  readonly area: AreaId;
  readonly count: number;
  readonly id: string;
  readonly narrow: boolean;
  /** Shows the questions on phones too. */
  readonly asks: boolean;
  readonly tools?: ReactNode;
}

function AreaHead({ area, count, id, narrow, asks, tools }: AreaHeadProps) {
  const t = useText();
  const { language } = useList();
  const layer = isLayerId(area) ? layerTexts(area, language) : null;
  const zone = isLayerId(area) ? null : zoneTexts(area, language);
  const questions = layer?.questions ?? (zone ? [zone.question, ...zone.hints] : []);
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        {area === 'practice' ? null : (
          <span className={styles.disc} aria-hidden="true">
            {layer?.order ?? zone?.order}
          </span>
        )}
        <div>
          <h2 id={id}>{layer?.title ?? zone?.title}</h2>
          <p className={styles.tagline}>
            {layer ? `${layer.tagline} · ` : ''}
            {t('common.notes', { count })}
          </p>
        </div>
        {tools}
      </div>
      {narrow || area === 'practice' ? <GuidingQuestion area={area} /> : null}
      {(narrow && !asks) || area === 'practice' ? null : (
        <ul className={styles.questions}>
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      )}
    </header>
  );
}
