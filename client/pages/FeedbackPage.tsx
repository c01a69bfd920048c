/**
 * The feedback board of an organisation: it chooses its issue there, presents it to its peers, listens, and commits.
 * What may be written follows the round; the relay enforces it. Knows neither how groups are made nor how a phase begins.
 */
import { useEffect, useMemo, useState } from 'react';
import { readCommitments } from '../../shared/board/commitments.ts';
import { readGifts } from '../../shared/board/feedback.ts';
import { textAt } from '../../shared/board/texts.ts';
import type { ThemeId } from '../../shared/ids.ts';
import { TEXT } from '../../shared/limits.ts';
import { feedbackSubtitle, sectionTexts } from '../../shared/template/feedback.ts';
import type { RoomSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useRoot } from '../board/use-root.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import { classes } from '../list/classes.ts';
import { useAnnouncer } from '../list/use-announcer.tsx';
import { useNarrow } from '../list/use-narrow.ts';
import { seatApi } from '../sync/seat-api.ts';
import type { Seat } from '../sync/seats.ts';
import { Asks } from './feedback/Asks.tsx';
import { Commitments } from './feedback/Commitments.tsx';
import styles from './feedback/Feedback.module.css';
import { type FeedbackContents, FeedbackContext, useFeedback } from './feedback/feedback-context.ts';
import { Gifts } from './feedback/Gifts.tsx';
import { GroupBoards } from './feedback/GroupBoards.tsx';
import { Questions } from './feedback/Questions.tsx';
import { RoundBar } from './feedback/RoundBar.tsx';
import { type Block, blocksInOrder, situationOf } from './feedback/situation.ts';
import { useGiftNews } from './feedback/use-gift-news.ts';
import { Words } from './feedback/Words.tsx';
import { Zone } from './feedback/Zone.tsx';
import '../i18n/later.ts';

export default function FeedbackPage({ seat, session }: { seat: Seat; session: RoomSession }) {
  const t = useText();
  const [contents, region] = useContents(seat, session);
  const { situation, language } = contents;
  const { isChoosing, group } = situation;
  const isTold = contents.cohort.issues.some(({ organisation }) => organisation === session.board.organisation);
  return (
    <FeedbackContext.Provider value={contents}>
      <div className={styles.page}>
        <p className={styles.subtitle}>
          {isChoosing ? t(isTold ? 'peers.issue.leadTold' : 'peers.issue.lead') : feedbackSubtitle(language)}
        </p>
        {!isChoosing && group && <GroupBoards />}
        {!isChoosing && group && <RoundBar group={group} />}
        {!isChoosing && !group && situation.isPeersPhase && (
          <p className="banner" role="status">
            {t('peers.round.noGroup')}
          </p>
        )}
        <Blocks />
        {region}
      </div>
    </FeedbackContext.Provider>
  );
}

function useContents(seat: Seat, session: RoomSession): [FeedbackContents, React.ReactNode] {
  const [language] = useLanguage();
  const cohort = useStore(session.cohort);
  const right = useStore(session.right);
  const [say, region] = useAnnouncer();
  const [chosen, setTheme] = useState<ThemeId | null | undefined>(undefined);
  const api = useMemo(() => seatApi(seat.token), [seat.token]);
  const { board, me } = session;
  const told = cohort.issues.find(({ organisation }) => organisation === board.organisation)?.theme ?? null;
  const theme = chosen === undefined ? told : chosen;
  const contents = useMemo(
    (): FeedbackContents => ({
      session,
      api,
      cohort,
      right,
      language,
      situation: situationOf(cohort, board, me, right),
      theme,
      setTheme,
      say,
    }),
    [session, api, cohort, right, language, board, me, theme, say],
  );
  return [contents, region];
}

function Blocks() {
  const { session, situation } = useFeedback();
  const isNarrow = useNarrow();
  const gifts = useRoot(session.doc, 'items', readGifts);
  const commitments = useRoot(session.doc, 'commitments', readCommitments);
  const { isChoosing, active } = situation;
  // While an issue is chosen the rest is shown where there is something of an earlier call.
  const isThere: Readonly<Record<Block, boolean>> = {
    asks: true,
    questions: gifts.some(({ kind }) => kind === 'clarifying'),
    gifts: gifts.some(({ kind }) => kind !== 'clarifying'),
    takeaway: false,
    commitments: commitments.length > 0,
  };
  const blocks = blocksInOrder(active, isNarrow).filter((block) => !isChoosing || isThere[block]);
  useGiftNews(gifts);
  useTopOnStep(active);
  const drawn: Readonly<Record<Block, React.ReactNode>> = {
    asks: <Asks />,
    questions: <Questions gifts={gifts} />,
    gifts: <Gifts gifts={gifts} />,
    takeaway: <Takeaway />,
    commitments: <Commitments commitments={commitments} />,
  };
  return (
    <div className={classes(styles.blocks, isChoosing && styles.choosing)}>
      {blocks.map((block) => (
        <div key={block} className={classes(styles.block, styles[block])} data-block={block}>
          {drawn[block]}
        </div>
      ))}
    </div>
  );
}

/** A new step brings another block to the top: the page goes there with it, unless somebody is writing. */
function useTopOnStep(active: Block | null): void {
  const [before, setBefore] = useState(active);
  useEffect(() => {
    if (before === active) return;
    setBefore(active);
    const isWriting = document.activeElement instanceof HTMLTextAreaElement;
    if (!isWriting) document.querySelector('.page__body')?.scrollTo?.({ top: 0 });
  }, [active, before]);
}

function Takeaway() {
  const t = useText();
  const { session, language, situation } = useFeedback();
  const { title, question } = sectionTexts('takeaway', language);
  return (
    <Zone title={title} question={question} tone="blue" isActive={situation.active === 'takeaway'}>
      <Words
        text={textAt(session.doc, 'takeaway')}
        presence="text:takeaway"
        label={title}
        mayWrite={situation.owns}
        placeholder={t('peers.write.takeaway')}
        maxLength={TEXT.answer}
        look="strong"
        lines
      />
    </Zone>
  );
}
