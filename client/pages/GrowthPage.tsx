/**
 * How a team sees its own growth: averages of what its people shared, an earlier assessment beside them, and a way to take
 * a result to the iceberg. Knows nobody's answers.
 */
import { useState } from 'react';
import { Link } from 'wouter';
import { readGrowth } from '../../shared/board/growth.ts';
import { FEW, type Growth } from '../../shared/synthesis/growth.ts';
import type { DimensionId } from '../../shared/template/dimensions.ts';
import { dimensionTexts, disclaimer } from '../../shared/template/self-assessment.ts';
import type { RoomSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useRoot } from '../board/use-root.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import type { Seat } from '../sync/seats.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { BaselineDialog } from './growth/BaselineDialog.tsx';
import styles from './growth/Growth.module.css';
import { GrowthProfile } from './growth/GrowthProfile.tsx';
import { ResultDialog } from './growth/ResultDialog.tsx';
import { Evidence, Proudest } from './growth/Telling.tsx';
import '../i18n/later.ts';

type Open = { readonly kind: 'baseline' } | { readonly kind: 'result'; readonly dimension: DimensionId };

export default function GrowthPage({ seat, session }: { seat: Seat; session: RoomSession }) {
  const t = useText();
  const [language] = useLanguage();
  const growth = useRoot(session.doc, 'growth', readGrowth);
  const isClosed = useStore(session.cohort).call.status === 'closed';
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const isEmpty = growth.n === 0 && growth.baseline === null;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h2>{t('growth.title')}</h2>
          <p>{disclaimer(language)}</p>
        </div>
        <div className={styles.facts}>
          <Chip icon="people" tone="blue">
            {t('growth.answers', { count: growth.n })}
          </Chip>
          <Chip icon="lock" tone="sun">
            {growth.n < FEW ? t('growth.onlyTeamFew', { few: FEW }) : t('growth.onlyTeam')}
          </Chip>
        </div>
      </header>
      {growth.n === 0 && <Nobody session={session} />}
      {!isEmpty && (
        <section className={styles.card}>
          <GrowthProfile
            growth={growth}
            deed={
              isClosed
                ? undefined
                : (dimension) => (
                    <ToIceberg
                      growth={growth}
                      dimension={dimension}
                      onOpen={() => setOpen({ kind: 'result', dimension })}
                    />
                  )
            }
          />
        </section>
      )}
      <Proudest growth={growth} />
      <Evidence growth={growth} />
      {!isClosed && (
        <div>
          <Button icon="diamond" onClick={() => setOpen({ kind: 'baseline' })}>
            {growth.baseline ? t('growth.baselineChange', { source: growth.baseline.source }) : t('growth.baselineAdd')}
          </Button>
        </div>
      )}
      {open?.kind === 'baseline' && <BaselineDialog seat={seat} session={session} growth={growth} onClose={close} />}
      {open?.kind === 'result' && (
        <ResultDialog seat={seat} session={session} growth={growth} dimension={open.dimension} onClose={close} />
      )}
    </div>
  );
}

function Nobody({ session }: { session: RoomSession }) {
  const t = useText();
  const { boards } = useStore(session.cohort);
  const mine = boards.find((board) => board.kind === 'self-assessment' && board.person === session.me.id);
  return (
    <section className={styles.empty}>
      <Icon name="growth" size={40} />
      <p>
        <strong>{t('growth.none')}</strong> {t('growth.noneDo')}
      </p>
      {mine && (
        <Link href={`/tablero/${mine.id}`} className={buttonClass({ look: 'primary' })}>
          {t('growth.goSelf')}
        </Link>
      )}
    </section>
  );
}

/** Where there is something to tell. */
function ToIceberg(props: { growth: Growth; dimension: DimensionId; onOpen: () => void }) {
  const t = useText();
  const [language] = useLanguage();
  const { growth, dimension, onOpen } = props;
  if (growth.now[dimension] === null) return null;
  const { title } = dimensionTexts(dimension, language);
  return (
    <Button look="quiet" icon="iceberg" aria-label={t('growth.toIcebergOf', { dimension: title })} onClick={onOpen}>
      {t('growth.toIceberg')}
    </Button>
  );
}
